import type * as Y from "yjs";
import type { Carried } from "./restated.ts";

const held = new WeakMap<Y.Doc, Carried>();

/** Keeps what a piece that was just copied or cut in this document knows of its letters, until the next one. */
export function holdPiece(doc: Y.Doc, carried: Carried): void {
  held.set(doc, carried);
}

/** What is known of a piece that is pasted into this document: null when none was copied or cut in it. */
export function heldPiece(doc: Y.Doc): Carried | null {
  return held.get(doc) ?? null;
}
