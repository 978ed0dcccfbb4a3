import { describe, expect, it } from "vitest";
import type { AccountId } from "../../../../../shared/ids.ts";
import { type Stretch, stretchesOf } from "../../../../../web/pages/fiche/historique/passage-authors.ts";

const [ANNE, YVONNE] = ["anne", "yvonne"] as [AccountId, AccountId];
const by = (auteur: AccountId, texte: string, more: Partial<Stretch> = {}): Stretch => ({
  texte,
  auteur,
  deplacePar: null,
  deplacement: null,
  le: 1_000,
  ...more,
});
const told = (stretches: readonly Stretch[] | null) =>
  stretches?.map(({ auteur, texte }) => `${auteur}: ${texte}`) ?? null;

const TEXT = [
  [by(ANNE, "Des ateliers "), by(YVONNE, "au marché"), by(ANNE, ".")],
  [by(YVONNE, "Chaque commune "), by(ANNE, "en accueille un.")],
];

describe("who wrote a passage", () => {
  it("is told stretch by stretch, cut to what is selected", () => {
    expect(told(stretchesOf(TEXT, { avant: 3, texte: "ateliers au" }))).toEqual(["anne: ateliers ", "yvonne: au"]);
  });

  it("goes over the end of a paragraph, whatever draws it there", () => {
    expect(told(stretchesOf(TEXT, { avant: 11, texte: "au marché.\n\nChaque" }))).toEqual([
      "yvonne: au marché",
      "anne: .",
      "yvonne: Chaque",
    ]);
  });

  it("is the whole part when no words are given", () => {
    expect(told(stretchesOf(TEXT, { avant: 0, texte: "" }))).toHaveLength(5);
  });

  it("is found again by its words when somebody wrote before it, the nearest of several", () => {
    const before = [[by(ANNE, "Nouveau. ")], [by(YVONNE, "un un "), by(ANNE, "un")]];
    expect(told(stretchesOf(before, { avant: 13, texte: "un" }))).toEqual(["anne: un"]);
    expect(told(stretchesOf(before, { avant: 7, texte: "un" }))).toEqual(["yvonne: un"]);
  });

  it("is not guessed when the words are not there", () => {
    expect(stretchesOf(TEXT, { avant: 0, texte: "des vélos" })).toBeNull();
  });

  it("joins what one person typed at one time, and not what somebody else moved", () => {
    const typed = [[by(ANNE, "un "), by(ANNE, "deux "), by(ANNE, "trois", { deplacePar: YVONNE })]];
    expect(told(stretchesOf(typed, { avant: 0, texte: "un deux trois" }))).toEqual(["anne: un deux ", "anne: trois"]);
  });

  it("does not join what was moved from two places: nobody wrote it one behind the other", () => {
    const moved = (texte: string, deplacement: string) => by(ANNE, texte, { deplacePar: YVONNE, deplacement });
    const glued = [[moved("il faut ", "1:0"), moved("garder ", "1:0"), moved("la crèche", "1:9")]];
    expect(told(stretchesOf(glued, { avant: 0, texte: "" }))).toEqual(["anne: il faut garder ", "anne: la crèche"]);
  });
});
