import { describe, expect, it } from "vitest";
import type { SensAvis } from "../../../../../shared/domain/version.ts";
import type { AccountId } from "../../../../../shared/ids.ts";
import type { InstructionBody } from "../../../../../shared/protocol/bodies/fiche-acts.ts";
import { countOf, expectedOf, outcomesOf } from "../../../../../web/pages/fiche/instruction/counting.ts";

const [MARIE, NADIA, OMAR, PAUL] = ["marie", "nadia", "omar", "paul"] as never as [
  AccountId,
  AccountId,
  AccountId,
  AccountId,
];

const avis = (de: AccountId, sens: SensAvis, version = 2): InstructionBody["avis"][number] => ({
  de,
  sens,
  raison: null,
  version,
  le: 0,
  aConfirmer: version < 2,
  modifiees: [],
});

/** Version 2 before a comité of four, of whom Paul may write the fiche: quorum of half, simple majority. */
function instruction(given: InstructionBody["avis"], vivante = false): InstructionBody {
  const reserve = { id: 1, vivante } as InstructionBody["reserves"][number];
  return {
    version: { numero: 2, empreinte: "a" as never, etat: "soumise", soumiseLe: 0, soumisePar: PAUL, seq: 1 },
    retiree: null,
    regle: { quorum: { en: "part", pourcent: 50 }, majorite: "simple", consultationEcrite: true },
    avisVisibles: true,
    avis: given,
    reserves: [reserve],
    decisions: [],
    membres: [MARIE, NADIA, OMAR, PAUL].map((personne) => ({
      personne,
      deport: personne === PAUL ? "redacteur" : null,
    })),
    moi: { personne: MARIE, siege: true, avis: null, depuis: null },
    noms: {},
  };
}

function whyNot(body: InstructionBody, presents: readonly AccountId[]): Record<string, string | null> {
  const known = countOf(body, "seance", presents);
  if (known === null) throw new Error("there is a version and a rule");
  return Object.fromEntries(outcomesOf(body, known.compte).map((each) => [each.sens, each.whyNot]));
}

describe("what is expected of the comité", () => {
  it("tells given, to confirm and awaited apart, without who takes no part", () => {
    const expected = expectedOf(instruction([avis(MARIE, "favorable"), avis(NADIA, "favorable", 1)]));
    expect(expected.given.map(({ de }) => de)).toEqual([MARIE]);
    expect(expected.toConfirm.map(({ de }) => de)).toEqual([NADIA]);
    expect(expected.awaited.map(({ personne }) => personne)).toEqual([OMAR]);
    expect(expected.part).toHaveLength(3);
  });
});

describe("the outcomes that a president may record", () => {
  const favorable = instruction([avis(MARIE, "favorable"), avis(NADIA, "favorable")]);

  it("are none below the quorum, each with that reason", () => {
    expect(new Set(Object.values(whyNot(favorable, [MARIE])))).toEqual(new Set(["quorum_non_atteint"]));
  });

  it("are to approve or to put off, when enough are in favour", () => {
    expect(whyNot(favorable, [MARIE, NADIA])).toEqual({
      approuvee: null,
      approuvee_sous_reserve: "reserve_attendue",
      ajournee: null,
      refusee: "majorite_favorable",
    });
  });

  it("are under a réserve while one is not lifted", () => {
    const open = instruction([avis(MARIE, "favorable"), avis(NADIA, "favorable_avec_reserves")], true);
    expect(whyNot(open, [MARIE, NADIA])).toMatchObject({
      approuvee: "reserves_non_levees",
      approuvee_sous_reserve: null,
    });
  });

  it("do not count an avis that was not confirmed", () => {
    const old = instruction([avis(MARIE, "favorable"), avis(NADIA, "favorable", 1)]);
    expect(whyNot(old, [MARIE, NADIA])).toMatchObject({ approuvee: "majorite_non_atteinte", refusee: null });
  });

  it("in a written consultation count those who gave an avis", () => {
    expect(countOf(favorable, "consultation_ecrite", [])?.compte.comptes).toEqual([MARIE, NADIA]);
  });
});
