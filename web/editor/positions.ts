import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";
import type { Caret } from "../live/presence.ts";

/** What y-prosemirror keeps of the binding in a state: declared `any` there. */
interface SyncState {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: Map<Y.AbstractType<unknown>, Node | Node[]> };
}

/** The selection as positions that hold while others write. */
export function caretOf(state: EditorState): Caret {
  const { type, binding }: SyncState = ySyncPluginKey.getState(state);
  const { anchor, head } = state.selection;
  return {
    anchor: absolutePositionToRelativePosition(anchor, type, binding.mapping),
    head: absolutePositionToRelativePosition(head, type, binding.mapping),
  };
}

/** Where such a caret is in this text, or null when it is in another or this page does not know the place (yet). */
export function placeOfCaret(state: EditorState, caret: Caret): { anchor: number; head: number } | null {
  const anchor = absolute(state, caret.anchor);
  const head = absolute(state, caret.head);
  return anchor === null || head === null ? null : { anchor, head };
}

function absolute(state: EditorState, relative: unknown): number | null {
  const { doc, type, binding }: SyncState = ySyncPluginKey.getState(state);
  try {
    const position = relativePositionToAbsolutePosition(
      doc,
      type,
      Y.createRelativePositionFromJSON(relative),
      binding.mapping,
    );
    return position === null ? null : Math.max(0, Math.min(position, state.doc.content.size));
  } catch {
    // Another page's JSON, or a place whose paragraph this page is about to draw.
    return null;
  }
}
