import { appendCommon, type Common, endOf, heaviestChain } from "../../../shared/text/heaviest-chain.ts";
import { Stride } from "../../../shared/text/stride.ts";
import { commonTokens } from "../../../shared/text/word-diff.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import type { Origin } from "../../live/origins.ts";
import type { PartLetters } from "./part-letters.ts";
import { type Known, PlacesById } from "./places-by-id.ts";
import { Words } from "./words.ts";

/** What becomes of a stretch of places from one text to the other, in the order in which both are read. */
export type Step =
  | { readonly kind: "garde"; readonly before: number; readonly after: number; readonly length: number }
  | { readonly kind: "retire"; readonly before: number; readonly length: number }
  | { readonly kind: "ajoute"; readonly after: number; readonly length: number };

/** Says where letters come from. */
export type OriginsOf = (range: Range) => readonly Origin[];

/** Whose letters are, by the client id of the first of them. */
export type OwnerOf = (client: number) => string | null;

/** What looking a stretch of letters up counts for, in letters looked at. */
const LOOKED_UP = 10;

/**
 * How one text becomes the other, paragraphs and letters alike: the very letters that both have (or that restate the same
 * ones, when a paragraph was cut or joined) stay; between them, the same words do. Pauses as it goes.
 *
 * @param ownerOf when it is given, words are the same only when the same person wrote them
 */
export function* align(
  before: PartLetters,
  after: PartLetters,
  originsOf: OriginsOf,
  ownerOf: OwnerOf | null = null,
): Generator<undefined, Step[]> {
  const stride = new Stride();
  const origins = {
    before: yield* originsIn(before, originsOf, stride),
    after: yield* originsIn(after, originsOf, stride),
  };
  const { very, restated } = yield* sameLetters(before, after, origins, stride);
  const chain = yield* chained(yield* inOrder(very, stride), restated, stride);
  // What both have and what did not stay in its place was moved: to find the same words there would hide it.
  const apart = yield* apartPlaces(restated, chain, before, after, stride);
  const words = {
    before: new Words(before, origins.before, apart.before, ownerOf, "<"),
    after: new Words(after, origins.after, apart.after, ownerOf, ">"),
  };
  const steps: Step[] = [];
  let from = { before: 0, after: 0 };
  for (const anchor of [...chain, { before: before.length, after: after.length, length: 0 }]) {
    const until = { before: anchor.before, after: anchor.after };
    if (from.before < until.before && from.after < until.after) {
      for (const each of yield* sameWords(words, from, until, stride)) {
        between(steps, from, each);
        keep(steps, each);
        from = endOf(each);
      }
    }
    between(steps, from, until);
    keep(steps, anchor);
    from = endOf(anchor);
    if (stride.isDue(1)) yield;
  }
  return steps;
}

interface Place {
  readonly before: number;
  readonly after: number;
}

function between(steps: Step[], from: Place, until: Place): void {
  if (until.before > from.before) {
    steps.push({ kind: "retire", before: from.before, length: until.before - from.before });
  }
  if (until.after > from.after) steps.push({ kind: "ajoute", after: from.after, length: until.after - from.after });
}

function keep(steps: Step[], { before, after, length }: Common): void {
  const last = steps.at(-1);
  if (length === 0) return;
  if (last?.kind === "garde" && last.before + last.length === before && last.after + last.length === after) {
    steps[steps.length - 1] = { ...last, length: last.length + length };
  } else {
    steps.push({ kind: "garde", before, after, length });
  }
}

/** The very letters that both texts have; and, of the others, those that restate the same ones. Each once, in the order of the second. */
function* sameLetters(
  before: PartLetters,
  after: PartLetters,
  origins: { readonly before: readonly Known[]; readonly after: readonly Known[] },
  stride: Stride,
): Generator<undefined, { readonly very: readonly Common[]; readonly restated: readonly Common[] }> {
  const taken = { before: new Uint8Array(before.length), after: new Uint8Array(after.length) };
  const isSame = (old: number, now: number) =>
    before.kinds[old] === after.kinds[now] && before.text.charCodeAt(old) === after.text.charCodeAt(now);
  const sameFrom = function* (old: Iterable<Known>, now: Iterable<Known>): Generator<undefined, Common[]> {
    const found: Common[] = [];
    const byId = yield* PlacesById.of(old, stride);
    for (const stretch of now) {
      for (const { at, place, length } of byId.touching(stretch)) {
        const start = stretch.place + (at - stretch.clock);
        let run = 0;
        for (let i = 0; i <= length; i++) {
          const [b, a] = [place + i, start + i];
          if (i < length && taken.before[b] === 0 && taken.after[a] === 0 && isSame(b, a)) {
            taken.before[b] = 1;
            taken.after[a] = 1;
            run += 1;
          } else if (run > 0) {
            appendCommon(found, { before: b - run, after: a - run, length: run });
            run = 0;
          }
        }
        if (stride.isDue(length)) yield;
      }
      if (stride.isDue(LOOKED_UP)) yield;
    }
    return found;
  };
  const very = yield* sameFrom(before.stretches(), after.stretches());
  return { very, restated: yield* sameFrom(origins.before, origins.after) };
}

/** The same, but for signs of one letter that were put in another order as they were composed. */
function* inOrder(very: readonly Common[], stride: Stride): Generator<undefined, readonly Common[]> {
  let end = 0;
  for (const { before, length } of very) {
    if (before < end) return yield* heaviestChain(very);
    end = before + length;
    if (stride.isDue(1)) yield;
  }
  return very;
}

/**
 * What stays in its place: the very letters, which keep their order, and between them the longest of what restates
 * the same ones.
 *
 * @param very in the order of the second text, as the others are
 */
function* chained(
  very: readonly Common[],
  restated: readonly Common[],
  stride: Stride,
): Generator<undefined, readonly Common[]> {
  const before = (side: "before" | "after", place: number) => {
    let low = 0;
    let high = very.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((very[middle]?.[side] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const chain: Common[] = [];
  let fitting: Common[] = [];
  let gap = 0;
  for (const each of [...restated, null]) {
    const next = each === null ? very.length : before("after", each.after);
    if (next !== gap || each === null) {
      for (const stays of yield* heaviestChain(fitting)) chain.push(stays);
      fitting = [];
      for (; gap < next; gap++) {
        const anchor = very[gap];
        if (anchor !== undefined) chain.push(anchor);
        if (stride.isDue(1)) yield;
      }
    }
    if (each !== null && before("before", each.before) === next) fitting.push(each);
    if (stride.isDue(LOOKED_UP)) yield;
  }
  return chain;
}

function* originsIn(letters: PartLetters, originsOf: OriginsOf, stride: Stride): Generator<undefined, Known[]> {
  const known: Known[] = [];
  for (const stretch of letters.stretches()) {
    for (const { clock, length, first } of originsOf(stretch)) {
      known.push({ ...first, length, place: stretch.place + (clock - stretch.clock) });
      if (stride.isDue(LOOKED_UP)) yield;
    }
    if (stride.isDue(stretch.length)) yield;
  }
  return known;
}

/** The places that both texts have, and that did not stay. */
function* apartPlaces(
  shared: readonly Common[],
  chain: readonly Common[],
  old: PartLetters,
  now: PartLetters,
  stride: Stride,
): Generator<undefined, { readonly before: Uint8Array; readonly after: Uint8Array }> {
  const apart = { before: new Uint8Array(old.length), after: new Uint8Array(now.length) };
  const stay = new Set<Common>();
  for (const each of chain) {
    stay.add(each);
    if (stride.isDue(1)) yield;
  }
  for (const each of shared) {
    if (stride.isDue(1)) yield;
    if (stay.has(each)) continue;
    apart.before.fill(1, each.before, each.before + each.length);
    apart.after.fill(1, each.after, each.after + each.length);
  }
  return apart;
}

/** The same words between two places of both texts. */
function* sameWords(
  words: { readonly before: Words; readonly after: Words },
  from: Place,
  until: Place,
  stride: Stride,
): Generator<undefined, Common[]> {
  const old = yield* words.before.between(from.before, until.before, stride);
  const now = yield* words.after.between(from.after, until.after, stride);
  return (yield* commonTokens(old.keys, now.keys)).map(({ before: first, after: second, length }) => {
    const start = old.places[first] ?? until.before;
    return {
      before: start,
      after: now.places[second] ?? until.after,
      length: (old.places[first + length] ?? until.before) - start,
    };
  });
}
