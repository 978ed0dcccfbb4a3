import { describe, expect, it } from "vitest";
import { type Awaited, attentesOf } from "../../../shared/domain/attente.ts";
import type { FicheVie } from "../../../shared/domain/fiche.ts";
import { REGLE_DEFAULT } from "../../../shared/domain/instance.ts";
import { REQUIRED_SECTIONS, type TextSection } from "../../../shared/editor/sections.ts";
import type { AccountId } from "../../../shared/ids.ts";

const [anne, bob, carole, pilote, redactrice, presidente, coordination, copil] = [
  "anne",
  "bob",
  "carole",
  "pilote",
  "redactrice",
  "presidente",
  "coordination",
  "copil",
] as AccountId[] as [AccountId, AccountId, AccountId, AccountId, AccountId, AccountId, AccountId, AccountId];

const AWAITED: Awaited = {
  comite: [anne, bob, carole],
  president: [presidente],
  coordination: [coordination],
  valident: [copil],
  pilotes: [pilote],
  redacteurs: [pilote, redactrice],
};

const DRAFT: FicheVie = {
  etat: "brouillon",
  soumise: false,
  derniere: null,
  approuvee: null,
  instruction: null,
  reserves: [],
  aValider: null,
  deports: [],
  publiee: null,
};

const EXAMINED: FicheVie = {
  ...DRAFT,
  soumise: true,
  derniere: { numero: 2, etat: "soumise", le: 50 },
  instruction: { version: 2, depuis: 50, regle: REGLE_DEFAULT, avis: [], aDecider: true },
};

const FILLED = [...REQUIRED_SECTIONS];

/** « anne: avis_a_donner », in the order in which they are told. */
function awaits(vie: FicheVie, remplies: readonly TextSection[] = FILLED): string[] {
  return attentesOf(vie, remplies, AWAITED).map(
    ({ personne, quoi, nombre }) => `${personne}: ${quoi}${nombre === 1 ? "" : ` (${nombre})`}`,
  );
}

describe("what a fiche waits for", () => {
  it("is its empty sections, of who writes it, while it is a draft that nobody submitted", () => {
    expect(awaits(DRAFT, ["constats", "description"])).toEqual([
      "pilote: sections_a_completer (3)",
      "redactrice: sections_a_completer (3)",
    ]);
    expect(awaits(DRAFT)).toEqual([]);
    expect(awaits({ ...DRAFT, etat: "close" }, [])).toEqual([]);
    expect(awaits({ ...DRAFT, etat: "proposition" }, [])).toEqual([]);
  });

  it("is the avis of each who sits and takes part, then the decision, once enough are given on this version", () => {
    expect(awaits(EXAMINED)).toEqual(["anne: avis_a_donner", "bob: avis_a_donner", "carole: avis_a_donner"]);
    const avis = [
      { de: anne, aJour: true },
      { de: bob, aJour: false },
    ];
    const some = { ...EXAMINED, instruction: { version: 2, depuis: 50, regle: REGLE_DEFAULT, avis, aDecider: true } };
    expect(awaits(some)).toEqual(["carole: avis_a_donner", "bob: avis_a_confirmer"]);
    // Two take part: one of them is half.
    expect(awaits({ ...some, deports: [carole] })).toEqual([
      "bob: avis_a_confirmer",
      "presidente: decision_a_relever",
      "coordination: decision_a_relever",
    ]);
    // Put off, and nobody said anything since.
    const putOff = { ...some, instruction: { ...some.instruction, aDecider: false } };
    expect(awaits({ ...putOff, deports: [carole] })).toEqual(["bob: avis_a_confirmer"]);
  });

  it("is no decision to record of a presidency that declared to take no part; the coordination writes it down", () => {
    const avis = [anne, bob].map((de) => ({ de, aJour: true }));
    const instruction = { version: 2, depuis: 50, regle: REGLE_DEFAULT, avis, aDecider: true };
    expect(awaits({ ...EXAMINED, instruction, deports: [presidente, carole] })).toEqual([
      "coordination: decision_a_relever",
    ]);
  });

  it("is an answer of the groupe to a réserve, then its author's word", () => {
    const reserves = [
      { de: anne, repondue: false, depuis: 60 },
      { de: bob, repondue: true, depuis: 70 },
      { de: bob, repondue: true, depuis: 80 },
    ];
    const sous = {
      ...EXAMINED,
      instruction: null,
      reserves,
      aValider: { version: 2, depuis: 65, attend: [anne, bob] },
    };
    expect(awaits(sous)).toEqual(["bob: reserve_a_lever (2)", "pilote: reserve_a_repondre"]);
    expect(attentesOf(sous, FILLED, AWAITED)[0]).toMatchObject({ version: 2, depuis: 70 });
    // The version after was withdrawn: it is on the words whose approval hangs on it that it is lifted.
    const later = { ...sous, derniere: { numero: 3, etat: "retiree" as const, le: 90 } };
    expect(attentesOf(later, FILLED, AWAITED)[0]).toMatchObject({ quoi: "reserve_a_lever", version: 2 });
    // Who sits no more is awaited for nothing, and holds back nothing.
    expect(attentesOf(sous, FILLED, { ...AWAITED, comite: [anne] }).map(({ quoi }) => quoi)).toEqual([
      "reserve_a_repondre",
    ]);
    // Nor is the groupe: an answer would lead to nothing.
    expect(attentesOf(sous, FILLED, { ...AWAITED, comite: [carole] }).map(({ quoi }) => quoi)).toEqual(["validation"]);
    // In a fiche that is close nobody writes, and so nobody answers.
    expect(awaits({ ...sous, etat: "close" })).toEqual(["bob: reserve_a_lever (2)"]);
    // Sent back or withdrawn: there are no words to lift it on.
    expect(awaits({ ...sous, aValider: null })).toEqual(["pilote: reserve_a_repondre"]);
  });

  it("is the Copil's word on what was approved, while another version may already be examined", () => {
    const approved = {
      ...DRAFT,
      soumise: true,
      derniere: EXAMINED.derniere,
      aValider: { version: 1, depuis: 40, attend: [] },
    };
    expect(awaits(approved)).toEqual(["copil: validation"]);
    expect(awaits({ ...EXAMINED, aValider: { version: 1, depuis: 40, attend: [] } }).at(-1)).toBe("copil: validation");
  });
});
