import type { ContratRole } from "../../../shared/domain/contrat.ts";
import type { GivenRole } from "../../api/contrat.ts";

/** The roles that are given by hand in the whole contrat, in the order of the page. */
export const GIVEN = ["coordination", "comite_technique", "copil", "ars", "lecteur"] as const satisfies GivenRole[];

/** Those of a person: who presides a body is chosen with the body. */
export function givenRoles(roles: readonly ContratRole[]): GivenRole[] {
  return GIVEN.filter((role) => roles.includes(role));
}
