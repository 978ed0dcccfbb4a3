import * as Y from "yjs";

const WORD = /[\p{L}\p{N}]/u;

/** Whether a section holds at least one word. Stops at the first, which is nearly always in the first paragraph. */
export function hasWords(fragment: Y.XmlFragment): boolean {
  for (
    let child = fragment.firstChild;
    child !== null && child !== undefined;
    child = child.nextSibling as typeof child
  ) {
    if (child instanceof Y.XmlElement && hasWords(child)) return true;
    if (child instanceof Y.XmlText && child.toDelta().some(isWord)) return true;
  }
  return false;
}

function isWord(part: { readonly insert?: unknown }): boolean {
  return typeof part.insert === "string" && WORD.test(part.insert);
}
