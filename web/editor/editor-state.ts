import { EditorState, type Plugin } from "prosemirror-state";
import type * as Y from "yjs";
import type { TextSection } from "../../shared/editor/sections.ts";
import type { Presence } from "../live/presence.ts";
import { domSchema } from "./dom-schema.ts";
import { shapeRules, typographyRules } from "./input-rules.ts";
import { editorKeymap } from "./keymap.ts";
import { clipboard } from "./paste/paste.ts";
import { remoteMarks } from "./remote-marks.ts";
import { sectionBinding } from "./section-binding.ts";
import { composedLetters, compositionWatch, keptStoredMarks } from "./typing.ts";
import type { UndoHistory } from "./undo-history.ts";

/** What a section's editor needs of the open document. */
export interface SectionContext {
  readonly doc: Y.Doc;
  readonly section: TextSection;
  readonly presence: Presence;
  readonly history: UndoHistory;
  /** Opens the form for a link. */
  readonly askLink: () => void;
  /** A composition began: others' changes are held back until it ends. */
  readonly composing: { readonly begun: () => void; readonly ended: () => void };
}

/**
 * A section's first state. The order of the plugins is that of who hears a key first: letters are composed before rules
 * see them, lists and titles before typography, and the binding is told last.
 */
export function createSectionState(context: SectionContext): EditorState {
  const { doc, section, presence, history } = context;
  const shapes = shapeRules(section);
  const plugins: Plugin[] = [
    composedLetters(),
    shapes,
    typographyRules(),
    editorKeymap({
      section,
      history,
      askLink: context.askLink,
      justShaped: (state) => shapes.getState(state) !== null,
    }),
    clipboard(section),
    compositionWatch(context.composing),
    keptStoredMarks(),
    sectionBinding(doc.getXmlFragment(section)),
    remoteMarks({ section, presence, client: doc.clientID }),
  ];
  return EditorState.create({ schema: domSchema, plugins });
}
