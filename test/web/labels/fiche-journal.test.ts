import { describe, expect, it } from "vitest";
import type { Empreinte } from "../../../shared/editor/canonical.ts";
import type { AccountId } from "../../../shared/ids.ts";
import type { Names } from "../../../shared/protocol/bodies/history.ts";
import type { FicheEvent } from "../../../shared/workflow/acts.ts";
import { entryEmpreinte, entrySentence, entryWords } from "../../../web/labels/fiche-journal.ts";

// Names that the tests use for accounts.
const [ANNE, GONE] = ["anne", "gone"] as [AccountId, AccountId];
const NOMS: Names = { [ANNE]: { nom: "Anne L.", organisation: null }, [GONE]: { nom: null, organisation: null } };
const EMPREINTE = "a".repeat(64) as Empreinte;
const shown = { version: 2, empreinte: EMPREINTE };

const told = (event: FicheEvent, par = ANNE) => entrySentence({ par, event }, NOMS).replace(/[\u00a0\u202f]/gu, " ");

describe("an entry of the journal of a fiche", () => {
  it("says who did what, to which version", () => {
    expect(told({ acte: "mettre_en_relecture" })).toBe("Anne L. a mis la fiche en relecture.");
    expect(told({ acte: "rendre_avis", ...shown, sens: "favorable_avec_reserves", raison: null, reserves: [] })).toBe(
      "Anne L. a donné un avis favorable avec réserves sur la version 2.",
    );
    expect(told({ acte: "lever_reserve", ...shown, reserve: 1, leve: "approuvee" })).toBe(
      "Anne L. a levé sa réserve devant la version 2, qui est dès lors approuvée sans réserve.",
    );
    expect(told({ acte: "valider", ...shown, date: "2026-03-01", remplace: [] })).toBe(
      "Anne L. a validé la version 2 au nom du comité de pilotage, réuni le 1er mars 2026.",
    );
    expect(told({ acte: "depublier", ...shown, raison: "Erreur." }, GONE)).toBe(
      "Un ancien membre a retiré la version 2 de la publication.",
    );
    expect(
      told({
        acte: "caviarder",
        caviardage: 1,
        partie: "freins",
        motif: "donnee_de_sante",
        engagement: "",
        masquees: [],
      }),
    ).toBe("Anne L. a masqué un passage de « Freins » (donnée de santé).");
    expect(
      told({
        acte: "caviarder",
        caviardage: 2,
        partie: "actes",
        motif: "propos_injurieux",
        engagement: "",
        masquees: [],
      }),
    ).toBe("Anne L. a masqué un passage de ce qui a été dit pendant l’instruction (propos injurieux).");
  });

  it("gives the words that came with it, as they were written", () => {
    expect(
      entryWords({
        acte: "rendre_avis",
        ...shown,
        sens: "favorable_avec_reserves",
        raison: "C'est clair : ou presque.",
        reserves: [{ sur: { partie: "freins", citation: "" }, texte: "Qui paie ?" }],
      }),
    ).toEqual(["Raison\u202f: C'est clair : ou presque.", "Réserve sur «\u202fFreins\u202f»\u202f: Qui paie ?"]);
    expect(entryWords({ acte: "clore" })).toEqual([]);
  });

  it("names the fingerprint of the words that it is about, when it is about a version", () => {
    expect(entryEmpreinte({ acte: "confirmer_avis", ...shown, sens: "favorable" })).toBe(EMPREINTE);
    expect(entryEmpreinte({ acte: "repondre_reserve", reserve: 1, texte: "Oui." })).toBeNull();
  });
});
