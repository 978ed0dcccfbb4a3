import { Fragment, type Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { initProseMirrorDoc, updateYFragment } from "y-prosemirror";
import type * as Y from "yjs";
import { GENRES, RETRAITS } from "../../shared/editor/genres.ts";
import { schema } from "../../shared/editor/schema.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { SeededRandom } from "../harness/random.ts";
import { RawPage } from "../harness/raw-page.ts";
import type { Link } from "../harness/simulated-room.ts";

/** What somebody did to words they saw. */
export interface Ledger {
  /** Every word typed, each different from all others. */
  readonly typed: string[];
  /** Who typed each. */
  readonly authors: Map<string, AccountId>;
  /** Words that were in a range somebody deleted, seeing them. */
  readonly deleted: Set<string>;
}

/** A word that no other shares a letter of: the first and last letters are its own. */
export const WORD = /(.)mot\1/gu;
const FIRST_LETTER = 0x4e00;

/**
 * Somebody at a keyboard: gestures of ProseMirror, carried into the document by the very function that y-prosemirror's
 * binding uses.
 */
export class Writer {
  readonly page: RawPage;
  readonly account: AccountId;
  link: Link | null = null;
  readonly #random: SeededRandom;
  readonly #ledger: Ledger;
  readonly #section: string;

  constructor(options: { client: number; account: AccountId; random: SeededRandom; ledger: Ledger; section: string }) {
    this.page = new RawPage(options.client);
    this.account = options.account;
    this.#random = options.random;
    this.#ledger = options.ledger;
    this.#section = options.section;
  }

  act(): void {
    const gestures = [
      () => this.#type(),
      () => this.#type(),
      () => this.#type(),
      () => this.#type(),
      () => this.#type(),
      () => this.#split(),
      () => this.#join(),
      () => this.#restyle(),
      () => this.#indent(),
      () => this.#delete(),
    ];
    this.#random.pick(gestures)();
  }

  #type(): void {
    const word = `${String.fromCodePoint(FIRST_LETTER + this.#ledger.typed.length)}`;
    const whole = `${word}mot${word}`;
    this.#ledger.typed.push(whole);
    this.#ledger.authors.set(whole, this.account);
    this.#edit((change) => {
      if (change.doc.childCount === 0) {
        change.insert(0, schema.node("paragraph", null, [schema.text(`${whole} `)]));
        return;
      }
      const caret = this.#caret(change.doc);
      const { parentOffset, parent } = change.doc.resolve(caret);
      // Words have a space between them, as people write.
      const space = /[^ ]$/.test(parent.textBetween(0, parentOffset)) ? " " : "";
      change.insert(caret, Fragment.from(schema.text(`${space}${whole} `)));
    });
  }

  #split(): void {
    this.#edit((change) => {
      if (change.doc.childCount > 0) change.split(this.#caret(change.doc));
    });
  }

  #join(): void {
    this.#edit((change) => {
      if (change.doc.childCount < 2) return;
      const index = 1 + this.#random.below(change.doc.childCount - 1);
      change.join(startOf(change.doc, index));
    });
  }

  #restyle(): void {
    const genre = this.#random.pick(GENRES);
    this.#setAttribute("genre", genre === "texte" ? null : genre);
  }

  #indent(): void {
    const retrait = this.#random.pick(RETRAITS);
    this.#setAttribute("retrait", retrait === 0 ? null : retrait);
  }

  #setAttribute(name: string, value: unknown): void {
    this.#edit((change) => {
      if (change.doc.childCount === 0) return;
      change.setNodeAttribute(startOf(change.doc, this.#random.below(change.doc.childCount)), name, value);
    });
  }

  #delete(): void {
    this.#edit((change) => {
      if (change.doc.childCount === 0) return;
      const from = this.#caret(change.doc);
      const to = this.#caret(change.doc);
      const [start, end] = from < to ? [from, to] : [to, from];
      // A few words at a time: else nothing would be left to test.
      if (end - start > 40) return;
      for (const [word] of change.doc.textBetween(start, end, "\n").matchAll(WORD)) this.#ledger.deleted.add(word);
      change.delete(start, end);
    });
  }

  /** A place between words, in any paragraph. */
  #caret(doc: Node): number {
    const index = this.#random.below(doc.childCount);
    const text = doc.child(index).textContent;
    const places = [0, text.length];
    for (const match of text.matchAll(WORD)) places.push(match.index, match.index + match[0].length);
    return startOf(doc, index) + 1 + this.#random.pick(places);
  }

  #edit(gesture: (change: Transform) => void): void {
    const fragment: Y.XmlFragment = this.page.doc.getXmlFragment(this.#section);
    // Reading may write: y-prosemirror moves two texts that stand side by side into one, by two transactions of one tick.
    // A page sends what happens in one tick as one update.
    this.page.doc.transact(() => {
      const { doc, meta } = initProseMirrorDoc(fragment, schema);
      const change = new Transform(doc);
      gesture(change);
      if (change.docChanged) updateYFragment(this.page.doc, fragment, change.doc, meta);
    });
  }
}

function startOf(doc: Node, index: number): number {
  let start = 0;
  for (let i = 0; i < index; i++) start += doc.child(i).nodeSize;
  return start;
}
