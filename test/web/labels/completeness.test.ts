import { describe, expect, it } from "vitest";
import { completeness, missingRequired, shortCompleteness } from "../../../web/labels/completeness.ts";

describe("how far a fiche is", () => {
  it("is said in words", () => {
    expect(completeness(0)).toBe("Aucune section remplie sur 10");
    expect(completeness(1)).toBe("1\u00a0section remplie sur 10");
    expect(completeness(6)).toBe("6\u00a0sections remplies sur 10");
    expect(shortCompleteness(6)).toBe("Sections\u202f: 6/10");
  });
});

describe("what a fiche cannot do without", () => {
  it("is named while it is empty, in the order of the sheet", () => {
    expect(missingRequired(["participation", "constats", "description"])).toBe(
      "Reste à écrire\u202f: réduction des inégalités et résultats attendus.",
    );
  });

  it("is not asked for once it is there, whatever else is empty", () => {
    expect(
      missingRequired(["constats", "inegalites", "description", "resultats_attendus", "participation"]),
    ).toBeNull();
  });
});
