import { EditorState, type Transaction } from "prosemirror-state";
import { bindSection, type SectionBinding } from "../../web/editor/binding/section-binding.ts";
import { domSchema } from "../../web/editor/dom-schema.ts";
import type { SeededRandom } from "../harness/random.ts";
import { placesIn, seenInSection } from "./authorship-ledger.ts";
import type { AuthorshipPage } from "./authorship-page.ts";

export const SECTIONS = ["description", "freins"] as const;

/** One section on the screen. */
export interface Sheet {
  state: EditorState;
  readonly binding: SectionBinding;
}

/** The two sections of a page, as an editor shows them, and where somebody's hand goes in them. */
export class AuthorshipSheets {
  readonly #page: AuthorshipPage;
  readonly #random: SeededRandom;
  readonly #all: readonly Sheet[];

  constructor(page: AuthorshipPage, random: SeededRandom) {
    this.#page = page;
    this.#random = random;
    this.#all = SECTIONS.map((section) => {
      const sheet: { state: EditorState; binding?: SectionBinding } = {
        state: EditorState.create({ schema: domSchema }),
      };
      const binding = bindSection(page.doc.getXmlFragment(section), {
        state: () => sheet.state,
        dispatch: (transaction) => {
          sheet.state = sheet.state.apply(transaction);
        },
      });
      return Object.assign(sheet, { binding });
    });
  }

  /** The page is closed. */
  stop(): void {
    for (const { binding } of this.#all) binding.stop();
  }

  /** Any of the two. */
  pick(): Sheet {
    return this.#random.pick(this.#all);
  }

  /** The section that a sheet is of. */
  sectionOf(sheet: Sheet): (typeof SECTIONS)[number] {
    return SECTIONS[this.#all.indexOf(sheet)] ?? SECTIONS[0];
  }

  /** Any place for a caret. */
  caret({ state }: Sheet): number {
    return this.#random.pick(placesIn(state.doc));
  }

  /** A few words, over paragraphs sometimes. */
  range(sheet: Sheet): [from: number, to: number] {
    const from = this.caret(sheet);
    const { doc } = sheet.state;
    const paragraph = doc.resolve(from).index(0);
    // What a stock client deletes over several paragraphs, it moves too, and cannot say so.
    const within = (place: number) => this.#page.kind === "ours" || doc.resolve(place).index(0) === paragraph;
    const near = placesIn(doc).filter((place) => Math.abs(place - from) < 40 && within(place));
    const other = this.#random.pick(near);
    return from < other ? [from, other] : [other, from];
  }

  /** One change, made by hand. */
  edit(sheet: Sheet, gesture: (change: Transaction) => void): void {
    const change = sheet.state.tr;
    gesture(change);
    if (!change.docChanged) return;
    sheet.state = sheet.state.apply(change);
    sheet.binding.changed(true, [change]);
  }

  /** The words and phrases that are seen in both. */
  seen() {
    return this.#all.flatMap(({ state }) => seenInSection(state.doc));
  }

  /** How often these letters stand in both. */
  countOf(words: string): number {
    return this.#all.reduce((sum, { state }) => sum + state.doc.textContent.split(words).length - 1, 0);
  }

  /** How often each word and phrase is on the screen. */
  screen(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { name } of this.seen()) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  }
}
