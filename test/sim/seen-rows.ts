import * as Y from "yjs";
import { TEXT_SECTIONS } from "../../shared/editor/sections.ts";
import type { AccountId } from "../../shared/ids.ts";
import { tidyNothing } from "../../worker/live/live-doc.ts";
import type { LoggedUpdate } from "../../worker/live/update-log.ts";
import { seenIn } from "./authorship-ledger.ts";
import { SECTIONS } from "./authorship-sheets.ts";

/** Where a word stood on the screen, by the id of its first letter. */
type Standing = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What showed after each update of a log, found by looking at the text after every one of them: the truth about who put a
 * word where it stands and who made it go, without anything that the server noted.
 */
export class SeenRows {
  readonly #rows: { readonly by: AccountId; readonly words: Standing }[] = [];

  constructor(log: Iterable<LoggedUpdate>) {
    const doc = new Y.Doc({ gc: false });
    for (const section of TEXT_SECTIONS) doc.getXmlFragment(section);
    tidyNothing(doc);
    for (const { author, bytes } of log) {
      Y.applyUpdate(doc, bytes);
      this.#rows.push({ by: author, words: standingIn(doc) });
    }
  }

  /** Whether the word stood once, and only once, after this update. */
  stoodOnce(name: string, row: number): boolean {
    return this.#words(row).get(name)?.size === 1;
  }

  stood(name: string, row: number): boolean {
    return this.#words(row).has(name);
  }

  /** Who put the word where it stood after this update, when it stood once. */
  putBy(name: string, row: number): AccountId | null {
    const [id] = this.#words(row).get(name) ?? [];
    const first = this.#rows.findIndex(({ words }) => id !== undefined && words.get(name)?.has(id));
    return this.#rows[first]?.by ?? null;
  }

  /** Who took it from where it stood once after this update. */
  takenBy(name: string, row: number): AccountId | null {
    const [id] = this.#words(row).get(name) ?? [];
    const later = this.#rows.slice(row);
    return later.find(({ words }) => id !== undefined && words.get(name)?.has(id) !== true)?.by ?? null;
  }

  /** Who made it go last, between two updates. */
  goneBy(name: string, from: number, to: number): AccountId | null {
    for (let row = to; row > from; row--) {
      if (!this.stood(name, row) && this.stood(name, row - 1)) return this.#rows[row - 1]?.by ?? null;
    }
    return null;
  }

  #words(row: number): Standing {
    return this.#rows[row - 1]?.words ?? new Map();
  }
}

function standingIn(doc: Y.Doc): Standing {
  const words = new Map<string, Set<string>>();
  for (const section of SECTIONS) {
    for (const paragraph of doc.getXmlFragment(section).toArray()) {
      if (!(paragraph instanceof Y.XmlElement)) continue;
      const letters = paragraph.toArray().flatMap((child) => (child instanceof Y.XmlText ? lettersOf(child) : [BREAK]));
      for (const { name, from } of seenIn(letters.map(({ letter }) => letter).join(""))) {
        words.set(name, (words.get(name) ?? new Set()).add(letters[from]?.id ?? ""));
      }
    }
  }
  return words;
}

const BREAK = { letter: "\n", id: "" };

function lettersOf(text: Y.XmlText): { letter: string; id: string }[] {
  const letters: { letter: string; id: string }[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (let i = 0; i < item.length; i++) {
      letters.push({ letter: item.content.str.charAt(i), id: `${client}:${clock + i}` });
    }
  }
  return letters;
}
