import { EditorState, type Plugin } from "prosemirror-state";
import type * as Y from "yjs";
import type { BlockSection } from "../../shared/editor/sections.ts";
import type { Presence } from "../live/presence.ts";
import { sectionBinding } from "./binding/section-binding.ts";
import { clipboard } from "./clipboard.ts";
import { domSchema } from "./dom-schema.ts";
import { headingLevels } from "./heading-levels.ts";
import { shapeRules, typographyRules } from "./input-rules.ts";
import { editorKeymap } from "./keymap.ts";
import { remoteMarks } from "./remote-marks.ts";
import { typedRules } from "./typed-rules.ts";
import { composedLetters, compositionWatch } from "./typing.ts";
import type { UndoHistory } from "./undo-history.ts";

/** What a section's editor needs of the open document. */
export interface SectionContext {
  readonly doc: Y.Doc;
  readonly section: BlockSection;
  readonly presence: Presence;
  readonly history: UndoHistory;
  /** Opens the form for a link. */
  readonly askLink: () => void;
  /** A composition began: others' changes are held back until it ends. */
  readonly composing: { readonly begun: () => void; readonly ended: () => void };
}

/**
 * A section's first state. The order of the plugins is that of who hears a key first: letters are composed before rules
 * see them, lists and titles before typography; the binding has written before carets are told.
 */
export function createSectionState(context: SectionContext): EditorState {
  const { doc, section, presence, history } = context;
  const root = doc.getXmlFragment(section);
  const shapes = typedRules("shapes", shapeRules(section));
  const typography = typedRules("typography", typographyRules());
  const plugins: Plugin[] = [
    composedLetters(),
    shapes.plugin,
    typography.plugin,
    editorKeymap({
      section,
      history,
      askLink: context.askLink,
      undoShape: shapes.undo,
      undoTypography: typography.undo,
    }),
    clipboard(section, root),
    compositionWatch(context.composing),
    headingLevels(),
    sectionBinding(root),
    remoteMarks({ section, presence, root, client: doc.clientID }),
  ];
  return EditorState.create({ schema: domSchema, plugins });
}
