import type { InstanceKind } from "../../../shared/domain/instance.ts";
import type { AccountId } from "../../../shared/ids.ts";
import { refuse } from "../../../shared/result.ts";
import type { ContratApi, ContratResult, GivenRole } from "../../api/contrat.ts";
import { givenRoles } from "../membres/given-roles.ts";

/** Somebody sits in a body from now on, beside what they are already. */
export function withRole(api: ContratApi, id: AccountId, kind: InstanceKind): Promise<ContratResult<null>> {
  return changed(api, id, (roles) => [...roles, kind]);
}

/** Somebody does not sit in a body any more. */
export function withoutRole(api: ContratApi, id: AccountId, kind: InstanceKind): Promise<ContratResult<null>> {
  return changed(api, id, (roles) => roles.filter((role) => role !== kind));
}

/** Roles are given all at once: those of today are asked for first. */
async function changed(
  api: ContratApi,
  id: AccountId,
  change: (roles: readonly GivenRole[]) => readonly GivenRole[],
): Promise<ContratResult<null>> {
  const membres = await api.membres();
  if (!membres.ok) return membres;
  const membre = membres.value.membres.find((each) => each.id === id);
  if (membre === undefined) return refuse("membre_inconnu");
  return api.changeMembre(id, [...new Set(change(givenRoles(membre.roles)))], membre.organisation);
}
