import { describe, expect, it } from "vitest";
import { isWholeCode, shapeCode } from "../../../web/ui/form/code-shape.ts";
import { shapeWorkshopCode } from "../../../web/ui/form/workshop-shape.ts";
import { matchesWords } from "../../../web/ui/matches-words.ts";

describe("the code of a mail", () => {
  it.each([
    ["", ""],
    ["12", "12"],
    ["1234", "1234"],
    ["12345", "1234 5"],
    ["12345678", "1234 5678"],
    [" 1234\u202f5678\n", "1234 5678"],
    ["Votre code : 1234-5678.", "1234 5678"],
    ["1234567890", "1234 5678"],
  ])("%j is shown %j", (typed, shown) => {
    expect(shapeCode(typed)).toBe(shown);
  });

  it("is whole with its eight digits", () => {
    expect(["1234 5678", "1234 567", "12345678", ""].map(isWholeCode)).toEqual([true, false, false, false]);
  });
});

describe("the code of a workshop", () => {
  it.each([
    ["kf3r8yam", "KF3R-8YAM"],
    ["kf3r", "KF3R"],
    [" KF3R - 8YAM ", "KF3R-8YAM"],
    ["kf3r-8yamé9", "KF3R-8YAM"],
  ])("%j is shown %j", (typed, shown) => {
    expect(shapeWorkshopCode(typed)).toBe(shown);
  });
});

describe("a search in a list", () => {
  it("finds each word in any order, whatever the accents and the case", () => {
    expect(matchesWords("Pays de l’Élorn", "ELORN pays")).toBe(true);
    expect(matchesWords("Pays de l’Élorn", "élorn redon")).toBe(false);
    expect(matchesWords("Pays de l’Élorn", " ")).toBe(true);
  });
});
