import { describe, expect, it } from "vitest";
import { JOURNAL_ACTES } from "../../../shared/domain/journal.ts";
import { ACTE_LABELS, checkSentence, daysLeft, subjectWords } from "../../../web/labels/journal.ts";

const DAY = 24 * 3_600_000;

describe("an entry of the journal", () => {
  it("has its words, whatever was done", () => {
    expect(Object.keys(ACTE_LABELS).sort()).toEqual([...JOURNAL_ACTES].sort());
    for (const label of Object.values(ACTE_LABELS)) expect(label).toMatch(/^\p{Lu}[^_]*$/u);
  });

  it("says on whom and on what, by the names of today, and keeps no id for who left", () => {
    const sur = { personne: "ac0x0x0x0x0x0x0x", groupe: "gr0x0x0x0x0x0x0x" };
    const detail = { roles: ["pilote", "partenaire", "__proto__"] };
    expect(subjectWords({ sur, detail }, { gr0x0x0x0x0x0x0x: "Aidants" })).toEqual([
      "Personne\u202f: un ancien membre",
      "Groupe\u202f: Aidants",
      "Titres\u202f: pilote et partenaire",
    ]);
  });

  it("does not take the notes of a meeting for a fiche that is gone", () => {
    const sur = { groupe: "gr0x0x0x0x0x0x0x", reunion: "re0x0x0x0x0x0x0x", fiche: "no0x0x0x0x0x0x0x" };
    expect(subjectWords({ sur, detail: {} }, { gr0x0x0x0x0x0x0x: "Aidants" })).toEqual(["Groupe\u202f: Aidants"]);
  });

  it("says a stade, a day, what residents may do", () => {
    expect(subjectWords({ sur: {}, detail: { stade: "elaboration", jour: "2026-03-01", ouverte: false } }, {})).toEqual(
      ["Étape\u202f: Élaboration", "Jour\u202f: 1er mars 2026", "Les habitants\u202f: lisent et commentent"],
    );
  });
});

describe("whether the journal was changed", () => {
  it("is said in a sentence", () => {
    expect(checkSentence(12, null)).toBe("Rien n’a été changé\u202f: les 12\u00a0entrées se suivent.");
    expect(checkSentence(12, 7)).toContain("L’entrée 7");
  });
});

describe("what is left before something thrown away is gone", () => {
  it("is counted in whole days", () => {
    expect(daysLeft(30 * DAY, 0)).toBe("Il reste 30\u00a0jours.");
    expect(daysLeft(1.5 * DAY, 0)).toBe("Il reste 1\u00a0jour.");
    expect(daysLeft(DAY / 2, 0)).toBe("Il reste moins d’un jour.");
  });
});
