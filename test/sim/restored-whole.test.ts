import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { readSheet } from "../../shared/editor/read-section.ts";
import type { AccountId } from "../../shared/ids.ts";
import { TEXT_MAX } from "../../shared/protocol/limits.ts";
import { replay } from "../../worker/fiche/history/replay.ts";
import { decodeStored } from "../../worker/live/bounded-decoder.ts";
import { atOnce } from "../../worker/live/in-pieces.ts";
import { SeededRandom } from "../harness/random.ts";
import { addParagraph, textOf } from "../harness/raw-page.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";
import { DeclaringPage } from "./declaring-page.ts";
import { restoreIn, seeSheet } from "./restoring.ts";

const ALINE = "a1ne000000000000" as AccountId;
const BACHIR = "bach000000000000" as AccountId;
const CECILE = "cec1le0000000000" as AccountId;

/** Aline's words in a text, in updates as large as they come. */
class Manuscript {
  readonly room = new SimulatedRoom(new SeededRandom(1));
  readonly doc = new Y.Doc();
  #made: Uint8Array[] = [];
  #at = 1_600_000_000_000;

  constructor() {
    // As a page's: of 32 bits.
    this.doc.clientID = 3_000_000_001;
    this.doc.on("update", (update: Uint8Array) => this.#made.push(update));
  }

  /** Stores what was written in the document; how large it was. */
  store(write: (doc: Y.Doc) => void): number {
    this.doc.transact(() => write(this.doc));
    const bytes = Y.mergeUpdates(this.#made);
    this.#made = [];
    this.#at += 1;
    this.room.room.seed([{ author: ALINE, client: this.doc.clientID, at: this.#at, bytes }]);
    return bytes.length;
  }
}

/** So many paragraphs, each of so many words in as many marks. */
function lines(count: number, words: number): Y.XmlElement[] {
  return Array.from({ length: count }, () => {
    const line = new Y.XmlElement("paragraph");
    line.insert(0, [marked(words)]);
    return line;
  });
}

function marked(count: number): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    Array.from({ length: count }, (_, index) => ({
      insert: index % 2 === 0 ? "mot" : "un",
      attributes: index % 2 === 0 ? { em: {} } : { strong: {} },
    })),
  );
  return text;
}

function format(line: Y.XmlElement, marks: object): void {
  const text = line.get(0);
  if (text instanceof Y.XmlText) text.format(0, text.length, marks);
}

describe("a text of very many pieces", () => {
  it.each([
    { of: "small paragraphs with marks, as large as a text may be", size: TEXT_MAX, make: () => lines(300, 10) },
    { of: "marks in a few paragraphs", size: 800_000, make: () => lines(1, 4_000) },
  ])(
    "comes back whole, in one edit: $of",
    ({ size, make }) => {
      const manuscript = new Manuscript();
      const { room } = manuscript;
      for (let stored = 0; stored < size; ) {
        stored += manuscript.store((doc) => {
          const fragment = doc.getXmlFragment("constats");
          fragment.insert(fragment.length, make());
        });
      }
      const whole = readSheet(manuscript.doc);
      const then = room.lastRow();
      // Half of it goes, here and there, and the marks of the rest.
      const all = manuscript.doc.getXmlFragment("constats").toArray();
      for (let start = 0; start < all.length; start += 400) {
        manuscript.store((doc) => {
          for (const [index, line] of all.slice(start, start + 400).entries()) {
            if (!(line instanceof Y.XmlElement)) continue;
            if (index % 2 === 0) format(line, { em: null });
            else doc.transact((transaction) => line._item?.delete(transaction));
          }
        });
      }
      const before = room.lastRow();
      let pauses = 0;
      expect(restoreIn(room, BACHIR, then, null, () => (pauses += 1)).ok).toBe(true);
      expect(readSheet(room.room.text().doc)).toEqual(whole);
      expect(room.lastRow()).toBe(before + 1);
      expect(pauses).toBeGreaterThan(50);
      // They are Aline's still, and so does the log say after a sleep.
      const authors = new Set(room.authors("constats").flatMap((runs) => runs.map(({ author }) => author)));
      expect([...authors]).toEqual([ALINE]);
      room.crash();
      expect(readSheet(room.room.text().doc)).toEqual(whole);
      expect(atOnce(replay(room.log(), [room.lastRow()], seeSheet)).texts[0]?.seen).toEqual(whole);
    },
    240_000,
  );
});

describe("what others write between the pieces of a restoration", () => {
  it("is merged with what comes back, word for word, and nothing of either is lost", () => {
    const random = new SeededRandom(5);
    const manuscript = new Manuscript();
    const { room } = manuscript;
    for (let time = 0; time < 4; time++) {
      manuscript.store((doc) => {
        const fragment = doc.getXmlFragment("constats");
        fragment.insert(fragment.length, lines(100, 10));
      });
    }
    const whole = room.room.text().doc.getXmlFragment("constats").length;
    const then = room.lastRow();
    manuscript.store((doc) => {
      const fragment = doc.getXmlFragment("constats");
      for (let index = fragment.length - 1; index >= 0; index -= 2) fragment.delete(index, 1);
      for (const line of fragment.toArray()) if (line instanceof Y.XmlElement) format(line, { em: null });
      addParagraph(doc, "constats", "Une phrase d'après");
    });
    const page = new DeclaringPage(7);
    room.connect(page, CECILE);
    while (room.step());
    const before = room.lastRow();
    const typed: string[] = [];
    let pauses = 0;
    const meanwhile = () => {
      pauses += 1;
      room.step();
      if (pauses % 20 !== 0) return;
      const all = page.doc.getXmlFragment("constats");
      const line = all.get(random.below(all.length));
      const text = line instanceof Y.XmlElement ? line.get(0) : null;
      if (!(text instanceof Y.XmlText)) return;
      const word = `mot-de-cecile-${pauses} `;
      text.insert(random.below(text.length + 1), word);
      typed.push(word);
      // Now and then a whole line goes.
      if (pauses % 100 === 0) page.doc.transact((transaction) => all.get(0)._item?.delete(transaction));
    };
    expect(restoreIn(room, BACHIR, then, null, meanwhile).ok).toBe(true);
    while (room.step());
    expect(typed.length).toBeGreaterThan(10);
    const now = textOf(room.room.text().doc, "constats");
    const aside = room
      .everSetAside()
      .map(({ words }) => words)
      .join("\n");
    const removed = typed.filter((word) => !now.includes(word.trim()) && !aside.includes(word.trim()));
    // What she took away herself is neither.
    expect(removed.filter((word) => !wentWithItsLine(room, word))).toEqual([]);
    expect(textOf(page.doc, "constats")).toBe(now);
    expect(room.room.text().doc.getXmlFragment("constats").length).toBeGreaterThan(whole / 2);
    // One row by who restored, among hers.
    const rows = [...room.log().read()].slice(before).map(({ author }) => author);
    expect(rows.filter((author) => author === BACHIR)).toHaveLength(1);
    expect(rows.indexOf(BACHIR)).toBeGreaterThan(10);
    // The log makes the same text.
    expect(atOnce(replay(room.log(), [room.lastRow()], seeSheet)).texts[0]?.seen).toEqual(
      readSheet(room.room.text().doc),
    );
  });
});

/** Whether somebody deleted a word with the line that they saw it in. */
function wentWithItsLine(room: SimulatedRoom, word: string): boolean {
  const history = room.history();
  for (const { bytes } of room.log().read()) {
    for (const struct of decodeStored(bytes).structs) {
      if (struct.kind !== "item" || struct.content.kind !== "string" || struct.content.text !== word) continue;
      return history.removals(struct).some(({ by }) => by === CECILE);
    }
  }
  return false;
}

describe("a text that has no room for what was", () => {
  it("stays as it is, all of it: nothing is written, and nobody is told anything", () => {
    const manuscript = new Manuscript();
    const { room } = manuscript;
    const half = "Une phrase. ".repeat(160_000);
    manuscript.store((doc) => addParagraph(doc, "description", "Avant"));
    for (let time = 0; time < 2; time++) manuscript.store((doc) => addParagraph(doc, "constats", half));
    manuscript.store((doc) => addParagraph(doc, "freins", "Avant"));
    const then = room.lastRow();
    manuscript.store((doc) => {
      for (const section of ["description", "constats", "freins"]) {
        doc.getXmlFragment(section).delete(0, doc.getXmlFragment(section).length);
      }
      addParagraph(doc, "description", "Après");
      addParagraph(doc, "freins", "Après");
    });
    // What was changed very often leaves much behind.
    for (let time = 0; time < 62; time++) {
      manuscript.store((doc) => {
        const line = doc.getXmlFragment("freins").get(0);
        if (!(line instanceof Y.XmlElement)) throw new Error("no paragraph");
        for (let change = 0; change < 2_000; change++) {
          line.setAttribute("genre", change % 2 === 0 ? "titre" : "puce");
          line.setAttribute("retrait", (change % 3) as unknown as string);
        }
      });
    }
    const page = new DeclaringPage(7);
    room.connect(page, CECILE);
    while (room.step());
    // Bachir has an id to write under: from here on, nothing at all changes.
    expect(restoreIn(room, BACHIR, room.lastRow(), null, () => {})).toEqual({ ok: true, value: null });
    const before = { row: room.lastRow(), changes: room.changes(), content: readSheet(room.room.text().doc) };
    let told = 0;
    page.doc.on("update", () => (told += 1));
    expect(restoreIn(room, BACHIR, then, null, () => {})).toEqual({ ok: false, code: "texte_plein" });
    while (room.step());
    expect({ row: room.lastRow(), changes: room.changes(), content: readSheet(room.room.text().doc) }).toEqual(before);
    expect(told).toBe(0);
    expect(page.refusals).toEqual([]);
    expect(textOf(page.doc, "freins")).toBe("Après");
    // A part that has room does come back.
    expect(restoreIn(room, BACHIR, then, "description", () => {}).ok).toBe(true);
    while (room.step());
    expect(textOf(page.doc, "description")).toBe("Avant");
  });
});
