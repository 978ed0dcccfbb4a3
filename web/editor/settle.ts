import type { EditorView } from "prosemirror-view";

/** The part of ProseMirror's own observer that it calls on every key; not in its public types. */
interface Observed {
  readonly domObserver?: { readonly flush?: () => void };
}

/**
 * Takes in where the browser's caret is now. ProseMirror hears of it by an event that comes later; a change from
 * somebody else in between would put the caret back to where it was before the arrow key.
 */
export function settle(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return;
  (view as Observed).domObserver?.flush?.();
}
