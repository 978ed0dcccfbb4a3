import { describe, expect, it } from "vitest";
import { CONTRAT_ROLES, type ContratRole, GROUPE_ROLES, type GroupeRole } from "../../../shared/domain/contrat.ts";
import { can, type FicheFacts } from "../../../shared/policy/can.ts";
import { CAPABILITIES, type Capability } from "../../../shared/policy/capabilities.ts";
import { POLICY_REFUSALS } from "../../../shared/policy/refusals.ts";
import { readMatrice } from "../../policy/matrice.ts";

const matrice = readMatrice();

describe("every cell of the matrix that was written by hand", () => {
  it.each(matrice.map((line) => [line.situation, line] as const))("%s", (_, { facts, verdicts }) => {
    const found = CAPABILITIES.map((capability) => {
      const verdict = can(capability, facts);
      return [capability, verdict.ok ? "oui" : verdict.code];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(verdicts));
  });

  it("covers every capability, every role and every reason", () => {
    expect([...(matrice[0]?.verdicts.keys() ?? [])]).toEqual([...CAPABILITIES]);
    const roles = new Set<string>(matrice.flatMap(({ facts }) => [...facts.contratRoles, ...facts.groupeRoles]));
    for (const role of [...CONTRAT_ROLES, ...GROUPE_ROLES]) expect(roles).toContain(role);
    const reasons = new Set(matrice.flatMap(({ verdicts }) => [...verdicts.values()]));
    expect(reasons).toEqual(new Set(["oui", ...POLICY_REFUSALS]));
  });
});

const BASE: FicheFacts = {
  contratRoles: [],
  groupeRoles: [],
  habitantsEcrivent: false,
  etat: "en_relecture",
  soumise: true,
  publiee: false,
  partagee: true,
  sien: false,
};

describe("a person with several roles", () => {
  // What writing takes away: an avis, a decision or a validation on one's own fiche.
  const TAKEN_AWAY = new Set(["rendre_avis", "lever_reserve", "relever_decision", "valider", "renvoyer"]);

  it("has what any of them gives, but no say on a fiche that one of them writes", () => {
    for (const contratRoles of subsets(CONTRAT_ROLES)) {
      for (const groupeRoles of subsets(GROUPE_ROLES)) {
        for (const habitantsEcrivent of [true, false]) {
          const facts = { ...BASE, contratRoles, groupeRoles, habitantsEcrivent };
          for (const capability of CAPABILITIES) {
            const alone = [
              ...contratRoles.map((role) => ({ ...facts, contratRoles: [role], groupeRoles: [] })),
              ...groupeRoles.map((role) => ({ ...facts, contratRoles: [], groupeRoles: [role] })),
            ].some((one) => can(capability, one).ok);
            const together = can(capability, facts);
            if (!TAKEN_AWAY.has(capability)) expect(together.ok).toBe(alone);
            else if (together.ok) expect(alone).toBe(true);
            else if (alone) expect(together.code).toBe("deport");
          }
        }
      }
    }
  });
});

describe("what is not in the lists", () => {
  const strange = ["administrateur", "Pilote", "", "toString", "__proto__", "constructor", "hasOwnProperty"];

  it.each(strange)("a role « %s » gives nothing, and takes nothing from the others", (role) => {
    const unknown = { contratRoles: [role as ContratRole], groupeRoles: [role as GroupeRole] };
    for (const capability of CAPABILITIES) {
      expect(can(capability, { ...BASE, ...unknown, habitantsEcrivent: true }).ok).toBe(false);
      const pilote = {
        ...BASE,
        contratRoles: unknown.contratRoles,
        groupeRoles: [role as GroupeRole, "pilote" as const],
      };
      expect(can(capability, pilote)).toEqual(can(capability, { ...BASE, groupeRoles: ["pilote"] }));
    }
  });

  it.each([...strange, "lire", "ecrire "])("a capability « %s » is given to nobody", (capability) => {
    const everything = { ...BASE, contratRoles: CONTRAT_ROLES, groupeRoles: GROUPE_ROLES, habitantsEcrivent: true };
    expect(can(capability as Capability, everything).ok).toBe(false);
  });
});

describe("facts that are no facts", () => {
  it("give nothing", () => {
    // What a mistake somewhere else could hand over.
    const wrong = { ...BASE, groupeRoles: ["habitant"], habitantsEcrivent: "oui", soumise: 1, publiee: "oui" };
    const facts = wrong as unknown as FicheFacts;
    expect(can("ecrire", facts)).toEqual({ ok: false, code: "habitants_lecteurs" });
    expect(can("lire_publie", facts)).toEqual({ ok: false, code: "non_publie" });
  });
});

function subsets<Role extends ContratRole | GroupeRole>(all: readonly Role[]): Role[][] {
  // Up to three: what four roles give, some three of them give.
  const found: Role[][] = [[]];
  for (const role of all) for (const set of [...found]) if (set.length < 3) found.push([...set, role]);
  return found;
}
