import { describe, expect, it } from "vitest";
import type { ReunionId } from "../../../../shared/ids.ts";
import { waitSentence } from "../../../../web/labels/waits.ts";
import { waitsOf } from "../../../../web/pages/contrats/waits.ts";
import { aGroupe } from "../../../harness/built-contrat.ts";

const CONTRAT = { slug: "pays-de-l-elorn" };

const NEXT = {
  id: "re0x0x0x0x0x0x0x" as ReunionId,
  le: Date.parse("2026-03-12T14:05:00Z"),
  lieu: null,
  lien: null,
  ordreDuJour: [],
  presence: null,
  notes: null,
};

describe("what waits for a person besides fiches", () => {
  it("is nothing where nobody asks anything", () => {
    expect(waitsOf({ contrat: CONTRAT, groupes: [aGroupe({ nom: "Aidants", demandes: 0 })], courriels: 0 })).toEqual(
      [],
    );
  });

  it("is who asks to join, what the mail could not deliver, then one's own meetings and no one else's", () => {
    const waits = waitsOf({
      contrat: CONTRAT,
      groupes: [
        aGroupe({ nom: "Aidants", roles: ["pilote"], prochaine: NEXT, demandes: 2 }),
        aGroupe({ nom: "Jeunes", prochaine: NEXT, demandes: 0 }),
      ],
      courriels: 1,
    });
    expect(waits.map(waitSentence)).toEqual([
      "2\u00a0personnes demandent à rejoindre «\u202fAidants\u202f»",
      "Une invitation n’a pas pu être remise",
      expect.stringMatching(/^Réunion de «\u202fAidants\u202f» le 12 mars 2026/),
    ]);
    expect(waits[0]?.href).toBe("/contrats/pays-de-l-elorn/groupes/aidants-gr0x0x0x/inviter#demandes");
    expect(waits[1]?.href).toBe("/contrats/pays-de-l-elorn/membres/invitations#courriels");
    expect(waits[2]?.href).toBe("/contrats/pays-de-l-elorn/groupes/aidants-gr0x0x0x#reunion-re0x0x0x0x0x0x0x");
  });
});
