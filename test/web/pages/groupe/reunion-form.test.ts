import { describe, expect, it } from "vitest";
import type { ReunionId } from "../../../../shared/ids.ts";
import { reunionBody } from "../../../../shared/protocol/bodies/groupe.ts";
import { REUNIONS } from "../../../../web/labels/groupe.ts";
import { checkReunion, factsOf, type ReunionValues, valuesOf } from "../../../../web/pages/groupe/reunion-form.ts";

const FILLED: ReunionValues = {
  jour: "2026-03-12",
  heure: "14:05",
  lieu: " Maison de santé ",
  lien: "https://visio.exemple.fr/groupe",
  ordreDuJour: "- Tour de table\n\n2. Les constats\n  • La suite  ",
};

describe("Baptiste plans a meeting", () => {
  it("sends what the server takes: one point a line, without the list's own signs", () => {
    const facts = factsOf(FILLED);
    expect(facts).toEqual({
      le: new Date("2026-03-12T14:05").getTime(),
      lieu: "Maison de santé",
      lien: "https://visio.exemple.fr/groupe",
      ordreDuJour: ["Tour de table", "Les constats", "La suite"],
    });
    expect(reunionBody.safeParse(facts).success).toBe(true);
    expect(Object.values(checkReunion(FILLED)).every((sentence) => sentence === null)).toBe(true);
  });

  it("finds in the form what he had sent", () => {
    const reunion = { id: "re0x0x0x0x0x0x0x" as ReunionId, presence: null, notes: null, ...factsOf(FILLED) };
    expect(factsOf(valuesOf(reunion))).toEqual(factsOf(FILLED));
  });

  it("reads what is missing or wrong beside each field", () => {
    const wrong = checkReunion({
      jour: "",
      heure: "",
      lieu: "x".repeat(201),
      lien: "javascript:alert(1)",
      ordreDuJour: Array.from({ length: 31 }, () => "Un point").join("\n"),
    });
    expect(wrong.jour).toBe(REUNIONS.dayMissing);
    expect(wrong.heure).toBe(REUNIONS.timeMissing);
    expect(wrong.lieu).not.toBeNull();
    expect(wrong.lien).toBe(REUNIONS.wrongLink);
    expect(wrong.ordreDuJour).toBe(REUNIONS.tooManyPoints);
  });

  it("is told of no link that the server would refuse", () => {
    for (const lien of ["https://moi:secret@exemple.fr", "ftp://exemple.fr", "exemple.fr", "https://a b.fr"]) {
      expect(checkReunion({ ...FILLED, lien }).lien, lien).toBe(REUNIONS.wrongLink);
      expect(reunionBody.safeParse({ ...factsOf(FILLED), lien }).success, lien).toBe(false);
    }
  });
});
