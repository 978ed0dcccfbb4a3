import type { Mark } from "prosemirror-model";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { domSchema } from "./dom-schema.ts";

/** The link under the caret or the selection's start, with the whole of its text. */
export function linkAt(state: EditorState): { from: number; to: number; href: string } | null {
  const { $from } = state.selection;
  const { parent } = $from;
  const marksAt = (index: number): readonly Mark[] => parent.maybeChild(index)?.marks ?? [];
  const touching = [$from.index(), $from.index() - 1].find((index) => domSchema.marks.link.isInSet(marksAt(index)));
  const mark = touching === undefined ? undefined : domSchema.marks.link.isInSet(marksAt(touching));
  if (touching === undefined || mark === undefined) return null;
  let first = touching;
  let last = touching;
  while (mark.isInSet(marksAt(first - 1))) first -= 1;
  while (mark.isInSet(marksAt(last + 1))) last += 1;
  let from = $from.start();
  for (let index = 0; index < first; index += 1) from += parent.child(index).nodeSize;
  let to = from;
  for (let index = first; index <= last; index += 1) to += parent.child(index).nodeSize;
  return { from, to, href: String(mark.attrs["href"]) };
}

/** Puts a link on the selection, on the link that is there, or on new text; `href` is one of the allowed ones. */
export function setLink(href: string, text: string): Command {
  return (state, dispatch) => {
    const mark = domSchema.marks.link.create({ href });
    const existing = linkAt(state);
    const { from, to } = state.selection.empty && existing !== null ? existing : state.selection;
    if (dispatch) {
      const { tr } = state;
      if (from === to) {
        const marks = mark.addToSet(state.selection.$from.marks());
        tr.insert(from, domSchema.text(text, marks));
        tr.setSelection(TextSelection.create(tr.doc, from + text.length));
      } else {
        tr.removeMark(from, to, domSchema.marks.link).addMark(from, to, mark);
        tr.setSelection(TextSelection.create(tr.doc, to));
      }
      dispatch(tr.removeStoredMark(domSchema.marks.link).scrollIntoView());
    }
    return true;
  };
}

/** Takes the link away and leaves its words. */
export const removeLink: Command = (state, dispatch) => {
  const existing = linkAt(state);
  if (existing === null) return false;
  dispatch?.(state.tr.removeMark(existing.from, existing.to, domSchema.marks.link));
  return true;
};
