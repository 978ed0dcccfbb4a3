import * as Y from "yjs";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import { RESTATES } from "../../web/live/own-changes.ts";
import type { Id } from "../../worker/live/bounded-decoder.ts";
import type { SeededRandom } from "../harness/random.ts";
import { addParagraph } from "../harness/raw-page.ts";
import { DeclaringPage } from "./declaring-page.ts";

/** A letter that somebody typed, wherever it is now. */
export type Known = Id & { readonly letter: string };

/** Letters that Mallory writes, each with the one that she says it is. */
type Forged = readonly { readonly letter: string; readonly from: Id | null }[];

/** Somebody who knows every letter ever written, and says of hers that they are others', as she likes. */
export class Forger {
  readonly page: DeclaringPage;
  readonly #random: SeededRandom;
  readonly #section: string;

  constructor(client: number, random: SeededRandom, section: string) {
    this.page = new DeclaringPage(client);
    this.#random = random;
    this.#section = section;
  }

  /** @param letters all that others wrote, in the order of their ids */
  act(letters: readonly Known[], sentence: string): void {
    const random = this.#random;
    const forged = random.pick([
      () => this.#byLetters(letters, sentence, false),
      () => this.#byLetters(letters, sentence, true),
      () => this.#byWords(letters, sentence.split(" ")),
      () => this.#byWords(letters, sentence.split(" ")),
      () => this.#byChunks(letters, 12),
      () => this.#byChunks(letters, 40),
      () => this.#again(letters),
    ])();
    if (random.chance(0.25)) this.#pieceByPiece(forged);
    else this.#write(forged, random.chance(0.8));
  }

  /** Some words go first: others' old letters are there for all who know them. */
  remove(): void {
    const text = this.#pickText();
    if (text === null || text.length === 0) return;
    // Whole lines or one stretch: what is left of a line is still as its author put it.
    const from = this.#random.chance(0.6) ? 0 : this.#random.below(text.length);
    const length = from === 0 ? text.length : text.length - from;
    const fragment = this.page.doc.getXmlFragment(this.#section);
    if (from === 0 && fragment.length > 1 && this.#random.chance(0.5)) {
      const index = fragment.toArray().findIndex((each) => each instanceof Y.XmlElement && each.get(0) === text);
      if (index >= 0) fragment.delete(index, 1);
    } else text.delete(from, length);
  }

  #byLetters(letters: readonly Known[], sentence: string, once: boolean): Forged {
    const used = new Set<Known>();
    return Array.from(sentence, (letter) => {
      const found = letters.filter((known) => known.letter === letter && !used.has(known));
      if (found.length === 0) return { letter, from: null };
      const from = this.#random.pick(found);
      if (once) used.add(from);
      return { letter, from };
    });
  }

  /** Each word from wherever it was written, the spaces between her own or somebody's. */
  #byWords(letters: readonly Known[], words: readonly string[]): Forged {
    const text = letters.map(({ letter }) => letter).join("");
    return words.flatMap((word, index) => {
      const places = [...text.matchAll(new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, "gu"))].map(
        (match) => match.index,
      );
      const start = places.length === 0 ? null : this.#random.pick(places);
      const space = letters.find(({ letter }) => letter === " ");
      const gap = { letter: " ", from: this.#random.chance(0.5) ? (space ?? null) : null };
      const own = this.#random.chance(0.1) ? Array.from(" oui", (letter) => ({ letter, from: null })) : [];
      return [
        ...(index === 0 ? [] : [gap]),
        ...Array.from(word, (letter, i) => ({ letter, from: start === null ? null : (letters[start + i] ?? null) })),
        ...own,
      ];
    });
  }

  /** Stretches from here and there, in any order. */
  #byChunks(letters: readonly Known[], longest: number): Forged {
    return Array.from({ length: 1 + this.#random.below(5) }, () => {
      const start = this.#random.below(letters.length);
      return letters
        .slice(start, start + 1 + this.#random.below(longest))
        .map((known) => ({ letter: known.letter, from: known }));
    }).flat();
  }

  /** The same letters, many times. */
  #again(letters: readonly Known[]): Forged {
    const start = this.#random.below(letters.length);
    const some = letters
      .slice(start, start + 1 + this.#random.below(20))
      .map((known) => ({ letter: known.letter, from: known }));
    return Array.from({ length: 3 }, () => some).flat();
  }

  /** Each word in an update of its own, behind the last. */
  #pieceByPiece(forged: Forged): void {
    addParagraph(this.page.doc, this.#section, "");
    const fragment = this.page.doc.getXmlFragment(this.#section);
    const paragraph = fragment.get(fragment.length - 1);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) return;
    for (let start = 0; start < forged.length; ) {
      const space = forged.findIndex(({ letter }, index) => index > start && letter === " ");
      const end = space === -1 ? forged.length : space;
      this.page.doc.transact((transaction) => this.#insert(transaction, text, text.length, forged.slice(start, end)));
      start = end;
    }
  }

  #write(forged: Forged, declares: boolean): void {
    const text = this.#pickText();
    if (text === null) return;
    this.page.doc.transact((transaction) => {
      const at = this.#random.below(text.length + 1);
      const removed = this.#random.chance(0.5) ? Math.min(text.length - at, this.#random.below(60)) : 0;
      if (removed > 0) text.delete(at, removed);
      this.#insert(transaction, text, at, forged);
      // Else she is a stock client, whose moves are found by their words.
      if (!declares) transaction.meta.delete(RESTATES);
    });
  }

  #insert(transaction: Y.Transaction, text: Y.XmlText, at: number, forged: Forged): void {
    const { doc, client } = this.page;
    const clock = Y.getState(doc.store, client);
    text.insert(at, forged.map(({ letter }) => letter).join(""));
    const declarations = forged.flatMap(({ from }, index): Declaration[] =>
      from === null
        ? []
        : [{ client, clock: clock + index, length: 1, from: { client: from.client, clock: from.clock } }],
    );
    transaction.meta.set(RESTATES, joined(declarations));
  }

  #pickText(): Y.XmlText | null {
    const texts = this.page.doc
      .getXmlFragment(this.#section)
      .toArray()
      .flatMap((each) => (each instanceof Y.XmlElement ? each.toArray() : []))
      .filter((each) => each instanceof Y.XmlText);
    return texts.length === 0 ? null : this.#random.pick(texts);
  }
}

/** As few as say the same: a frame has room for so many. */
function joined(declarations: readonly Declaration[]): Declaration[] {
  const few: Declaration[] = [];
  for (const next of declarations) {
    const last = few.at(-1);
    const goesOn =
      last !== undefined &&
      last.clock + last.length === next.clock &&
      last.from.client === next.from.client &&
      last.from.clock + last.length === next.from.clock;
    if (goesOn) few[few.length - 1] = { ...last, length: last.length + 1 };
    else few.push(next);
  }
  return few;
}
