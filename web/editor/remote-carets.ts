import { type EditorState, Selection } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import type { PresentUser } from "../../shared/protocol/presence.ts";
import type { Caret } from "../live/presence.ts";
import { placeOfCaret } from "./positions.ts";

/** Somebody whose caret is in this section. */
export interface RemoteCaret {
  /** The Yjs id of their page. */
  readonly client: number;
  readonly user: PresentUser;
  readonly cursor: Caret;
}

/** Their carets and selections, where they stand now. */
export function drawCarets(state: EditorState, root: Y.XmlFragment, carets: readonly RemoteCaret[]): DecorationSet {
  const marks: Decoration[] = [];
  for (const { client, user, cursor } of carets) {
    const at = placeOfCaret(state, root, cursor);
    if (at === null) continue;
    const from = Math.min(at.anchor, at.head);
    const to = Math.max(at.anchor, at.head);
    if (from < to) marks.push(Decoration.inline(from, to, { class: `remote-selection p${user.color}` }));
    const head = Selection.near(state.doc.resolve(at.head)).head;
    marks.push(
      Decoration.widget(head, () => buildCaret(user), { key: `${client}-${user.color}-${user.name}`, side: 10 }),
    );
  }
  return DecorationSet.create(state.doc, marks);
}

/** The room that a name needs at the right of its caret, in pixels. */
const NAME_ROOM = 150;

/** A name that would leave the sheet on the right is written at the left of its caret. */
export function turnNames(view: EditorView): void {
  if (view.isDestroyed) return;
  const { right } = view.dom.getBoundingClientRect();
  for (const caret of view.dom.querySelectorAll(".remote-caret")) {
    caret.classList.toggle("turned", right - caret.getBoundingClientRect().left < NAME_ROOM);
  }
}

function buildCaret(user: PresentUser): HTMLElement {
  const caret = document.createElement("span");
  caret.className = `remote-caret p${user.color}`;
  // The style sheet writes the name: as text of the page it would be copied, and read inside the sentence.
  caret.dataset["name"] = user.name;
  caret.setAttribute("aria-hidden", "true");
  return caret;
}
