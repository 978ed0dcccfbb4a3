import { Fragment, type Node, Slice } from "prosemirror-model";
import { EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { GENRES } from "../../shared/editor/genres.ts";
import type { AccountId } from "../../shared/ids.ts";
import { bindSection, type SectionBinding } from "../../web/editor/binding/section-binding.ts";
import { domSchema } from "../../web/editor/dom-schema.ts";
import { follow, hold } from "../../web/editor/paste/hold.ts";
import { createSurfaces } from "../../web/editor/surfaces.ts";
import { createUndoHistory, type UndoHistory } from "../../web/editor/undo-history.ts";
import type { KeptUpdate } from "../../web/live/device-store.ts";
import type { SeededRandom } from "../harness/random.ts";
import type { Link } from "../harness/simulated-room.ts";
import { type Ledger, placesIn, SAME_WORDS, seenInSection } from "./authorship-ledger.ts";
import { AuthorshipPage, type PageKind } from "./authorship-page.ts";

export const SECTIONS = ["description", "freins"] as const;

interface Sheet {
  state: EditorState;
  readonly binding: SectionBinding;
}

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

/** Somebody at a page: gestures in two sections, one history, one clipboard. */
export class AuthorshipWriter {
  readonly account: AccountId;
  readonly kind: PageKind;
  page!: AuthorshipPage;
  link: Link | null = null;
  readonly #random: SeededRandom;
  readonly #ledger: Ledger;
  #sheets: Sheet[] = [];
  #history!: UndoHistory;
  #clip: Clip | null = null;
  /** Where the words within a phrase stood before, by this person's hand. */
  readonly #stoodIn = new Map<string, readonly string[]>();

  constructor(options: {
    client: number;
    account: AccountId;
    kind: PageKind;
    random: SeededRandom;
    ledger: Ledger;
  }) {
    this.account = options.account;
    this.kind = options.kind;
    this.#random = options.random;
    this.#ledger = options.ledger;
    this.#openPage(options.client, []);
  }

  /** The page is closed and opened again under another id: what it had not sent is on the device. */
  reload(client: number): void {
    this.#history.stop();
    for (const { binding } of this.#sheets) binding.stop();
    this.#openPage(client, this.page.device);
  }

  #openPage(client: number, earlier: readonly KeptUpdate[]): void {
    this.page = new AuthorshipPage(client, this.kind, earlier);
    // As the first focus does.
    follow(this.page.doc);
    this.#history = createUndoHistory(this.page.doc, createSurfaces());
    this.#clip = null;
    this.#sheets = SECTIONS.map((section) => {
      const sheet: { state: EditorState; binding?: SectionBinding } = {
        state: EditorState.create({ schema: domSchema }),
      };
      const binding = bindSection(this.page.doc.getXmlFragment(section), {
        state: () => sheet.state,
        dispatch: (transaction) => {
          sheet.state = sheet.state.apply(transaction);
        },
      });
      return Object.assign(sheet, { binding });
    });
  }

  /** One gesture, and what it did to this person's screen. */
  act(): void {
    const before = this.#screen();
    if (this.#clip !== null && this.#random.chance(0.25)) this.#paste();
    else this.#random.pick(this.kind === "ours" ? this.#gestures : this.#stockGestures)();
    if (this.#random.chance(0.5)) this.#history.separate();
    this.#ledger.gesture(this.account, before, this.#screen());
    this.page.pass(this.#random.below(200));
  }

  readonly #typing = [() => this.#type(), () => this.#type(), () => this.#typePhrase()];
  readonly #gestures: (() => void)[] = [
    ...this.#typing,
    ...this.#typing,
    ...this.#typing,
    () => this.#split(),
    () => this.#split(),
    () => this.#join(),
    () => this.#join(),
    () => this.#delete(),
    () => this.#undo(),
    () => this.#undo(),
    () => this.#redo(),
    () => this.#cut(),
    () => this.#cutWithin(),
    () => this.#cutWithin(),
    () => this.#copyWithin(),
    () => this.#copyWithin(),
    () => this.#drag(),
    () => this.#shape(),
    () => this.#mark(),
    () => this.#break(),
  ];
  /** A stock client cannot say what it restates: it is given gestures that restate nothing. */
  readonly #stockGestures = [...this.#typing, () => this.#delete(), () => this.#shape(), () => this.#mark()];

  #type(): void {
    this.#write(`${this.#ledger.newWord(this.account)} `);
  }

  #typePhrase(): void {
    const letter = this.#ledger.newPhrase(this.account, this.account);
    this.#write(`${letter}${SAME_WORDS}${letter} `);
  }

  /** At a caret, or over a selection. */
  #write(words: string): void {
    const sheet = this.#sheet();
    const [from, to] = this.#random.chance(0.1) ? this.#range(sheet) : [null, null];
    this.#edit(sheet, (change) => {
      if (from !== null && to !== null) change.insertText(words, from, to);
      else change.insertText(words, this.#caret(sheet));
    });
  }

  #split(): void {
    const sheet = this.#sheet();
    this.#edit(sheet, (change) => change.split(this.#caret(sheet)));
  }

  #join(): void {
    const sheet = this.#sheet();
    const { doc } = sheet.state;
    if (doc.childCount < 2) return;
    const index = 1 + this.#random.below(doc.childCount - 1);
    this.#edit(sheet, (change) => change.join(startOf(doc, index)));
  }

  #break(): void {
    const sheet = this.#sheet();
    this.#edit(sheet, (change) => change.insert(this.#caret(sheet), domSchema.nodes.hard_break.create()));
  }

  #shape(): void {
    const sheet = this.#sheet();
    const { doc } = sheet.state;
    const genre = this.#random.pick(GENRES);
    const start = startOf(doc, this.#random.below(doc.childCount));
    this.#edit(sheet, (change) => change.setNodeAttribute(start, "genre", genre === "texte" ? null : genre));
  }

  #mark(): void {
    const sheet = this.#sheet();
    const [from, to] = this.#range(sheet);
    const mark = this.#random.pick([domSchema.marks.strong, domSchema.marks.em]).create();
    this.#edit(sheet, (change) => {
      if (this.#random.chance(0.5)) change.addMark(from, to, mark);
      else change.removeMark(from, to, mark);
    });
  }

  #delete(): void {
    const sheet = this.#sheet();
    const [from, to] = this.#range(sheet);
    this.#edit(sheet, (change) => change.delete(from, to));
  }

  #undo(): void {
    this.#history.undo();
  }

  #redo(): void {
    this.#history.redo();
  }

  #cut(): void {
    const sheet = this.#sheet();
    const [from, to] = this.#range(sheet);
    const words = seenInSection(sheet.state.doc).filter((seen) => seen.from >= from && seen.to <= to);
    this.#hold(sheet, from, to, { words: words.map(({ name }) => name), phrase: null });
    this.#edit(sheet, (change) => change.delete(from, to).setMeta("uiEvent", "cut"));
  }

  /** The same words, out of a phrase: which of them they are, only its place can tell. */
  #cutWithin(): void {
    const found = this.#pickPhrase();
    if (found === null) return;
    const { sheet, from, to } = found;
    this.#holdWithin(found, true);
    this.#edit(sheet, (change) => change.delete(from, to).setMeta("uiEvent", "cut"));
  }

  /** Copied, and sometimes removed then: the same as cut. */
  #copyWithin(): void {
    const found = this.#pickPhrase();
    if (found === null) return;
    const { sheet, from, to } = found;
    const atOnce = this.#random.chance(0.5);
    this.#holdWithin(found, atOnce);
    if (atOnce) this.#edit(sheet, (change) => change.delete(from, to));
  }

  #holdWithin({ sheet, name, from, to }: Found, atOnce: boolean): void {
    this.#ledger.sees(this.account, name);
    const author = this.#ledger.within.get(name) ?? null;
    const stoodIn = [...(this.#stoodIn.get(name) ?? []), name];
    this.#hold(sheet, from, to, { words: [], phrase: { author, stoodIn, atOnce, heard: this.page.heard } });
  }

  #hold(sheet: Sheet, from: number, to: number, clip: Omit<Clip, "slice">): void {
    const { state } = sheet;
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
    const section = SECTIONS[this.#sheets.indexOf(sheet)] ?? SECTIONS[0];
    hold(this.page.doc.getXmlFragment(section), selected);
    this.#clip = { slice: state.doc.slice(from, to), ...clip };
  }

  #paste(): void {
    if (this.#clip === null) return;
    const sheet = this.#sheet();
    const { slice, words, phrase } = this.#clip;
    if (phrase !== null) {
      this.#pasteWithin(sheet, this.#clip, phrase);
      return;
    }
    // Else a word that is one of its kind would stand twice, of two people.
    const screen = this.#screen();
    const isGone = (name: string) => !screen.has(name) && this.#ledger.hasRemoved(this.account, name);
    if (words.length === 0 || !words.every(isGone)) return;
    this.#clip = null;
    const caret = this.#caret(sheet);
    this.#edit(sheet, (change) => change.replace(caret, caret, slice).setMeta("paste", true));
  }

  /** Between two letters of its own, so that everybody sees whose words these are. */
  #pasteWithin(sheet: Sheet, clip: Clip, phrase: HeldPhrase): void {
    const { author, stoodIn } = phrase;
    const moved = stoodIn.every((name) => this.#ledger.hasRemoved(this.account, name));
    const words = this.#isPlain(phrase) ? (moved ? author : this.account) : null;
    const letter = this.#ledger.newPhrase(this.account, words);
    const caret = this.#caret(sheet);
    this.#edit(sheet, (change) => change.insertText(`${letter}${letter} `, caret));
    const at = caret + letter.length;
    const inline = new Slice(Fragment.from(clip.slice.content), clip.slice.openStart, clip.slice.openEnd);
    this.#edit(sheet, (change) => change.replace(at, at, inline).setMeta("paste", true));
    if (!moved) return;
    this.#stoodIn.set(letter, stoodIn);
    const held = { author, stoodIn: [...stoodIn, letter], atOnce: false, heard: this.page.heard };
    this.#clip = { ...clip, phrase: held };
  }

  /**
   * Whether it is plain what a pasted piece is: moved, when this person had removed it wherever they had put it; a copy,
   * when it stands, or when somebody else removed it. Not when some of it went one way and some the other; nor when the
   * same words stand outside of every phrase, where an undo may have put them back; nor when somebody else may have moved
   * them before this person removed them, or brought them back after: their page does not know that those were the same.
   */
  #isPlain({ stoodIn, atOnce, heard }: HeldPhrase): boolean {
    const seen = this.#sheets.flatMap(({ state }) => seenInSection(state.doc));
    const phrases = seen.filter(({ name }) => this.#ledger.within.has(name));
    const words = this.#sheets.reduce((sum, { state }) => sum + state.doc.textContent.split(SAME_WORDS).length - 1, 0);
    const standing = stoodIn.filter((each) => phrases.some(({ name }) => name === each));
    const removed = stoodIn.filter((name) => this.#ledger.hasRemoved(this.account, name));
    // Of a phrase that stood twice, one may have been removed and the other copied.
    if (standing.some((name) => removed.includes(name))) return false;
    if (stoodIn.some((name) => this.#ledger.hasReturned(this.account, name))) return false;
    const alone = atOnce || heard === this.page.heard;
    if (removed.length > 0 && !alone) return false;
    const oneWay = standing.length > 0 || removed.length === stoodIn.length || stoodIn.length === 1;
    return oneWay && words === phrases.length;
  }

  #drag(): void {
    const sheet = this.#sheet();
    const [from, to] = this.#range(sheet);
    const target = this.#caret(sheet);
    if (target >= from && target <= to) return;
    const slice = sheet.state.doc.slice(from, to);
    this.#edit(sheet, (change) => {
      change.delete(from, to);
      const at = change.mapping.map(target);
      change.replace(at, at, slice).setMeta("uiEvent", "drop");
    });
  }

  #pickPhrase(): Found | null {
    const sheet = this.#sheet();
    const phrases = seenInSection(sheet.state.doc).filter(({ name }) => this.#ledger.within.has(name));
    if (phrases.length === 0) return null;
    const { name, from, to } = this.#random.pick(phrases);
    return { sheet, name, from: from + 1, to: to - 1 };
  }

  #sheet(): Sheet {
    return this.#random.pick(this.#sheets);
  }

  #caret({ state }: Sheet): number {
    return this.#random.pick(placesIn(state.doc));
  }

  /** A few words, over paragraphs sometimes. */
  #range(sheet: Sheet): [from: number, to: number] {
    const from = this.#caret(sheet);
    const { doc } = sheet.state;
    const paragraph = doc.resolve(from).index(0);
    // What a stock client deletes over several paragraphs, it moves too, and cannot say so.
    const within = (place: number) => this.kind === "ours" || doc.resolve(place).index(0) === paragraph;
    const near = placesIn(doc).filter((place) => Math.abs(place - from) < 40 && within(place));
    const other = this.#random.pick(near);
    return from < other ? [from, other] : [other, from];
  }

  #edit(sheet: Sheet, gesture: (change: Transaction) => void): void {
    const change = sheet.state.tr;
    gesture(change);
    if (!change.docChanged) return;
    sheet.state = sheet.state.apply(change);
    sheet.binding.changed(true, [change]);
  }

  /** How often each word and phrase is on the screen. */
  #screen(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { state } of this.#sheets) {
      for (const { name } of seenInSection(state.doc)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }
}

function startOf(doc: Node, index: number): number {
  let start = 0;
  for (let i = 0; i < index; i++) start += doc.child(i).nodeSize;
  return start;
}
