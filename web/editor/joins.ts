import { type Command, TextSelection } from "prosemirror-state";
import { domSchema } from "./dom-schema.ts";

/*
 * Backspace and Delete between two paragraphs. ProseMirror's own commands are made for nested blocks; ours are flat. Of
 * two paragraphs the empty one goes, so that no letter moves and the other keeps its genre; else the second joins the
 * first. What this page cannot show (`inconnu`) is never joined or removed by these keys.
 */

/** Backspace with a selection, or at the very start of a paragraph. */
export const deleteBackward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty) {
    dispatch?.(state.tr.deleteSelection().scrollIntoView());
    return true;
  }
  if ($from.parentOffset > 0 || $from.depth === 0) return false;
  const start = $from.before();
  const before = state.doc.resolve(start).nodeBefore;
  // Nothing to do at the top of the section; the browser would make something up.
  if (before?.type !== domSchema.nodes.paragraph) return true;
  if (dispatch) {
    const { tr } = state;
    if (before.content.size === 0) tr.delete(start - before.nodeSize, start);
    else tr.join(start);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** Delete with a selection, or at the very end of a paragraph. */
export const deleteForward: Command = (state, dispatch) => {
  const { $from, $to, empty } = state.selection;
  if (!empty) return deleteBackward(state, dispatch);
  if ($from.depth === 0 || $from.parentOffset < $from.parent.content.size) return false;
  const end = $from.after();
  const after = state.doc.resolve(end).nodeAfter;
  if (after?.type !== domSchema.nodes.paragraph) return true;
  if (dispatch) {
    const { tr } = state;
    if ($from.parent.content.size === 0) {
      tr.delete($from.before(), end);
      tr.setSelection(TextSelection.create(tr.doc, $from.before() + 1));
    } else if (after.content.size === 0) {
      tr.delete(end, end + after.nodeSize);
      tr.setSelection(TextSelection.create(tr.doc, $to.pos));
    } else {
      tr.join(end);
    }
    dispatch(tr.scrollIntoView());
  }
  return true;
};
