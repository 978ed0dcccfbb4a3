import { describe, expect, it } from "vitest";
import type { Retrait } from "../../../../../shared/editor/genres.ts";
import type { ComparedBlock, ComparedPart } from "../../../../../shared/protocol/bodies/history.ts";
import { isUntouched, markersOf, runsOf, shownChanges } from "../../../../../web/pages/fiche/historique/changes.ts";
import { ANNE, added, block, kept, removed } from "./compared.ts";

describe("a comparison on the page", () => {
  const replaced = block([kept("Chaque année "), removed("3"), added("5"), kept(" ateliers")]);
  const part: ComparedPart = {
    partie: "description",
    identique: false,
    blocks: [block([kept("Rien ne change.")]), replaced, { ...block([kept("suite")]), avant: null }],
    changements: [
      { bloc: 1, run: 1, par: ANNE, le: 1, quoi: "remplace", avant: "3", apres: "5" },
      { bloc: 2, run: 0, par: ANNE, le: 1, quoi: "paragraphe", comment: "coupe" },
    ],
  };

  it("shows each change where it begins: in the words, or at the paragraph that it is about", () => {
    const changes = shownChanges([part], { [ANNE]: { nom: "Anne L.", organisation: null } });
    expect(changes.map(({ anchor }) => anchor)).toEqual(["changement-description-1-1", "changement-description-2"]);
    expect(new Set(changes.map(({ told }) => told)).size).toBe(2);
  });

  it("gives each side its own words", () => {
    const words = (side: "before" | "after") => runsOf(replaced, side).map(([{ texte }]) => texte);
    expect(words("before").join("")).toBe("Chaque année 3 ateliers");
    expect(words("after").join("")).toBe("Chaque année 5 ateliers");
  });

  it("knows the paragraphs in which nothing changed", () => {
    expect(part.blocks.map(isUntouched)).toEqual([true, false, false]);
  });

  it("numbers lists as the sheet does, those that are gone among the old ones", () => {
    const numero = (retrait: Retrait = 0) => block([kept("point")], "numero", retrait);
    const gone: ComparedBlock = { ...numero(), apres: null };
    const blocks = [numero(), gone, numero(1), numero(1), numero(2), numero(), block([]), numero(), block([], "puce")];
    expect(markersOf(blocks)).toEqual(["1. ", "2. ", "a. ", "b. ", "i. ", "2. ", "", "1. ", "• "]);
  });
});
