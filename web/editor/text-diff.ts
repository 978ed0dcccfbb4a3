/** One replacement in a text: at `index`, `remove` UTF-16 units go and `insert` comes. */
export interface Edit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** A change of Yjs' Y.Text, as its events tell it. */
export type Delta = readonly {
  readonly insert?: unknown;
  readonly delete?: number | undefined;
  readonly retain?: number | undefined;
}[];

/**
 * The one replacement that makes `after` of `before`, or null when they are the same. Of several (« aa » → « aaa ») it is
 * the one that ends at the caret, where the person typed. No pair of UTF-16 surrogates is cut in two.
 *
 * @param caret where the caret is in `after`
 */
export function editBetween(before: string, after: string, caret: number): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let suffix = 0;
  const suffixMax = Math.min(shorter, Math.max(0, after.length - caret));
  while (suffix < suffixMax && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1;
  let prefix = 0;
  while (prefix < shorter - suffix && before[prefix] === after[prefix]) prefix += 1;
  // The caret was not where the change ends (a word replaced by the browser, a drop): what is the same after it counts.
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1;
  if (cutsPair(before, prefix) || cutsPair(after, prefix)) prefix -= 1;
  if (cutsPair(before, before.length - suffix) || cutsPair(after, after.length - suffix)) suffix -= 1;
  return { index: prefix, remove: before.length - suffix - prefix, insert: after.slice(prefix, after.length - suffix) };
}

function cutsPair(text: string, index: number): boolean {
  return /^[\uD800-\uDBFF]$/.test(text[index - 1] ?? "") && /^[\uDC00-\uDFFF]$/.test(text[index] ?? "");
}

/** The text after the edit. */
export function applyEdit(text: string, edit: Edit): string {
  return text.slice(0, edit.index) + edit.insert + text.slice(edit.index + edit.remove);
}

/**
 * Where a position is after somebody else's change. What comes exactly at the position comes behind it, so that nobody
 * writes into the middle of what another person is typing.
 */
export function mapIndex(index: number, delta: Delta): number {
  let read = 0;
  let mapped = index;
  for (const part of delta) {
    if (read > index || (read === index && part.insert === undefined && part.delete === undefined)) break;
    if (part.retain !== undefined) {
      read += part.retain;
    } else if (part.delete !== undefined) {
      mapped -= Math.min(part.delete, Math.max(0, index - read));
      read += part.delete;
    } else if (read < index) {
      mapped += typeof part.insert === "string" ? part.insert.length : 1;
    }
  }
  return mapped;
}
