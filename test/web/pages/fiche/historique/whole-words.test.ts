import { describe, expect, it } from "vitest";
import type { AccountId } from "../../../../../shared/ids.ts";
import type { ComparedBlock, ComparedRun } from "../../../../../shared/protocol/bodies/history.ts";
import { runsOf } from "../../../../../web/pages/fiche/historique/changes.ts";
import { withWholeWords } from "../../../../../web/pages/fiche/historique/whole-words.ts";

const ANNE = "anne" as AccountId;
const base = { gras: false, italique: false, lien: null, saut: false };
const kept = (texte: string): ComparedRun => ({ ...base, texte, kind: "garde" });
const added = (texte: string, deplacePar: AccountId | null = null): ComparedRun => ({
  ...base,
  texte,
  kind: "ajoute",
  par: ANNE,
  deplacePar,
  le: 1,
});
const removed = (texte: string): ComparedRun => ({
  ...base,
  texte,
  kind: "retire",
  par: ANNE,
  auteur: ANNE,
  le: 1,
  deplace: false,
});
const block = (...runs: readonly ComparedRun[]): ComparedBlock => ({
  avant: { genre: "texte", retrait: 0 },
  apres: { genre: "texte", retrait: 0 },
  runs,
});
const drawn = (each: ComparedBlock) => withWholeWords(each).runs.map(({ texte }) => texte);
const side = (each: ComparedBlock, which: "before" | "after") =>
  runsOf(each, which)
    .map(([{ texte }]) => texte)
    .join("");

describe("words of a comparison as they are drawn", () => {
  it("shows whole both words of a replacement that have letters in common", () => {
    expect(drawn(block(kept("aucun "), removed("formulair"), added("papier en lign"), kept("e.")))).toEqual([
      "aucun ",
      "formulaire",
      "papier en ligne",
      ".",
    ]);
    expect(drawn(block(kept("la santé publi"), removed("que"), added("cs"), kept(" visés")))).toEqual([
      "la santé ",
      "publique",
      "publics",
      " visés",
    ]);
  });

  it("leaves alone a word that only grew or shrank, and words with a space between", () => {
    for (const same of [
      block(kept("5 atelier"), added("s"), kept(" par an")),
      block(kept("5 atelier"), removed("s"), kept(" par an")),
      block(kept("les "), removed("3"), added("5"), kept(" ateliers")),
      block(kept("l’"), removed("aidant"), added("habitant"), kept(", chez lui")),
    ]) {
      expect(withWholeWords(same)).toEqual(same);
    }
  });

  it("takes no letters to what was only moved, nor across a line break", () => {
    const moved = block(kept("le "), removed("for"), added("por", ANNE), kept("mulaire"));
    expect(withWholeWords(moved)).toEqual(moved);
    const broken = block(removed("un"), added("deux"), { ...kept("\n"), saut: true }, kept("suite"));
    expect(withWholeWords(broken)).toEqual(broken);
  });

  it("keeps each run in its place, and both texts as they were", () => {
    const cut = block(kept("mange"), removed("ons"), added("r"), kept("ie, "), removed("oui"), added("non"), kept("x"));
    const whole = withWholeWords(cut);
    expect(whole.runs.map(({ kind }) => kind)).toEqual(cut.runs.map(({ kind }) => kind));
    expect(side(whole, "before")).toBe(side(cut, "before"));
    expect(side(whole, "after")).toBe(side(cut, "after"));
  });
});
