import type { Stride } from "../../../shared/text/stride.ts";
import { PARAGRAPH_TOKEN } from "../../../shared/text/word-diff.ts";
import type { OwnerOf } from "./align.ts";
import { LETTER, PARAGRAPH, type PartLetters } from "./part-letters.ts";
import type { Known } from "./places-by-id.ts";

const TOKENS = /[\p{L}\p{N}\p{M}]+|./gsu;

/** Tokens of a text: what each is the same as, and where it begins. */
interface Tokens {
  readonly keys: readonly string[];
  readonly places: readonly number[];
}

/** The words of a text and what stands between them, by keys that say what they are the same as. */
export class Words {
  readonly #letters: PartLetters;
  readonly #origins: readonly Known[];
  readonly #apart: Uint8Array;
  readonly #ownerOf: OwnerOf | null;
  readonly #side: string;

  /**
   * @param origins of all letters, in the order of their places
   * @param apart the places of words that were moved
   * @param side what tells the words of one text that were moved from those of the other: they are like none
   */
  constructor(
    letters: PartLetters,
    origins: readonly Known[],
    apart: Uint8Array,
    ownerOf: OwnerOf | null,
    side: string,
  ) {
    this.#letters = letters;
    this.#origins = origins;
    this.#apart = apart;
    this.#ownerOf = ownerOf;
    this.#side = side;
  }

  /** Those from one place to before another. Pauses as it goes. */
  *between(from: number, until: number, stride: Stride): Generator<undefined, Tokens> {
    const { kinds, text } = this.#letters;
    const keys: string[] = [];
    const places: number[] = [];
    let place = from;
    while (place < until) {
      if (kinds[place] !== LETTER) {
        keys.push(kinds[place] === PARAGRAPH ? PARAGRAPH_TOKEN : "\n");
        places.push(place);
        place += 1;
        if (stride.isDue(1)) yield;
        continue;
      }
      const { owner, end } = this.#like(place, until);
      const isApart = this.#apart[place] === 1;
      for (const [word] of text.slice(place, end).matchAll(TOKENS)) {
        const key = owner === null ? word : `${word}\0${owner}`;
        keys.push(isApart ? `${this.#side}${place}` : key);
        places.push(place);
        place += word.length;
        if (stride.isDue(2 * word.length)) yield;
      }
    }
    return { keys, places };
  }

  /** Whose a letter is, and up to where letters are the same person's and stayed or did not as it did. */
  #like(place: number, until: number): { readonly owner: string | null; readonly end: number } {
    const { kinds } = this.#letters;
    const owner = this.#ownerAt(place);
    const isApart = this.#apart[place];
    let end = place;
    while (end < until && kinds[end] === LETTER && this.#apart[end] === isApart) {
      if (this.#ownerOf === null) end += 1;
      else {
        const stretch = this.#originAt(end);
        if (stretch !== undefined && this.#ownerOf(stretch.client) !== owner) break;
        const last = Math.min(until, stretch === undefined ? end + 1 : stretch.place + stretch.length);
        while (end < last && kinds[end] === LETTER && this.#apart[end] === isApart) end += 1;
      }
    }
    return { owner, end };
  }

  #ownerAt(place: number): string | null {
    const stretch = this.#ownerOf === null ? undefined : this.#originAt(place);
    return stretch === undefined || this.#ownerOf === null ? null : this.#ownerOf(stretch.client);
  }

  #originAt(place: number): Known | undefined {
    let low = 0;
    let high = this.#origins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = this.#origins[middle];
      if (found !== undefined && found.place + found.length <= place) low = middle + 1;
      else high = middle;
    }
    return this.#origins[low];
  }
}
