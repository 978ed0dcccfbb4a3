import type { ContratRole, GroupeRole } from "../domain/contrat.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Capability } from "./capabilities.ts";
import type { PolicyRefusal } from "./refusals.ts";
import { CONTRAT_ROLE_CAPABILITIES, GROUPE_ROLE_CAPABILITIES } from "./roles.ts";

/** Everything that a verdict on a fiche reads. */
export interface FicheFacts {
  /** What the person is in the contrat. */
  readonly contratRoles: readonly ContratRole[];
  /** What the person is in the groupe that writes this fiche. */
  readonly groupeRoles: readonly GroupeRole[];
  /** Whether residents write in that groupe. */
  readonly habitantsEcrivent: boolean;
}

export type Verdict = Result<null, PolicyRefusal>;

/** Whether a person may, with the reason why not. Roles add up; what no role gives is refused, unknown roles included. */
export function can(capability: Capability, facts: FicheFacts): Verdict {
  const given =
    facts.contratRoles.some((role) => gives(CONTRAT_ROLE_CAPABILITIES, role, capability)) ||
    facts.groupeRoles.some((role) => gives(GROUPE_ROLE_CAPABILITIES, role, capability)) ||
    (capability === "ecrire" && facts.habitantsEcrivent === true && facts.groupeRoles.includes("habitant"));
  if (given) return ok(null);
  return refuse(facts.groupeRoles.includes("habitant") ? "habitants_lecteurs" : "hors_du_groupe");
}

/** The role may be a stored word of another version, or `constructor`: the table's own keys alone count. */
function gives<Role extends string>(
  table: Readonly<Record<Role, readonly Capability[]>>,
  role: Role,
  capability: Capability,
): boolean {
  return Object.hasOwn(table, role) && table[role].includes(capability);
}
