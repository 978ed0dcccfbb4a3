import { describe, expect, it } from "vitest";
import type { GroupeId } from "../../../shared/ids.ts";
import { changementSentence } from "../../../web/labels/changement.ts";

const groupe = "gr0x0x0x0x0x0x0x" as GroupeId;
const le = Date.parse("2026-03-12T14:05:00Z");

describe("Goulven reads why his rights changed", () => {
  it("by whom, when, and what he is now", () => {
    const change = { quoi: "roles_groupe", groupe, roles: ["copilote", "partenaire"] } as const;
    expect(changementSentence({ change, groupe: "Aidants", par: "Nolwenn Kerbrat", le })).toMatch(
      /^Dans le groupe «\u202fAidants\u202f», vous êtes maintenant\u202f: copilote et partenaire\. Par Nolwenn Kerbrat, le 12 mars 2026/,
    );
  });

  it("in a whole sentence for each change, without a code, also when nobody is left to name", () => {
    for (const change of [
      { quoi: "roles_contrat", roles: [] },
      { quoi: "roles_contrat", roles: ["copil"] },
      { quoi: "roles_groupe", groupe, roles: [] },
      { quoi: "ecriture_habitants", groupe, ouverte: true },
      { quoi: "ecriture_habitants", groupe, ouverte: false },
      { quoi: "groupe_jete", groupe },
      { quoi: "groupe_restaure", groupe },
      { quoi: "retire_du_contrat" },
    ] as const) {
      const sentence = changementSentence({ change, groupe: null, par: null, le });
      expect(sentence).toMatch(/^\p{Lu}[^_]*\. Par un ancien membre, le /u);
    }
  });
});
