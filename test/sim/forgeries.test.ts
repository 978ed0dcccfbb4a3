import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import { RESTATES } from "../../web/live/own-changes.ts";
import { SeededRandom } from "../harness/random.ts";
import { addParagraph } from "../harness/raw-page.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";
import { DeclaringPage } from "./declaring-page.ts";

const SECTION = "constats";
const ALINE = "a1ne000000000000" as AccountId;
const MAURICE = "mary000000000000" as AccountId;

/** Words that Maurice puts somewhere, and from where he says that they are: a place of Aline's first line; null: his own. */
type Put = readonly [words: string, from: number | Y.ID | null];

/** Aline's lines, and Maurice, whose page says what he likes. */
function sheet(...lines: readonly string[]) {
  const room = new SimulatedRoom(new SeededRandom(1));
  const [aline, maurice] = [new DeclaringPage(101), new DeclaringPage(102)];
  room.connect(aline, ALINE);
  room.connect(maurice, MAURICE);
  const settle = () => {
    while (room.step());
  };
  settle();
  for (const line of lines) addParagraph(aline.doc, SECTION, line);
  settle();
  const { doc } = maurice;
  const text = (line: number): Y.XmlText => {
    const paragraph = doc.getXmlFragment(SECTION).get(line);
    const found = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(found instanceof Y.XmlText)) throw new Error("a line");
    return found;
  };
  const first = text(0)._start;
  return {
    settle,
    text,
    /** What Maurice does, as one update. */
    act(change: () => void): void {
      doc.transact(change);
      settle();
    },
    /** He removes what he likes of a line and puts these words there, one behind the other. */
    put(line: number, at: number, removed: number, ...words: readonly Put[]): void {
      doc.transact((transaction) => {
        text(line).delete(at, removed);
        let place = at;
        let clock = Y.getState(doc.store, maurice.client);
        const declarations = [];
        for (const [word, from] of words) {
          text(line).insert(place, word);
          if (from !== null) {
            const source = typeof from === "number" ? Y.createID(101, (first?.id.clock ?? 0) + from) : from;
            declarations.push({ client: maurice.client, clock, length: word.length, from: source });
          }
          place += word.length;
          clock += word.length;
        }
        transaction.meta.set(RESTATES, declarations);
      });
      settle();
    },
    /** A line as it is shown: who wrote what, « > » where Maurice moved it. */
    shown(line: number): string[] {
      const names = new Map([
        [ALINE, "Aline"],
        [MAURICE, "Maurice"],
      ]);
      return (room.authors(SECTION)[line] ?? []).map(
        ({ author, mover, text: words }) => `${names.get(author)}${mover === null ? "" : " >"}: ${words}`,
      );
    },
  };
}

const NOT = "Il ne faut pas fermer la crèche municipale";

describe("what Aline did not say", () => {
  it("is not put together of her letters", () => {
    const { put, shown } = sheet("portez ce vieux whisky au juge blond qui fume");
    const words = "ferme la crèche";
    put(
      0,
      0,
      45,
      ...Array.from(words, (letter): Put => [letter, "portez ce vieux whisky au juge blond qui fume".indexOf(letter)]),
    );
    expect(shown(0)).toEqual([`Maurice: ${words}`]);
  });

  it("is not her sentence without the words that matter", () => {
    const { put, shown } = sheet(NOT);
    put(0, 0, NOT.length, ["Il ", 0], ["faut ", 6], ["fermer la crèche", 15]);
    expect(shown(0)).toEqual(["Aline >: Il ", "Maurice: faut ", "Aline >: fermer la crèche"]);
  });

  it("is not her words one by one, in another order", () => {
    const { put, shown } = sheet(NOT);
    put(0, 0, NOT.length, ["fermer ", 15], ["la ", 22], ["municipale ", 32], ["Il ", 0]);
    expect(shown(0)).toEqual(["Aline >: fermer la ", "Maurice: municipale Il "]);
  });

  it("is not part of one of her words, even when it stood alone for a while", () => {
    const { put, text, shown } = sheet("C’est inutile", "C’est ", "");
    // As when Enter is pressed in the middle of it.
    put(0, 8, 5);
    put(2, 0, 0, ["utile", 8]);
    expect(shown(2)).toEqual(["Aline >: utile"]);
    const alone = text(2)._start?.id ?? null;
    put(2, 0, 5);
    put(1, 6, 0, ["utile", alone]);
    expect(shown(1)).toEqual(["Aline: C’est ", "Maurice: utile"]);
  });

  it("is not shown as one when two pieces of hers come together", () => {
    const { put, shown } = sheet("Il faut garder la crèche et demain fermer la piscine");
    put(0, 0, 52, ["demain fermer la ", 28], ["garder la crèche", 8]);
    expect(shown(0)).toEqual(["Aline >: demain fermer la ", "Aline >: garder la crèche"]);
  });

  it("is not said twice", () => {
    const { put, shown } = sheet(NOT);
    put(0, 0, NOT.length, [NOT, 0], [" ", null], [NOT, 0]);
    expect(shown(0)).toEqual([`Aline >: ${NOT}`, `Maurice:  ${NOT}`]);
    put(0, 0, 0, [`${NOT} `, 0]);
    expect(shown(0)[0]).toBe(`Maurice: ${NOT} `);
  });
});

describe("what is still Aline’s", () => {
  it("is a word that was carried elsewhere", () => {
    const { put, shown } = sheet(NOT, "Des voisins");
    put(0, 31, 11);
    put(1, 11, 0, [" ", null], ["municipale", 32]);
    expect(shown(1)).toEqual(["Aline: Des voisins", "Maurice:  ", "Aline >: municipale"]);
  });

  it("is each short line that is joined to another", () => {
    const { put, text, shown } = sheet("École", "Crèche", "Jardin");
    const [school, garden] = [text(0)._start?.id ?? null, text(2)._start?.id ?? null];
    put(0, 0, 5);
    put(1, 0, 0, ["École", school]);
    expect(shown(1)).toEqual(["Aline >: École", "Aline: Crèche"]);
    put(2, 0, 6);
    put(1, 11, 0, ["Jardin", garden]);
    expect(shown(1)).toEqual(["Aline >: École", "Aline: Crèche", "Aline >: Jardin"]);
  });

  it("is a piece of a word that was taken away and put back", () => {
    const { put, shown } = sheet("C’est inutile");
    put(0, 7, 4);
    put(0, 7, 0, ["nuti", 7]);
    expect(shown(0)).toEqual(["Aline: C’est i", "Aline >: nuti", "Aline: le"]);
  });

  it("is a line that was cut and came back later, with what she had corrected in it", () => {
    const { act, put, text, shown } = sheet("Il faut vraiment garder la crèche", "Des voisins");
    // A correction of before: what stood beside what is what people saw.
    put(0, 8, 9);
    act(() => text(0).delete(0, 24));
    put(1, 11, 0, [" ", null], ["Il faut ", 0], ["garder la crèche", 17]);
    expect(shown(1)).toEqual(["Aline: Des voisins", "Maurice:  ", "Aline >: Il faut garder la crèche"]);
  });
});
