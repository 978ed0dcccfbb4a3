import { describe, expect, it } from "vitest";
import { CONTRAT_ROLES, type ContratRole, GROUPE_ROLES, type GroupeRole } from "../../../shared/domain/contrat.ts";
import { can, type FicheFacts } from "../../../shared/policy/can.ts";
import { CAPABILITIES, type Capability } from "../../../shared/policy/capabilities.ts";
import { POLICY_REFUSALS } from "../../../shared/policy/refusals.ts";

const YES = { ok: true, value: null };
const OUTSIDE = { ok: false, code: "hors_du_groupe" };
const RESIDENT = { ok: false, code: "habitants_lecteurs" };

const facts = (change: Partial<FicheFacts>): FicheFacts => ({
  contratRoles: [],
  groupeRoles: [],
  habitantsEcrivent: false,
  ...change,
});

describe("a person with one role in the contrat", () => {
  const expected: Record<ContratRole, { lire_brouillon: unknown; ecrire: unknown }> = {
    coordination: { lire_brouillon: YES, ecrire: YES },
    comite_technique: { lire_brouillon: OUTSIDE, ecrire: OUTSIDE },
    copil: { lire_brouillon: OUTSIDE, ecrire: OUTSIDE },
    ars: { lire_brouillon: OUTSIDE, ecrire: OUTSIDE },
    lecteur: { lire_brouillon: OUTSIDE, ecrire: OUTSIDE },
  };

  it.each(cases(CONTRAT_ROLES))("%s, %s, residents writing: %s", (role, capability, habitantsEcrivent) => {
    expect(can(capability, facts({ contratRoles: [role], habitantsEcrivent }))).toEqual(expected[role][capability]);
  });
});

describe("a person with one role in the groupe", () => {
  const expected = (habitantsEcrivent: boolean): Record<GroupeRole, { lire_brouillon: unknown; ecrire: unknown }> => ({
    pilote: { lire_brouillon: YES, ecrire: YES },
    copilote: { lire_brouillon: YES, ecrire: YES },
    partenaire: { lire_brouillon: YES, ecrire: YES },
    habitant: { lire_brouillon: YES, ecrire: habitantsEcrivent ? YES : RESIDENT },
  });

  it.each(cases(GROUPE_ROLES))("%s, %s, residents writing: %s", (role, capability, habitantsEcrivent) => {
    expect(can(capability, facts({ groupeRoles: [role], habitantsEcrivent }))).toEqual(
      expected(habitantsEcrivent)[role][capability],
    );
  });
});

describe("a person with several roles", () => {
  it("has what any of them gives, and never less than with one of them", () => {
    for (const contratRoles of subsets(CONTRAT_ROLES)) {
      for (const groupeRoles of subsets(GROUPE_ROLES)) {
        for (const habitantsEcrivent of [true, false]) {
          for (const capability of CAPABILITIES) {
            const alone = [
              ...contratRoles.map((role) => facts({ contratRoles: [role], habitantsEcrivent })),
              ...groupeRoles.map((role) => facts({ groupeRoles: [role], habitantsEcrivent })),
            ].some((one) => can(capability, one).ok);
            expect(can(capability, { contratRoles, groupeRoles, habitantsEcrivent }).ok).toBe(alone);
          }
        }
      }
    }
  });

  it("is refused for each reason of the list, and for no other", () => {
    const reasons = new Set<string>();
    for (const contratRoles of subsets(CONTRAT_ROLES)) {
      for (const groupeRoles of subsets(GROUPE_ROLES)) {
        for (const capability of CAPABILITIES) {
          const verdict = can(capability, facts({ contratRoles, groupeRoles }));
          if (!verdict.ok) reasons.add(verdict.code);
        }
      }
    }
    expect(reasons).toEqual(new Set(POLICY_REFUSALS));
  });

  it("who is a resident here and sits in the comité technique is told why a resident may not", () => {
    expect(can("ecrire", facts({ contratRoles: ["comite_technique"], groupeRoles: ["habitant"] }))).toEqual(RESIDENT);
  });

  it("who is a resident here and coordinates the contrat writes", () => {
    expect(can("ecrire", facts({ contratRoles: ["coordination"], groupeRoles: ["habitant"] }))).toEqual(YES);
  });
});

describe("what is not in the lists", () => {
  const strange = ["administrateur", "Pilote", "", "toString", "__proto__", "constructor", "hasOwnProperty"];

  it("a person without any role may nothing", () => {
    for (const capability of CAPABILITIES) {
      expect(can(capability, facts({}))).toEqual(OUTSIDE);
      expect(can(capability, facts({ habitantsEcrivent: true }))).toEqual(OUTSIDE);
    }
  });

  it.each(strange)("a role « %s » gives nothing, and takes nothing from the others", (role) => {
    // Rows written by an older or newer form may hold roles that this one does not know.
    const unknown = facts({ contratRoles: [role as ContratRole], groupeRoles: [role as GroupeRole] });
    for (const capability of CAPABILITIES) {
      expect(can(capability, { ...unknown, habitantsEcrivent: true })).toEqual(OUTSIDE);
      expect(can(capability, { ...unknown, groupeRoles: [role as GroupeRole, "pilote"] })).toEqual(YES);
    }
  });

  it.each([...strange, "lire", "ecrire "])("a capability « %s » is given to nobody", (capability) => {
    const everything = facts({ contratRoles: CONTRAT_ROLES, groupeRoles: GROUPE_ROLES, habitantsEcrivent: true });
    expect(can(capability as Capability, everything).ok).toBe(false);
  });

  it.each(["false", "true", 1, {}, null, undefined])("residents write only where the fact is true, not %j", (value) => {
    const odd = { ...facts({ groupeRoles: ["habitant"] }), habitantsEcrivent: value as boolean };
    expect(can("ecrire", odd)).toEqual(RESIDENT);
  });
});

function cases<Role extends string>(roles: readonly Role[]): [Role, Capability, boolean][] {
  return roles.flatMap((role) =>
    CAPABILITIES.flatMap((capability) =>
      [true, false].map((writing): [Role, Capability, boolean] => [role, capability, writing]),
    ),
  );
}

function subsets<Value>(values: readonly Value[]): Value[][] {
  const all: Value[][] = [[]];
  for (const value of values) all.push(...all.map((some) => [...some, value]));
  return all;
}
