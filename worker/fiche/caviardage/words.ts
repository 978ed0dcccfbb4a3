import { BLANK } from "../../live/blanked.ts";

/** Where some words stand in a text. */
export interface Occurrence {
  readonly start: number;
  readonly length: number;
}

const APOSTROPHES = "['’‘ʼ]";
/** That of the keyboard, and those that word processors write. */
const HYPHENS = "[\\-\\u2010\\u2011]";
const APOSTROPHE = new RegExp(`^${APOSTROPHES}$`, "u");
const HYPHEN = new RegExp(`^${HYPHENS}$`, "u");
const PIECE = /[\s\p{Cf}]+|['’‘ʼ]|\P{M}\p{M}*|\p{M}+/gu;
const EDGES = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
/** White space that somebody sees: one of zero width is among what nobody does, though JavaScript takes it for space. */
const SPACE = "[^\\S\\ufeff]";
const SPACES = new RegExp(SPACE, "u");
/** What nobody sees, between any two letters: soft hyphens, zero-width characters. */
const UNSEEN = "\\p{Cf}*";
/**
 * White space, whatever unseen is in it: all of it in one go, so that in no text there are two ways to read it. With two,
 * whoever writes a long row of such characters would make the search last for ever.
 */
const BETWEEN_WORDS = `(?=${UNSEEN}${SPACE})[\\s\\p{Cf}]+`;
const AT_ITS_BEGINNING = "(?<![\\s\\p{Cf}])";

/**
 * Words to look for, letter for letter, wherever these letters follow each other: one white space is as good as another, so is
 * one apostrophe or one hyphen, and an accent may be composed or not. Case counts.
 */
export class Words {
  readonly #pattern: RegExp;
  readonly #pieces: readonly string[];
  readonly #keys: readonly string[];

  constructor(words: string) {
    const pieces = [...words.replace(EDGES, "").matchAll(PIECE)]
      .map(([piece]) => piece)
      .filter((piece) => !isUnseen(piece));
    this.#pieces = pieces.map(patternOf);
    this.#keys = pieces.map(keyOf);
    this.#pattern = inARow(this.#pieces);
  }

  /** Whether there is a letter or a figure to look for. */
  static hasAny(words: string): boolean {
    return /[\p{L}\p{N}]/u.test(words);
  }

  /** Every occurrence, in order; those that overlap are one. */
  in(text: string): Occurrence[] {
    const found: Occurrence[] = [];
    this.#pattern.lastIndex = 0;
    for (let match = this.#pattern.exec(text); match !== null; match = this.#pattern.exec(text)) {
      const last = found.at(-1);
      const end = match.index + match[0].length;
      if (last !== undefined && match.index < last.start + last.length) {
        found[found.length - 1] = { start: last.start, length: end - last.start };
      } else {
        found.push({ start: match.index, length: match[0].length });
      }
      // Another may begin within this one: behind its first letter whole, or the same would be found again for ever.
      this.#pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
    }
    return found;
  }

  /**
   * Where a text has the first half of the words, or the last: for a text without ids, in which other words may stand
   * between the two.
   */
  halvesIn(text: string): Occurrence[] {
    const { length } = this.#pieces;
    const half = Math.max(CUT_MIN, Math.ceil(length / 2));
    if (half >= length) return [];
    return [this.#pieces.slice(0, half), this.#pieces.slice(length - half)].flatMap((pieces) =>
      [...text.matchAll(inARow(pieces))].map((match) => ({
        start: match.index,
        length: match[0].length,
      })),
    );
  }

  /**
   * Every occurrence, and what a text that was cut out of another still has of them at its two ends: at least three letters, since
   * fewer say nothing. Letter by letter, once: patterns of all the ends of long words would take minutes.
   */
  inExcerpt(text: string): Occurrence[] {
    const found = this.in(text);
    const read = [...text.matchAll(PIECE)].filter(([piece]) => !isUnseen(piece));
    const keys = read.map(([piece]) => keyOf(piece));
    const most = Math.min(this.#keys.length - 1, keys.length);
    const spans = (from: number, count: number): Occurrence => {
      const [first, last] = [read[from], read[from + count - 1]];
      const start = first?.index ?? 0;
      return { start, length: (last?.index ?? 0) + (last?.[0].length ?? 0) - start };
    };
    const begun = overlap(this.#keys, keys, most);
    if (begun >= CUT_MIN) found.push(spans(0, begun));
    const ended = overlap(keys, this.#keys, most);
    if (ended >= CUT_MIN) found.push(spans(keys.length - ended, ended));
    return found;
  }
}

/** How many keys the first ends with, and the second begins with: as many as there are, so many at most. */
function overlap(first: readonly string[], second: readonly string[], most: number): number {
  for (let count = most; count > 0; count--) {
    let same = 0;
    while (same < count && first[first.length - count + same] === second[same]) same += 1;
    if (same === count) return count;
  }
  return 0;
}

/** Pieces of words that still say something. */
const CUT_MIN = 3;

/** The text with these of its letters gone. */
export function blanked(text: string, occurrences: readonly Occurrence[]): string {
  let masked = text;
  for (const { start, length } of occurrences) {
    masked = masked.slice(0, start) + BLANK.repeat(length) + masked.slice(start + length);
  }
  return masked;
}

function isUnseen(piece: string): boolean {
  return /^[\s\p{Cf}]/u.test(piece) && !SPACES.test(piece);
}

/** These patterns one behind the other, with whatever nobody sees between two letters. */
function inARow(patterns: readonly string[]): RegExp {
  const joined = patterns.map((pattern, index) => {
    const before = patterns[index - 1];
    if (pattern === BETWEEN_WORDS) return before === undefined ? AT_ITS_BEGINNING + pattern : pattern;
    return before === undefined || before === BETWEEN_WORDS ? pattern : UNSEEN + pattern;
  });
  return new RegExp(joined.join(""), "gu");
}

/** What a piece is the same as. */
function keyOf(piece: string): string {
  if (SPACES.test(piece)) return " ";
  if (APOSTROPHE.test(piece)) return "'";
  return HYPHEN.test(piece) ? "-" : piece.normalize("NFC");
}

function patternOf(piece: string): string {
  if (SPACES.test(piece)) return BETWEEN_WORDS;
  if (APOSTROPHE.test(piece)) return APOSTROPHES;
  if (HYPHEN.test(piece)) return HYPHENS;
  const forms = [...new Set([piece, piece.normalize("NFC"), piece.normalize("NFD")])].map(literally);
  return forms.length === 1 ? (forms[0] ?? "") : `(?:${forms.join("|")})`;
}

function literally(form: string): string {
  return [...form].map((letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`).join("");
}
