import { describe, expect, it } from "vitest";
import type { ComparedBlock, ComparedRun } from "../../../../../shared/protocol/bodies/history.ts";
import { runsOf } from "../../../../../web/pages/fiche/historique/changes.ts";
import { withWholeWords } from "../../../../../web/pages/fiche/historique/whole-words.ts";
import { ANNE, added, block, kept, removed } from "./compared.ts";

const line = (...runs: readonly ComparedRun[]) => block(runs);
const drawn = (each: ComparedBlock) => withWholeWords(each).runs.map(({ texte }) => texte);
const side = (each: ComparedBlock, which: "before" | "after") =>
  runsOf(each, which)
    .map(([{ texte }]) => texte)
    .join("");

describe("words of a comparison as they are drawn", () => {
  it("shows whole both words of a replacement that have letters in common", () => {
    expect(drawn(line(kept("aucun "), removed("formulair"), added("papier en lign"), kept("e.")))).toEqual([
      "aucun ",
      "formulaire",
      "papier en ligne",
      ".",
    ]);
    expect(drawn(line(kept("la santé publi"), removed("que"), added("cs"), kept(" visés")))).toEqual([
      "la santé ",
      "publique",
      "publics",
      " visés",
    ]);
  });

  it("leaves alone a word that only grew or shrank, and words with a space between", () => {
    for (const same of [
      line(kept("5 atelier"), added("s"), kept(" par an")),
      line(kept("5 atelier"), removed("s"), kept(" par an")),
      line(kept("les "), removed("3"), added("5"), kept(" ateliers")),
      line(kept("l’"), removed("aidant"), added("habitant"), kept(", chez lui")),
    ]) {
      expect(withWholeWords(same)).toEqual(same);
    }
  });

  it("takes no letters to what was only moved, nor across a line break", () => {
    const moved = line(kept("le "), removed("for"), added("por", ANNE), kept("mulaire"));
    expect(withWholeWords(moved)).toEqual(moved);
    const broken = line(removed("un"), added("deux"), { ...kept("\n"), saut: true }, kept("suite"));
    expect(withWholeWords(broken)).toEqual(broken);
  });

  it("keeps each run in its place, and both texts as they were", () => {
    const cut = line(kept("mange"), removed("ons"), added("r"), kept("ie, "), removed("oui"), added("non"), kept("x"));
    const whole = withWholeWords(cut);
    expect(whole.runs.map(({ kind }) => kind)).toEqual(cut.runs.map(({ kind }) => kind));
    expect(side(whole, "before")).toBe(side(cut, "before"));
    expect(side(whole, "after")).toBe(side(cut, "after"));
  });
});
