import { diffArrays } from "diff";
import { appendCommon, type Common, endOf, heaviestChain } from "./heaviest-chain.ts";
import { Stride } from "./stride.ts";

/**
 * Words that go and words that come between two that stay: beyond, texts are other texts, and looking for the shortest
 * way from one to the other costs the square of it.
 */
const EDITS_MAX = 200;
/** Tokens of both texts between two that stay: the shortest way is looked for without a pause, some milliseconds. */
const TOKENS_MAX = 20_000;
const WORD = /[\p{L}\p{N}]/u;

/**
 * What two lists of tokens (words, and what stands between them) have in common, as a reader sees it: the shortest way
 * from one to the other where they are alike; where they are not, only around words that each has once. What remains by
 * chance between two changes (a space, « de ») counts as changed. The time is bounded whatever is compared. Pauses as it
 * goes.
 */
export function* commonTokens(before: Tokens, after: Tokens): Generator<undefined, Common[]> {
  const stride = new Stride();
  const common = yield* trimmed(before, after, shortestOrUnique, stride);
  return yield* withoutChance(common, before, after, stride);
}

type Tokens = readonly string[];
type Way = (before: Tokens, after: Tokens, stride: Stride) => Generator<undefined, Common[]>;

/** What both begin and end with is the same; the rest is looked at. */
function* trimmed(before: Tokens, after: Tokens, way: Way, stride: Stride): Generator<undefined, Common[]> {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) {
    head += 1;
    if (stride.isDue(1)) yield;
  }
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail += 1;
    if (stride.isDue(1)) yield;
  }
  const middle = yield* way(before.slice(head, before.length - tail), after.slice(head, after.length - tail), stride);
  const all: Common[] = [];
  appendCommon(all, { before: 0, after: 0, length: head });
  for (const each of middle) appendCommon(all, shifted(each, head, head));
  appendCommon(all, { before: before.length - tail, after: after.length - tail, length: tail });
  return all;
}

function* shortestOrUnique(before: Tokens, after: Tokens, stride: Stride): Generator<undefined, Common[]> {
  const shortest = yield* shortestWay(before, after, stride);
  if (shortest !== null) return shortest;
  const found: Common[] = [];
  let from = { before: 0, after: 0 };
  const anchors = yield* uniqueWords(before, after, stride);
  for (const anchor of [...anchors, { before: before.length, after: after.length, length: 0 }]) {
    const between = yield* trimmed(
      before.slice(from.before, anchor.before),
      after.slice(from.after, anchor.after),
      shortestOrNothing,
      stride,
    );
    for (const each of between) appendCommon(found, shifted(each, from.before, from.after));
    appendCommon(found, anchor);
    from = endOf(anchor);
    if (stride.isDue(1)) yield;
  }
  return found;
}

function* shortestOrNothing(before: Tokens, after: Tokens, stride: Stride): Generator<undefined, Common[]> {
  return (yield* shortestWay(before, after, stride)) ?? [];
}

/** null: it is too long. */
function* shortestWay(before: Tokens, after: Tokens, stride: Stride): Generator<undefined, Common[] | null> {
  if (before.length === 0 || after.length === 0) return [];
  const tokens = before.length + after.length;
  if (tokens > TOKENS_MAX || Math.abs(before.length - after.length) > EDITS_MAX) return null;
  const changes = diffArrays([...before], [...after], { maxEditLength: EDITS_MAX });
  // Of texts that have nothing in common, all ways were tried.
  if (stride.isDue(tokens + (changes === undefined ? EDITS_MAX ** 2 : changes.length ** 2))) yield;
  if (changes === undefined) return null;
  const found: Common[] = [];
  let at = { before: 0, after: 0 };
  for (const { count, added, removed } of changes) {
    if (!added && !removed) found.push({ ...at, length: count });
    at = { before: at.before + (added ? 0 : count), after: at.after + (removed ? 0 : count) };
  }
  return found;
}

function* uniqueWords(before: Tokens, after: Tokens, stride: Stride): Generator<undefined, Common[]> {
  const old = yield* placesOf(before, stride);
  const pairs: Common[] = [];
  for (const [token, place] of yield* placesOf(after, stride)) {
    const same = old.get(token) ?? null;
    if (place !== null && same !== null) pairs.push({ before: same, after: place, length: 1 });
    if (stride.isDue(1)) yield;
  }
  return yield* heaviestChain(pairs);
}

/** Where each word is; null: more than once. */
function* placesOf(tokens: Tokens, stride: Stride): Generator<undefined, Map<string, number | null>> {
  const places = new Map<string, number | null>();
  for (const [place, token] of tokens.entries()) {
    if (WORD.test(token)) places.set(token, places.has(token) ? null : place);
    if (stride.isDue(2)) yield;
  }
  return places;
}

/** Without what is shorter than the changes on both of its sides, unless it says something. */
function* withoutChance(
  common: readonly Common[],
  before: Tokens,
  after: Tokens,
  stride: Stride,
): Generator<undefined, Common[]> {
  const letters = { before: yield* lettersUpTo(before, stride), after: yield* lettersUpTo(after, stride) };
  const lettersOf = (side: "before" | "after", from: number, to: number) =>
    (letters[side][to] ?? 0) - (letters[side][from] ?? 0);
  const kept: Common[] = [];
  for (const [index, each] of common.entries()) {
    const last = kept.at(-1);
    const next = common[index + 1] ?? { before: before.length, after: after.length };
    const change = (from: { before: number; after: number }, to: { before: number; after: number }) =>
      Math.max(lettersOf("before", from.before, to.before), lettersOf("after", from.after, to.after));
    const ahead = change(last === undefined ? { before: 0, after: 0 } : endOf(last), each);
    const behind = change(endOf(each), next);
    const isLong = lettersOf("before", each.before, each.before + each.length) >= Math.min(ahead, behind);
    if (isLong || saysSomething(before, each)) kept.push(each);
    if (stride.isDue(2)) yield;
  }
  return kept;
}

/** Whether it has a paragraph's beginning, or two words. */
function saysSomething(tokens: Tokens, { before, length }: Common): boolean {
  let words = 0;
  for (let place = before; place < before + length; place++) {
    const token = tokens[place] ?? "";
    if (token === PARAGRAPH_TOKEN) return true;
    if (WORD.test(token)) words += 1;
    if (words > 1) return true;
  }
  return false;
}

/** How many letters are before each token, and in all of them. */
function* lettersUpTo(tokens: Tokens, stride: Stride): Generator<undefined, Uint32Array> {
  const sums = new Uint32Array(tokens.length + 1);
  let sum = 0;
  for (const [place, token] of tokens.entries()) {
    sum += token.length;
    sums[place + 1] = sum;
    if (stride.isDue(1)) yield;
  }
  return sums;
}

/** The token of a paragraph's beginning: one that stays is always worth telling. */
export const PARAGRAPH_TOKEN = "¶\n";

function shifted(common: Common, before: number, after: number): Common {
  return { before: common.before + before, after: common.after + after, length: common.length };
}
