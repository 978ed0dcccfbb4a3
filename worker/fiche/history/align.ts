import { type Common, heaviestChain } from "../../../shared/text/heaviest-chain.ts";
import { commonTokens, PARAGRAPH_TOKEN } from "../../../shared/text/word-diff.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import type { Origin } from "../../live/origins.ts";
import { firstBeyond } from "../../live/range-set.ts";
import { LETTER, PARAGRAPH, type PartLetters } from "./part-letters.ts";

/** What becomes of a stretch of places from one text to the other, in the order in which both are read. */
export type Step =
  | { readonly kind: "garde"; readonly before: number; readonly after: number; readonly length: number }
  | { readonly kind: "retire"; readonly before: number; readonly length: number }
  | { readonly kind: "ajoute"; readonly after: number; readonly length: number };

/** Says where letters come from. */
export type OriginsOf = (range: Range) => readonly Origin[];

/** Whose letters are, by the client id of the first of them. */
export type OwnerOf = (client: number) => string | null;

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
  ownerOf: OwnerOf = () => null,
): Generator<undefined, Step[]> {
  const origins = { before: yield* originsIn(before, originsOf), after: yield* originsIn(after, originsOf) };
  const { very, restated } = yield* sameLetters(before, after, origins);
  yield;
  const chain = chained(very, restated);
  yield;
  // What both have and what did not stay in its place was moved: to find the same words there would hide it.
  const apart = apartPlaces(restated, chain, before, after);
  const words = {
    before: new Words(before, origins.before, apart.before, ownerOf, "<"),
    after: new Words(after, origins.after, apart.after, ownerOf, ">"),
  };
  const steps: Step[] = [];
  let from = { before: 0, after: 0 };
  for (const anchor of [...chain, { before: before.length, after: after.length, length: 0 }]) {
    const until = { before: anchor.before, after: anchor.after };
    if (from.before < until.before && from.after < until.after) {
      for (const each of sameWords(words, from, until)) {
        between(steps, from, each);
        keep(steps, each);
        from = { before: each.before + each.length, after: each.after + each.length };
      }
      yield;
    }
    between(steps, from, until);
    keep(steps, anchor);
    from = { before: anchor.before + anchor.length, after: anchor.after + anchor.length };
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

/** The very letters that both texts have; and, of the others, those that restate the same ones. Each once. */
function* sameLetters(
  before: PartLetters,
  after: PartLetters,
  origins: { readonly before: readonly Known[]; readonly after: readonly Known[] },
): Generator<undefined, { readonly very: readonly Common[]; readonly restated: readonly Common[] }> {
  const taken = { before: new Uint8Array(before.length), after: new Uint8Array(after.length) };
  const sameFrom = function* (old: readonly Known[], now: readonly Known[]): Generator<undefined, Common[]> {
    const found: Common[] = [];
    const byId = new Index(old);
    for (const [index, stretch] of now.entries()) {
      if (index % STRETCHES_AT_ONCE === STRETCHES_AT_ONCE - 1) yield;
      for (const { at, place, length } of byId.touching(stretch)) {
        const start = stretch.place + (at - stretch.clock);
        for (let i = 0; i < length; i++) {
          const pair = { before: place + i, after: start + i, length: 1 };
          if (taken.before[pair.before] === 1 || taken.after[pair.after] === 1 || !isSame(before, after, pair))
            continue;
          taken.before[pair.before] = 1;
          taken.after[pair.after] = 1;
          const last = found.at(-1);
          if (last?.before === pair.before - (last?.length ?? 0) && last.after === pair.after - last.length)
            found[found.length - 1] = { ...last, length: last.length + 1 };
          else found.push(pair);
        }
      }
    }
    return found;
  };
  const very = yield* sameFrom([...before.stretches()], [...after.stretches()]);
  return { very, restated: yield* sameFrom(origins.before, origins.after) };
}

/** Stretches of letters that are looked up before others may have their turn: a millisecond or two. */
const STRETCHES_AT_ONCE = 200;

/**
 * What stays in its place: the very letters, which never change their order, and between them the longest of what restates
 * the same ones.
 */
function chained(very: readonly Common[], restated: readonly Common[]): Common[] {
  const anchors = very.toSorted((a, b) => a.after - b.after);
  const between = (side: "before" | "after", place: number) => {
    let low = 0;
    let high = anchors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[middle]?.[side] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const fitting = restated.filter(({ before, after }) => between("before", before) === between("after", after));
  const byGap = Map.groupBy(fitting, ({ after }) => between("after", after));
  return [...anchors, ...[...byGap.values()].flatMap(heaviestChain)].sort((a, b) => a.after - b.after);
}

function isSame(before: PartLetters, after: PartLetters, pair: Place): boolean {
  return (
    before.kinds[pair.before] === after.kinds[pair.after] &&
    before.text.charCodeAt(pair.before) === after.text.charCodeAt(pair.after)
  );
}

/** Ids that follow each other, and where they stand. */
type Known = Range & { readonly place: number };

function* originsIn(letters: PartLetters, originsOf: OriginsOf): Generator<undefined, Known[]> {
  const known: Known[] = [];
  for (const [index, stretch] of [...letters.stretches()].entries()) {
    for (const { clock, length, first } of originsOf(stretch)) {
      known.push({ ...first, length, place: stretch.place + (clock - stretch.clock) });
    }
    if (index % STRETCHES_AT_ONCE === STRETCHES_AT_ONCE - 1) yield;
  }
  return known;
}

/** Finds the places of ids. Stretches of the same ids may be there twice: the first is found. */
class Index {
  readonly #byClient: Map<number, Known[]>;

  constructor(known: readonly Known[]) {
    this.#byClient = Map.groupBy(known, ({ client }) => client);
    for (const list of this.#byClient.values()) list.sort((a, b) => a.clock - b.clock);
  }

  *touching({ client, clock, length }: Range): Generator<{ at: number; place: number; length: number }> {
    const list = this.#byClient.get(client) ?? [];
    for (let i = firstBeyond(list, clock); i < list.length; i++) {
      const each = list[i];
      if (each === undefined || each.clock >= clock + length) return;
      const at = Math.max(clock, each.clock);
      const end = Math.min(clock + length, each.clock + each.length);
      if (end > at) yield { at, place: each.place + (at - each.clock), length: end - at };
    }
  }
}

/** The places that both texts have, and that did not stay. */
function apartPlaces(shared: readonly Common[], chain: readonly Common[], old: PartLetters, now: PartLetters) {
  const apart = { before: new Uint8Array(old.length), after: new Uint8Array(now.length) };
  const stay = new Set(chain);
  for (const each of shared) {
    if (stay.has(each)) continue;
    apart.before.fill(1, each.before, each.before + each.length);
    apart.after.fill(1, each.after, each.after + each.length);
  }
  return apart;
}

/** The same words between two places of both texts. */
function sameWords(words: { readonly before: Words; readonly after: Words }, from: Place, until: Place): Common[] {
  const old = words.before.between(from.before, until.before);
  const now = words.after.between(from.after, until.after);
  return commonTokens(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  ).map(({ before: first, after: second, length }) => {
    const start = old[first]?.place ?? until.before;
    return {
      before: start,
      after: now[second]?.place ?? until.after,
      length: (old[first + length]?.place ?? until.before) - start,
    };
  });
}

const TOKENS = /[\p{L}\p{N}\p{M}]+|./gsu;

/** The words of a text and what stands between them, by keys that say what they are the same as. */
class Words {
  readonly #letters: PartLetters;
  readonly #owners: (string | null)[] = [];
  readonly #apart: Uint8Array;
  readonly #side: string;

  /** @param side what tells the words of one text that were moved from those of the other: they are like none */
  constructor(letters: PartLetters, origins: readonly Known[], apart: Uint8Array, ownerOf: OwnerOf, side: string) {
    this.#letters = letters;
    this.#apart = apart;
    this.#side = side;
    for (const { client, place, length } of origins) {
      const owner = ownerOf(client);
      for (let i = 0; i < length; i++) this.#owners[place + i] = owner;
    }
  }

  between(from: number, until: number): { readonly key: string; readonly place: number }[] {
    const { kinds, text } = this.#letters;
    const tokens: { readonly key: string; readonly place: number }[] = [];
    let place = from;
    while (place < until) {
      if (kinds[place] !== LETTER) {
        tokens.push({ key: kinds[place] === PARAGRAPH ? PARAGRAPH_TOKEN : "\n", place });
        place += 1;
        continue;
      }
      const owner = this.#owners[place] ?? null;
      const isApart = this.#apart[place] === 1;
      let end = place;
      while (end < until && kinds[end] === LETTER && this.#isLike(end, owner, isApart)) end += 1;
      for (const [word] of text.slice(place, end).matchAll(TOKENS)) {
        const key = owner === null ? word : `${word}\0${owner}`;
        tokens.push({ key: isApart ? `${this.#side}${place}` : key, place });
        place += word.length;
      }
    }
    return tokens;
  }

  #isLike(place: number, owner: string | null, isApart: boolean): boolean {
    return (this.#owners[place] ?? null) === owner && (this.#apart[place] === 1) === isApart;
  }
}
