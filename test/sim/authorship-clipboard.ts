import { Fragment, Slice } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import type { AccountId } from "../../shared/ids.ts";
import { hold } from "../../web/editor/paste/hold.ts";
import type { SeededRandom } from "../harness/random.ts";
import { type Ledger, SAME_WORDS, seenInSection } from "./authorship-ledger.ts";
import type { AuthorshipPage } from "./authorship-page.ts";
import type { AuthorshipSheets, Sheet } from "./authorship-sheets.ts";

/** The words within a phrase on the screen. */
interface Found {
  readonly sheet: Sheet;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

interface HeldPhrase {
  readonly author: AccountId | null;
  readonly stoodIn: readonly string[];
  /** Whether they were removed as they were held, and not pasted since. */
  readonly atOnce: boolean;
  /** How many frames the page had heard by then: somebody else may have moved them since. */
  readonly heard: number;
}

/** What was copied or cut last. */
interface Clip {
  readonly slice: Slice;
  /** The words in it, when it is a piece of text that was cut. */
  readonly words: readonly string[];
  /** When it is the words within a phrase: whose they are, and every phrase that they stood in, by this person's hand. */
  readonly phrase: HeldPhrase | null;
}

/** What somebody copies, cuts and pastes at one page, in the ledger as what it is: a copy, or words that were moved. */
export class AuthorshipClipboard {
  readonly #account: AccountId;
  readonly #page: AuthorshipPage;
  readonly #sheets: AuthorshipSheets;
  readonly #random: SeededRandom;
  readonly #ledger: Ledger;
  /** Where the words within a phrase stood before, by this person's hand. */
  readonly #stoodIn: Map<string, readonly string[]>;
  #clip: Clip | null = null;
  /** Whether the same words stood outside of every phrase since the clip was held: somebody may have brought back only them. */
  #hasStrayed = false;

  /** @param options.stoodIn kept for all pages of one person, one after the other */
  constructor(options: {
    readonly account: AccountId;
    readonly page: AuthorshipPage;
    readonly sheets: AuthorshipSheets;
    readonly random: SeededRandom;
    readonly ledger: Ledger;
    readonly stoodIn: Map<string, readonly string[]>;
  }) {
    this.#account = options.account;
    this.#page = options.page;
    this.#sheets = options.sheets;
    this.#random = options.random;
    this.#ledger = options.ledger;
    this.#stoodIn = options.stoodIn;
  }

  /** Before each gesture: what the screen shows since the last one. */
  look(): void {
    this.#hasStrayed ||= this.#standOutside();
  }

  /** Whether there is something to paste. */
  get isFull(): boolean {
    return this.#clip !== null;
  }

  /** Cuts a few words. */
  cut(): void {
    const sheet = this.#sheets.pick();
    const [from, to] = this.#sheets.range(sheet);
    const words = seenInSection(sheet.state.doc).filter((seen) => seen.from >= from && seen.to <= to);
    this.#hold(sheet, from, to, { words: words.map(({ name }) => name), phrase: null });
    this.#sheets.edit(sheet, (change) => change.delete(from, to).setMeta("uiEvent", "cut"));
  }

  /** The same words, out of a phrase: which of them they are, only its place can tell. */
  cutWithin(): void {
    const found = this.#pickPhrase();
    if (found === null) return;
    const { sheet, from, to } = found;
    this.#holdWithin(found, true);
    this.#sheets.edit(sheet, (change) => change.delete(from, to).setMeta("uiEvent", "cut"));
  }

  /** Copied, and sometimes removed then: the same as cut. */
  copyWithin(): void {
    const found = this.#pickPhrase();
    if (found === null) return;
    const { sheet, from, to } = found;
    const atOnce = this.#random.chance(0.5);
    this.#holdWithin(found, atOnce);
    if (atOnce) this.#sheets.edit(sheet, (change) => change.delete(from, to));
  }

  #holdWithin({ sheet, name, from, to }: Found, atOnce: boolean): void {
    this.#ledger.sees(this.#account, name);
    this.#ledger.handles(this.#account, name);
    const author = this.#ledger.within.get(name) ?? null;
    const stoodIn = [...(this.#stoodIn.get(name) ?? []), name];
    this.#hold(sheet, from, to, { words: [], phrase: { author, stoodIn, atOnce, heard: this.#page.heard } });
  }

  #hold(sheet: Sheet, from: number, to: number, clip: Omit<Clip, "slice">): void {
    const { state } = sheet;
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
    hold(this.#page.doc.getXmlFragment(this.#sheets.sectionOf(sheet)), selected);
    this.#clip = { slice: state.doc.slice(from, to), ...clip };
    this.#hasStrayed = this.#standOutside();
  }

  /** Pastes what was copied or cut last, where it is plain whose words it is then. */
  paste(): void {
    if (this.#clip === null) return;
    const sheet = this.#sheets.pick();
    const { slice, words, phrase } = this.#clip;
    if (phrase !== null) {
      this.#pasteWithin(sheet, this.#clip, phrase);
      return;
    }
    // Else a word that is one of its kind would stand twice, of two people.
    const screen = this.#sheets.screen();
    const isGone = (name: string) => !screen.has(name) && this.#ledger.hasRemoved(this.#account, name);
    if (words.length === 0 || !words.every(isGone)) return;
    this.#clip = null;
    const caret = this.#sheets.caret(sheet);
    this.#sheets.edit(sheet, (change) => change.replace(caret, caret, slice).setMeta("paste", true));
  }

  /** Between two letters of its own, so that everybody sees whose words these are. */
  #pasteWithin(sheet: Sheet, clip: Clip, phrase: HeldPhrase): void {
    const { author, stoodIn } = phrase;
    const moved = stoodIn.every((name) => this.#ledger.hasRemoved(this.#account, name));
    const words = this.#isPlain(phrase) ? (moved ? author : this.#account) : null;
    const letter = this.#ledger.newPhrase(this.#account, words, stoodIn);
    const caret = this.#sheets.caret(sheet);
    this.#sheets.edit(sheet, (change) => change.insertText(`${letter}${letter} `, caret));
    const at = caret + letter.length;
    const inline = new Slice(Fragment.from(clip.slice.content), clip.slice.openStart, clip.slice.openEnd);
    this.#sheets.edit(sheet, (change) => change.replace(at, at, inline).setMeta("paste", true));
    if (!moved) return;
    this.#stoodIn.set(letter, stoodIn);
    const held = { author, stoodIn: [...stoodIn, letter], atOnce: false, heard: this.#page.heard };
    this.#clip = { ...clip, phrase: held };
  }

  /**
   * Whether it is plain what a pasted piece is: moved, when this person had removed it wherever they had put it; a copy,
   * when it stands, or when somebody else removed it. Not when some of it went one way and some the other; nor when the
   * same words stand outside of every phrase, or did, where an undo or a restoration may have put them back; nor when somebody else may have moved
   * them before this person removed them, or brought them back after: their page does not know that those were the same.
   */
  #isPlain({ stoodIn, atOnce, heard }: HeldPhrase): boolean {
    const phrases = this.#sheets.seen().filter(({ name }) => this.#ledger.within.has(name));
    const standing = stoodIn.filter((each) => phrases.some(({ name }) => name === each));
    const removed = stoodIn.filter((name) => this.#ledger.hasRemoved(this.#account, name));
    // Of a phrase that stood twice, one may have been removed and the other copied.
    if (standing.some((name) => removed.includes(name))) return false;
    if (stoodIn.some((name) => this.#ledger.hasReturned(this.#account, name))) return false;
    const alone = atOnce || heard === this.#page.heard;
    if (removed.length > 0 && !alone) return false;
    const oneWay = standing.length > 0 || removed.length === stoodIn.length || stoodIn.length === 1;
    return oneWay && !this.#hasStrayed && !this.#standOutside();
  }

  #standOutside(): boolean {
    const phrases = this.#sheets.seen().filter(({ name }) => this.#ledger.within.has(name));
    return this.#sheets.countOf(SAME_WORDS) !== phrases.length;
  }

  #pickPhrase(): Found | null {
    const sheet = this.#sheets.pick();
    const phrases = seenInSection(sheet.state.doc).filter(({ name }) => this.#ledger.within.has(name));
    if (phrases.length === 0) return null;
    const { name, from, to } = this.#random.pick(phrases);
    return { sheet, name, from: from + 1, to: to - 1 };
  }
}
