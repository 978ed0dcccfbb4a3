import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import type { ComparedRun } from "../../shared/protocol/bodies/history.ts";
import { RESTATES } from "../../web/live/own-changes.ts";
import { compare } from "../../worker/fiche/history/compare.ts";
import { atOnce } from "../../worker/live/in-pieces.ts";
import { SeededRandom } from "../harness/random.ts";
import { addParagraph } from "../harness/raw-page.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";
import { DeclaringPage } from "./declaring-page.ts";

const ALINE = "a1ne000000000000" as AccountId;
const BACHIR = "bach000000000000" as AccountId;

/** A line of Aline's, and what Bachir does to it. */
function changed(line: string, bold: number | null, act: (text: Y.XmlText, page: DeclaringPage) => void) {
  const room = new SimulatedRoom(new SeededRandom(1));
  const [aline, bachir] = [new DeclaringPage(101), new DeclaringPage(102)];
  room.connect(aline, ALINE);
  room.connect(bachir, BACHIR);
  const settle = () => {
    while (room.step());
  };
  const textOn = ({ doc }: DeclaringPage) => {
    const paragraph = doc.getXmlFragment("constats").get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error("a line");
    return text;
  };
  settle();
  addParagraph(aline.doc, "constats", line);
  if (bold !== null) textOn(aline).format(bold, line.length - bold, { strong: {} });
  settle();
  const row = room.lastRow();
  act(textOn(bachir), bachir);
  settle();
  const runs = (from: number, to: number): ComparedRun[] =>
    atOnce(compare(room.log(), from, to)).parties.flatMap(({ blocks }) => blocks.flatMap((block) => block.runs));
  return { forth: () => runs(row, room.lastRow()), back: () => runs(room.lastRow(), row) };
}

describe("who did it", () => {
  it("is nobody’s name where nobody is known: a stock client broke an emoji in two", () => {
    const { forth } = changed("oui 😀 oui", null, (text) => text.insert(5, "non"));
    const gone = forth().filter(({ kind }) => kind === "retire");
    expect(gone.map(({ texte }) => texte).join("")).toBe("😀");
    for (const run of gone) expect(run).toMatchObject({ par: null, le: 0, auteur: ALINE, deplace: false });
  });

  it("is who wrote the words again, where they left the bold behind", () => {
    const { forth, back } = changed("trois ateliers par an", 0, (text, { doc, client }) => {
      const first = Y.createRelativePositionFromTypeIndex(text, 6).item;
      if (first === null) throw new Error("a letter");
      doc.transact((transaction) => {
        const words = "ateliers par an";
        text.delete(6, words.length);
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [new Y.XmlText(words)]);
        doc.getXmlFragment("constats").insert(1, [paragraph]);
        const clock = Y.getState(doc.store, client) - words.length;
        transaction.meta.set(RESTATES, [{ client, clock, length: words.length, from: first }]);
      });
    });
    for (const runs of [forth(), back()]) {
      expect(runs.filter(({ kind }) => kind === "forme")).toMatchObject([{ texte: "ateliers par an", par: BACHIR }]);
    }
  });
});
