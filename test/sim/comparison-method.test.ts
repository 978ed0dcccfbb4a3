import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import { compare } from "../../worker/fiche/history/compare.ts";
import { METHOD } from "../../worker/fiche/history/comparisons.ts";
import { atOnce } from "../../worker/live/in-pieces.ts";
import { SeededRandom } from "../harness/random.ts";
import { addParagraph, RawPage } from "../harness/raw-page.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";

const ALINE = "a1ne000000000000" as AccountId;
const BACHIR = "bach000000000000" as AccountId;

/** What is told of one small history by each method there was: comparisons of two versions are kept with its number. */
const TOLD: Readonly<Record<number, string>> = {
  3: "ca1238e91d120f71170b60f6b35468becadbe04dee093e2a46296a3db55dfc9f",
};

it("who changes what a comparison says gives its method another number", () => {
  const room = new SimulatedRoom(new SeededRandom(1));
  const [aline, bachir] = [new RawPage(101), new RawPage(102)];
  room.connect(aline, ALINE);
  room.connect(bachir, BACHIR);
  const settle = () => {
    while (room.step());
  };
  const text = ({ doc }: RawPage, index: number): Y.XmlText => {
    const line = doc.getXmlFragment("constats").get(index);
    const found = line instanceof Y.XmlElement ? line.get(0) : null;
    if (!(found instanceof Y.XmlText)) throw new Error("no such paragraph");
    return found;
  };
  addParagraph(aline.doc, "constats", "Ouvrir 3 ateliers par an, avec les communes et les habitants.");
  addParagraph(aline.doc, "constats", "Un car passe le mardi matin.");
  addParagraph(aline.doc, "constats", "Une e\u0301tude l'a dit.");
  aline.doc.getText("intitule").insert(0, "Bouger");
  settle();
  const before = room.lastRow();
  const gestures: readonly (() => void)[] = [
    () => text(bachir, 0).delete(7, 1),
    () => text(bachir, 0).insert(7, "5"),
    () => text(aline, 0).format(9, 8, { strong: {} }),
    () => text(bachir, 1).delete(7, 15),
    () => text(bachir, 1).insert(7, "roule tous les jours"),
    () => text(aline, 2).insert(0, "Enfin : "),
    () => addParagraph(bachir.doc, "constats", "Ouvrir 3 ateliers par an, ailleurs."),
    () => bachir.doc.getXmlFragment("constats").delete(0, 1),
    () => addParagraph(aline.doc, "constats", "Un atelier par commune, et un car."),
    () => aline.doc.getText("intitule").insert(6, " plus"),
  ];
  for (const gesture of gestures) {
    gesture();
    settle();
  }
  const last = room.lastRow();
  const told = [
    [before, last],
    [last, before],
    [0, last],
    [before + 3, before + 8],
  ].map(([from = 0, to = 0]) => atOnce(compare(room.log(), from, to)).parties);
  const digest = createHash("sha256").update(JSON.stringify(told)).digest("hex");
  expect({ method: METHOD, told: digest }).toEqual({ method: METHOD, told: TOLD[METHOD] });
});
