import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import * as Y from "yjs";
import type { Caret } from "../live/presence.ts";
import { indexAt, partsOf, textAt } from "./binding/paragraph-parts.ts";

/*
 * Positions that hold while others write, in the form of Yjs. What is shown and the section's root have the same
 * children in the same order, but in an empty section, where one paragraph is shown and none is there.
 */

/** The selection. */
export function caretOf({ doc, selection }: EditorState, root: Y.XmlFragment): Caret {
  return { anchor: relative(doc, root, selection.anchor), head: relative(doc, root, selection.head) };
}

/** Where such a caret is in this text, or null when it is in another or this page does not know the place (yet). */
export function placeOfCaret(
  { doc }: EditorState,
  root: Y.XmlFragment,
  caret: Caret,
): { readonly anchor: number; readonly head: number } | null {
  const anchor = absolute(doc, root, caret.anchor);
  const head = absolute(doc, root, caret.head);
  return anchor === null || head === null ? null : { anchor, head };
}

function relative(doc: Node, root: Y.XmlFragment, position: number): Y.RelativePosition {
  // Stays at the start when the first paragraph comes.
  if (root.length === 0) return Y.createRelativePositionFromTypeIndex(root, 0, -1);
  const $position = doc.resolve(position);
  const index = $position.index(0);
  const paragraph = index < root.length ? root.get(index) : null;
  if ($position.depth === 0 || !(paragraph instanceof Y.XmlElement)) {
    return Y.createRelativePositionFromTypeIndex(root, Math.min(index, root.length));
  }
  const place = textAt(paragraph, $position.parentOffset);
  if (place !== null) return Y.createRelativePositionFromTypeIndex(place.text, place.offset);
  return Y.createRelativePositionFromTypeIndex(paragraph, indexAt(paragraph, $position.parentOffset));
}

function absolute(doc: Node, root: Y.XmlFragment, json: unknown): number | null {
  const found = find(root, json);
  if (found === null) return null;
  const { type, index } = found;
  if (type === root) return startOf(doc, index);
  const paragraph = type instanceof Y.XmlText ? type.parent : type;
  if (!(paragraph instanceof Y.XmlElement)) return null;
  const at = root.toArray().indexOf(paragraph);
  if (at < 0 || at >= doc.childCount) return null;
  const part = partsOf(paragraph).find((each) => (type === paragraph ? each.index === index : each.child === type));
  const offset = type === paragraph ? (part?.start ?? doc.child(at).content.size) : (part?.start ?? 0) + index;
  return startOf(doc, at) + 1 + Math.min(offset, doc.child(at).content.size);
}

function find(root: Y.XmlFragment, json: unknown): Y.AbsolutePosition | null {
  if (root.doc === null) return null;
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), root.doc);
  } catch {
    // Another page's JSON.
    return null;
  }
}

function startOf(doc: Node, index: number): number {
  let position = 0;
  for (let each = 0; each < Math.min(index, doc.childCount); each += 1) position += doc.child(each).nodeSize;
  return position;
}
