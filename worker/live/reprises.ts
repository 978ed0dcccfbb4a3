import type { Range } from "./bounded-decoder.ts";
import type { Claim } from "./deed.ts";

/** Letters that stand, or stood, one behind the other, and where each is from. */
export interface LetterRun {
  readonly text: string;
  /** The letters' ids, in their order; the lengths add up to the text's. */
  readonly ids: readonly Range[];
}

/**
 * Pairs of words compared for one update; beyond, only whole runs are: no real gesture moves so much and changes it too,
 * and comparing everything with everything would let one frame stop the object for minutes.
 */
const PAIRS_MAX = 400_000;

const TOKENS = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu;
const WORD = /[\p{L}\p{N}]/u;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly isWord: boolean;
}

interface Source {
  readonly run: LetterRun;
  readonly tokens: readonly Token[];
  /** 1 for each letter already found elsewhere. */
  readonly used: Uint8Array;
}

interface Match {
  readonly source: Source;
  readonly sourceStart: number;
  readonly start: number;
  readonly length: number;
}

/**
 * What an update moved: stretches of at least one word that it deletes and inserts, same letters, same order, each
 * deleted letter used once. This is how splitting and joining paragraphs reach a document.
 *
 * @param deleted letters that the update removed from the screen
 * @param gone letters that it meant to remove and that somebody else had removed before: nobody knows any more what
 *   stood beside them
 */
export function findReprises(
  deleted: readonly LetterRun[],
  gone: readonly LetterRun[],
  inserted: readonly LetterRun[],
): Claim[] {
  const sources = [...deleted, ...gone].map(sourceOf);
  const budget = { pairs: PAIRS_MAX };
  const reprises: Claim[] = [];
  for (const run of inserted) {
    const tokens = tokensOf(run.text);
    const taken = new Uint8Array(run.text.length);
    const keep = ({ source, sourceStart, start, length }: Match) => {
      source.used.fill(1, sourceStart, sourceStart + length);
      taken.fill(1, start, start + length);
      reprises.push(...pairUp(slice(run.ids, start, length), slice(source.run.ids, sourceStart, length)));
    };
    for (;;) {
      const match = longestMatch(sources, run.text, tokens, taken, budget);
      if (match === null) break;
      keep(match);
    }
  }
  return reprises;
}

/** Letters paired one to one: as few reprises as their ids allow. */
export function pairUp(to: readonly Range[], from: readonly Range[], declared = false): Claim[] {
  const pairs: Claim[] = [];
  let source = 0;
  let offset = 0;
  for (const range of to) {
    let done = 0;
    while (done < range.length) {
      const origin = from[source];
      if (origin === undefined) return pairs;
      const length = Math.min(range.length - done, origin.length - offset);
      pairs.push({
        client: range.client,
        clock: range.clock + done,
        length,
        from: { client: origin.client, clock: origin.clock + offset },
        declared,
      });
      done += length;
      offset += length;
      if (offset === origin.length) {
        source += 1;
        offset = 0;
      }
    }
  }
  return pairs;
}

/** The ids of a stretch of a run. */
export function slice(ids: readonly Range[], start: number, length: number): Range[] {
  const part: Range[] = [];
  let at = 0;
  for (const range of ids) {
    const from = Math.max(start, at);
    const to = Math.min(start + length, at + range.length);
    if (from < to) part.push({ client: range.client, clock: range.clock + (from - at), length: to - from });
    at += range.length;
  }
  return part;
}

function longestMatch(
  sources: readonly Source[],
  text: string,
  tokens: readonly Token[],
  taken: Uint8Array,
  budget: { pairs: number },
): Match | null {
  let best: Match | null = null;
  for (const source of sources) {
    const whole = source.run.text === text && !source.used.includes(1) && !taken.includes(1);
    if (whole) return WORD.test(text) ? { source, sourceStart: 0, start: 0, length: text.length } : null;
    budget.pairs -= source.tokens.length * tokens.length;
    if (budget.pairs < 0) continue;
    const match = longestCommon(source, tokens, taken);
    if (match !== null && (best === null || match.length > best.length)) best = match;
  }
  return best;
}

/** The longest stretch of tokens that both have and neither used, with a word in it. */
function longestCommon(source: Source, tokens: readonly Token[], taken: Uint8Array): Match | null {
  let best: Match | null = null;
  // lengths[j]: letters of the common stretch that ends at the previous source token and at token j.
  let lengths: { letters: number; words: number }[] = tokens.map(() => NONE);
  for (const old of source.tokens) {
    const next: { letters: number; words: number }[] = [];
    for (const [j, token] of tokens.entries()) {
      if (old.text !== token.text || source.used[old.start] === 1 || taken[token.start] === 1) {
        next.push(NONE);
        continue;
      }
      const before = (j === 0 ? undefined : lengths[j - 1]) ?? NONE;
      const here = { letters: before.letters + old.text.length, words: before.words + (old.isWord ? 1 : 0) };
      next.push(here);
      if (here.words > 0 && (best === null || here.letters > best.length)) {
        best = {
          source,
          sourceStart: old.start + old.text.length - here.letters,
          start: token.start + token.text.length - here.letters,
          length: here.letters,
        };
      }
    }
    lengths = next;
  }
  return best;
}

function sourceOf(run: LetterRun): Source {
  return { run, tokens: tokensOf(run.text), used: new Uint8Array(run.text.length) };
}

const NONE = { letters: 0, words: 0 };

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKENS)].map((match) => ({
    text: match[0],
    start: match.index,
    isWord: WORD.test(match[0]),
  }));
}
