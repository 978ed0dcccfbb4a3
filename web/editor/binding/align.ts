import type { Node } from "prosemirror-model";

/** What becomes of the paragraphs of a section in one change made here. */
export type Fate =
  /** The paragraph of this index before is the one of that index now. */
  | { readonly kind: "kept"; readonly before: number; readonly after: number }
  | { readonly kind: "removed"; readonly before: number }
  | { readonly kind: "added"; readonly after: number };

/**
 * Which paragraph is which, before and after, in the order of the text. Those that are the same at both ends are kept
 * (the very same: two may have the same words, of two people); of those in between the first and the last are, and where one became two (Enter) or two became one (Backspace), the
 * one that shares more letters, so that as few letters as possible are written again somewhere else.
 */
export function align(before: readonly Node[], after: readonly Node[]): Fate[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const fates: Fate[] = [];
  for (let index = 0; index < head; index += 1) fates.push({ kind: "kept", before: index, after: index });
  for (const fate of alignMiddle(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
    head,
  )) {
    // Something that is no paragraph (of a newer page) never becomes one.
    const unlike = fate.kind === "kept" && before[fate.before]?.type !== after[fate.after]?.type;
    if (unlike) fates.push({ kind: "removed", before: fate.before }, { kind: "added", after: fate.after });
    else fates.push(fate);
  }
  for (let index = tail; index > 0; index -= 1) {
    fates.push({ kind: "kept", before: before.length - index, after: after.length - index });
  }
  return fates;
}

function alignMiddle(before: readonly Node[], after: readonly Node[], offset: number): Fate[] {
  const kept = (from: number, to: number): Fate => ({ kind: "kept", before: offset + from, after: offset + to });
  const removed = before.map((_, index): Fate => ({ kind: "removed", before: offset + index }));
  const added = after.map((_, index): Fate => ({ kind: "added", after: offset + index }));
  const lastBefore = before.length - 1;
  const lastAfter = after.length - 1;
  if (lastBefore < 0 || lastAfter < 0) return [...removed, ...added];
  if (lastBefore === lastAfter) return before.map((_, index) => kept(index, index));
  if (lastBefore > 0 && lastAfter > 0) {
    return [kept(0, 0), ...removed.slice(1, -1), ...added.slice(1, -1), kept(lastBefore, lastAfter)];
  }
  const atStart = sharedLetters(before[0], after[0], 1);
  const atEnd = sharedLetters(before[lastBefore], after[lastAfter], -1);
  if (atStart >= atEnd) return [kept(0, 0), ...removed.slice(1), ...added.slice(1)];
  return [...removed.slice(0, -1), ...added.slice(0, -1), kept(lastBefore, lastAfter)];
}

function sharedLetters(one: Node | undefined, other: Node | undefined, direction: 1 | -1): number {
  const [a, b] = [one?.textContent ?? "", other?.textContent ?? ""];
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (
    shared < shorter &&
    a.at(direction > 0 ? shared : -1 - shared) === b.at(direction > 0 ? shared : -1 - shared)
  ) {
    shared += 1;
  }
  return shared;
}
