import { diffArrays } from "diff";
import { type Common, heaviestChain } from "./heaviest-chain.ts";

/**
 * Words that go and words that come between two that stay: beyond, texts are other texts, and looking for the shortest
 * way from one to the other costs the square of it.
 */
const EDITS_MAX = 200;
const WORD = /[\p{L}\p{N}]/u;

/**
 * What two lists of tokens (words, and what stands between them) have in common, as a reader sees it: the shortest way
 * from one to the other where they are alike; where they are not, only around words that each has once. What remains by
 * chance between two changes (a space, « de ») counts as changed. The time is bounded whatever is compared.
 */
export function commonTokens(before: readonly string[], after: readonly string[]): Common[] {
  return withoutChance(trimmed(before, after, shortestOrUnique), before, after);
}

type Way = (before: readonly string[], after: readonly string[]) => Common[];

/** What both begin and end with is the same; the rest is looked at. */
function trimmed(before: readonly string[], after: readonly string[], way: Way): Common[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = way(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return joined([
    { before: 0, after: 0, length: head },
    ...middle.map((each) => shifted(each, head, head)),
    { before: before.length - tail, after: after.length - tail, length: tail },
  ]);
}

function shortestOrUnique(before: readonly string[], after: readonly string[]): Common[] {
  const shortest = shortestWay(before, after);
  if (shortest !== null) return shortest;
  const found: Common[] = [];
  let from = { before: 0, after: 0 };
  for (const anchor of [...uniqueWords(before, after), { before: before.length, after: after.length, length: 0 }]) {
    const between = trimmed(
      before.slice(from.before, anchor.before),
      after.slice(from.after, anchor.after),
      (old, now) => shortestWay(old, now) ?? [],
    );
    found.push(...between.map((each) => shifted(each, from.before, from.after)), anchor);
    from = { before: anchor.before + anchor.length, after: anchor.after + anchor.length };
  }
  return joined(found);
}

/** null: it is too long. */
function shortestWay(before: readonly string[], after: readonly string[]): Common[] | null {
  if (before.length === 0 || after.length === 0) return [];
  const changes = diffArrays([...before], [...after], { maxEditLength: EDITS_MAX });
  if (changes === undefined) return null;
  const found: Common[] = [];
  let at = { before: 0, after: 0 };
  for (const { count, added, removed } of changes) {
    if (!added && !removed) found.push({ ...at, length: count });
    at = { before: at.before + (added ? 0 : count), after: at.after + (removed ? 0 : count) };
  }
  return found;
}

function uniqueWords(before: readonly string[], after: readonly string[]): Common[] {
  const places = (tokens: readonly string[]) => {
    const once = new Map<string, number | null>();
    for (const [place, token] of tokens.entries())
      if (WORD.test(token)) once.set(token, once.has(token) ? null : place);
    return once;
  };
  const old = places(before);
  const pairs: Common[] = [];
  for (const [token, place] of places(after)) {
    const same = old.get(token) ?? null;
    if (place !== null && same !== null) pairs.push({ before: same, after: place, length: 1 });
  }
  return heaviestChain(pairs);
}

/** Without what is shorter than the changes on both of its sides, unless it says something. */
function withoutChance(common: readonly Common[], before: readonly string[], after: readonly string[]): Common[] {
  const lettersOf = (tokens: readonly string[], from: number, to: number) =>
    tokens.slice(from, to).reduce((sum, token) => sum + token.length, 0);
  const kept: Common[] = [];
  for (const [index, each] of common.entries()) {
    const last = kept.at(-1);
    const next = common[index + 1] ?? { before: before.length, after: after.length };
    const change = (from: { before: number; after: number }, to: { before: number; after: number }) =>
      Math.max(lettersOf(before, from.before, to.before), lettersOf(after, from.after, to.after));
    const ahead = change(last === undefined ? { before: 0, after: 0 } : endOf(last), each);
    const behind = change(endOf(each), next);
    const words = before.slice(each.before, each.before + each.length);
    const letters = lettersOf(before, each.before, each.before + each.length);
    const says = words.includes(PARAGRAPH_TOKEN) || words.filter((word) => WORD.test(word)).length > 1;
    if (says || letters >= Math.min(ahead, behind)) kept.push(each);
  }
  return kept;
}

/** The token of a paragraph's beginning: one that stays is always worth telling. */
export const PARAGRAPH_TOKEN = "¶\n";

function endOf({ before, after, length }: Common): { before: number; after: number } {
  return { before: before + length, after: after + length };
}

function shifted(common: Common, before: number, after: number): Common {
  return { before: common.before + before, after: common.after + after, length: common.length };
}

/** Stretches that follow each other in both as one; empty ones are left out. */
function joined(common: readonly Common[]): Common[] {
  const all: Common[] = [];
  for (const each of common) {
    if (each.length === 0) continue;
    const last = all.at(-1);
    if (last !== undefined && endOf(last).before === each.before && endOf(last).after === each.after) {
      all[all.length - 1] = { ...last, length: last.length + each.length };
    } else {
      all.push(each);
    }
  }
  return all;
}
