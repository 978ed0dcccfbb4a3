import type { Node } from "prosemirror-model";
import type { AccountId } from "../../shared/ids.ts";

/**
 * A word that no other is: the first and last letters are its own. What says who typed it is the word itself, so that the
 * truth needs no ids and nothing of the product.
 */
const WORD = /([\u4e00-\u9fff])mot\1/gu;
/** The same with the signs around it, by which it is a word for itself wherever it stands. */
const SET_OFF = /‹?([\u4e00-\u9fff])mot\1›?/gu;
/** The same few words whoever types them, between two signs, of no word, that say whose they are in this very place. */
const PHRASE = /([\ue000-\uf8ff])les élus\1/gu;
export const SAME_WORDS = "les élus";

const FIRST_WORD = 0x4e00;
const FIRST_PHRASE = 0xe000;

/** The place of a word or a phrase on a screen. */
export interface Seen {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Who typed what, and who removed it, as their own screens showed it to them. */
export class Ledger {
  /** Who typed each word, and the two letters around each phrase. */
  readonly typed = new Map<string, AccountId>();
  /** Whose the words within a phrase are; null when nobody can say. */
  readonly within = new Map<string, AccountId | null>();
  /** For each person, what they last did to a word: whether it was gone from their screen by their own gesture. */
  readonly #removed = new Map<AccountId, Map<string, boolean>>();
  /** Who ever put a word or phrase into the text, by typing, moving or pasting it; and the words within: by its letter. */
  readonly #put = new Map<string, Set<AccountId>>();
  readonly #putWithin = new Map<string, Set<AccountId>>();
  /** What somebody removed and saw again, by no gesture of theirs. */
  readonly #returned = new Set<string>();

  newWord(by: AccountId): string {
    const letter = String.fromCodePoint(FIRST_WORD + this.typed.size);
    this.typed.set(letter, by);
    return `‹${letter}mot${letter}›`;
  }

  /**
   * The letter around a new phrase, whose words are this person's.
   *
   * @param from the phrases that they were in before, when they were moved
   */
  newPhrase(by: AccountId, words: AccountId | null, from: readonly string[] = []): string {
    const letter = String.fromCodePoint(FIRST_PHRASE + this.within.size);
    this.typed.set(letter, by);
    this.within.set(letter, words);
    this.#putWithin.set(letter, new Set(from.flatMap((name) => [...(this.#putWithin.get(name) ?? [])])));
    return letter;
  }

  /** A gesture of this person changed their screen from this to that. */
  gesture(by: AccountId, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): void {
    const removed = this.#removed.get(by) ?? new Map<string, boolean>();
    this.#removed.set(by, removed);
    for (const name of before.keys()) if (removed.get(name) === true) this.#returned.add(`${by} ${name}`);
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const change = (after.get(name) ?? 0) - (before.get(name) ?? 0);
      if (change !== 0) removed.set(name, change < 0);
    }
  }

  /** This person's page wrote these letters. */
  puts(by: AccountId, letters: string): void {
    for (const letter of letters) {
      if (!this.typed.has(letter)) continue;
      for (const put of [this.#put, this.#putWithin]) put.set(letter, (put.get(letter) ?? new Set()).add(by));
    }
  }

  /** Whether they ever put it somewhere: what they moved and is not believed to be its author's is theirs. */
  hasPut(by: AccountId, name: string): boolean {
    return this.#put.get(name)?.has(by) === true;
  }

  /** This person has the words within a phrase at hand: to paste them, or to take back that they cut them. */
  handles(by: AccountId, name: string): void {
    this.#putWithin.set(name, (this.#putWithin.get(name) ?? new Set()).add(by));
  }

  /** The same of the words within a phrase, wherever they were. */
  hasPutWithin(by: AccountId, name: string): boolean {
    return this.#putWithin.get(name)?.has(by) === true;
  }

  /** Whether this person removed it once, and somebody else brought it back. */
  hasReturned(by: AccountId, name: string): boolean {
    return this.#returned.has(`${by} ${name}`);
  }

  /** This person sees it now: whatever they did to it before was undone by somebody. */
  sees(by: AccountId, name: string): void {
    this.#removed.get(by)?.delete(name);
  }

  /** Whether the last that this person did to it was to remove it. */
  hasRemoved(by: AccountId, name: string): boolean {
    return this.#removed.get(by)?.get(name) === true;
  }
}

/** The words and phrases in a text, each by the letter that is its own. */
export function seenIn(text: string): Seen[] {
  return [...text.matchAll(WORD), ...text.matchAll(PHRASE)].map((match) => ({
    name: match[1] ?? "",
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The same in a section, in its positions, with how often each is on the screen. */
export function seenInSection(doc: Node): Seen[] {
  const seen: Seen[] = [];
  doc.forEach((paragraph, start) => {
    for (const { name, from, to } of seenIn(lineOf(paragraph))) {
      seen.push({ name, from: start + 1 + from, to: start + 1 + to });
    }
  });
  return seen;
}

/** The places of a section where a caret may be: between words, and never within a phrase. */
export function placesIn(doc: Node): number[] {
  const places: number[] = [];
  doc.forEach((paragraph, start) => {
    const text = lineOf(paragraph);
    const words = [...text.matchAll(SET_OFF), ...text.matchAll(PHRASE)];
    const edges = words.flatMap((match) => [match.index, match.index + match[0].length]);
    const inParagraph = new Set([0, text.length, ...edges]);
    places.push(...[...inParagraph].map((place) => start + 1 + place));
  });
  return places;
}

/** A position for each letter: a break is one too. */
function lineOf(paragraph: Node): string {
  return paragraph.textBetween(0, paragraph.content.size, null, "\n");
}
