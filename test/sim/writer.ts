import { Fragment, type Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import type { Transform } from "prosemirror-transform";
import * as Y from "yjs";
import { GENRES, RETRAITS } from "../../shared/editor/genres.ts";
import type { AccountId } from "../../shared/ids.ts";
import { bindSection } from "../../web/editor/binding/section-binding.ts";
import { domSchema } from "../../web/editor/dom-schema.ts";
import type { SeededRandom } from "../harness/random.ts";
import type { Link } from "../harness/simulated-room.ts";
import { DeclaringPage } from "./declaring-page.ts";

/** What somebody did to words they saw. */
export interface Ledger {
  /** Every word typed, each different from all others. */
  readonly typed: string[];
  /** Who typed each. */
  readonly authors: Map<string, AccountId>;
  /** Who put each into the text, by typing it or moving it. */
  readonly put: Map<string, Set<AccountId>>;
  /** Words that were in a range somebody deleted, seeing them. */
  readonly deleted: Set<string>;
}

/** A word that no other shares a letter of: the first and last letters are its own. */
export const WORD = /(.)mot\1/gu;
const FIRST_LETTER = 0x4e00;

/**
 * Somebody at a keyboard: gestures of ProseMirror, carried into the document, and others' changes onto the screen, by
 * the very binding that the page uses.
 */
export class Writer {
  readonly page: DeclaringPage;
  readonly account: AccountId;
  link: Link | null = null;
  readonly #random: SeededRandom;
  readonly #ledger: Ledger;
  readonly #binding;
  #state = EditorState.create({ schema: domSchema });

  constructor(options: { client: number; account: AccountId; random: SeededRandom; ledger: Ledger; section: string }) {
    this.page = new DeclaringPage(options.client);
    this.account = options.account;
    this.page.doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) this.#note(update);
    });
    this.#random = options.random;
    this.#ledger = options.ledger;
    this.#binding = bindSection(this.page.doc.getXmlFragment(options.section), {
      state: () => this.#state,
      dispatch: (transaction) => {
        this.#state = this.#state.apply(transaction);
      },
    });
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

  #note(update: Uint8Array): void {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      for (const [word] of struct.content.str.matchAll(WORD)) {
        this.#ledger.put.set(word, (this.#ledger.put.get(word) ?? new Set()).add(this.account));
      }
    }
  }

  #type(): void {
    const word = `${String.fromCodePoint(FIRST_LETTER + this.#ledger.typed.length)}`;
    const whole = `${word}mot${word}`;
    this.#ledger.typed.push(whole);
    this.#ledger.authors.set(whole, this.account);
    this.#edit((change) => {
      if (change.doc.childCount === 0) {
        change.insert(0, domSchema.node("paragraph", null, [domSchema.text(`${whole} `)]));
        return;
      }
      const caret = this.#caret(change.doc);
      const { parentOffset, parent } = change.doc.resolve(caret);
      // Words have a space between them, as people write.
      const space = /[^ ]$/.test(parent.textBetween(0, parentOffset)) ? " " : "";
      change.insert(caret, Fragment.from(domSchema.text(`${space}${whole} `)));
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
    const change = this.#state.tr;
    gesture(change);
    if (!change.docChanged) return;
    this.#state = this.#state.apply(change);
    this.#binding.changed(true, [change]);
  }
}

function startOf(doc: Node, index: number): number {
  let start = 0;
  for (let i = 0; i < index; i++) start += doc.child(i).nodeSize;
  return start;
}
