import { describe, expect, it } from "vitest";
import type { InstructionBody } from "../../../../../shared/protocol/bodies/fiche-acts.ts";
import { isGiven, isRecorded } from "../../../../../web/pages/fiche/instruction/already.ts";

const me = "0000000000000001";
const somebody = "0000000000000002";
const sur = { partie: "description", citation: "" };

/** What the server says of version 2, on which this person gave an avis with one réserve, and recorded the decision. */
function known(changed: { readonly avisOn?: number; readonly reserveOf?: string; readonly recordedBy?: string } = {}) {
  const { avisOn = 2, reserveOf = me, recordedBy = me } = changed;
  // Only what is read of it.
  return {
    version: { numero: 2 },
    reserves: [{ de: reserveOf, version: 2, sur, texte: "Dire qui." }],
    decisions: [
      { version: 1, sens: "refusee", date: "2026-02-01", raison: null, relevePar: me },
      { version: 2, sens: "approuvee", date: "2026-03-26", raison: null, relevePar: recordedBy },
    ],
    moi: { personne: me, avis: { version: avisOn, sens: "favorable_avec_reserves", raison: "Utile." } },
  } as unknown as InstructionBody;
}

const avis = {
  sens: "favorable_avec_reserves",
  raison: " Utile.\r\n",
  reserves: [{ partie: "description" as const, citation: "", texte: "Dire qui. " }],
};
const decision = { sens: "approuvee", date: "2026-03-26", raison: "" };

describe("what was sent and not answered", () => {
  it("is an avis that the server has, when all of it is there", () => {
    expect(isGiven(known(), avis)).toBe(true);
    expect(isGiven(known(), { ...avis, reserves: [] })).toBe(true);
  });

  it("is not an avis that was given before, of which something differs", () => {
    expect(isGiven(known({ avisOn: 1 }), avis)).toBe(false);
    expect(isGiven(known({ reserveOf: somebody }), avis)).toBe(false);
    expect(isGiven(known(), { ...avis, raison: "Utile, et attendu." })).toBe(false);
    expect(isGiven(known(), { ...avis, sens: "abstention" })).toBe(false);
  });

  it("is a decision that this person recorded on the version that is shown", () => {
    expect(isRecorded(known(), decision)).toBe(true);
    expect(isRecorded(known({ recordedBy: somebody }), decision)).toBe(false);
    expect(isRecorded(known(), { ...decision, sens: "refusee" })).toBe(false);
    expect(isRecorded(known(), { ...decision, raison: "Sans délai." })).toBe(false);
  });
});
