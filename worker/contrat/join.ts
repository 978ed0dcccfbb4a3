import { readWorkshopCode } from "../../shared/domain/atelier.ts";
import type { GroupeRole } from "../../shared/domain/contrat.ts";
import type { AccountId, GroupeId, OrganisationId } from "../../shared/ids.ts";
import type { InvitationOpenedBody, JoinedBody } from "../../shared/protocol/bodies/invitation.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { digestOf } from "../keys.ts";
import { type Done, did, rightsOf, unchanged, type World } from "./act.ts";
import { countUse, findOpenAtelier } from "./ateliers.ts";
import { findGroupe } from "./groupes.ts";
import type { Identite } from "./identite.ts";
import { endInvitation, findByDigest, type WaitingInvitation } from "./invitations.ts";
import { failuresTo } from "./inviting.ts";
import {
  addMembre,
  contratRolesOf,
  groupeRolesOf,
  isMembre,
  nameOf,
  organisationOf,
  setContratRoles,
  setGroupeRoles,
  setOrganisation,
} from "./membres.ts";
import { hasOrganisation, listOrganisations } from "./organisations.ts";

/** Why an invitation lets nobody in. */
type InvitationRefusal = "invitation_inconnue" | "invitation_utilisee" | "invitation_retiree" | "invitation_expiree";

/** What somebody who comes says of themself. */
export interface Said {
  readonly nom: string;
  /** Whom they speak for in the whole contrat; null: for nobody; absent: as they were invited, or as they did already. */
  readonly organisation?: OrganisationId | null | undefined;
}

/** Why the code of a workshop lets nobody in. */
type AtelierRefusal = "atelier_inconnu" | "atelier_ferme" | "atelier_expire" | "atelier_epuise";

/** Why somebody cannot come in by what they hold; `introuvable`: there is no such contrat. */
export type JoinRefusal = InvitationRefusal | AtelierRefusal | "organisation_inconnue" | "introuvable";

/** What the invitation of a token says to whoever asks (null: to somebody unknown), without using it up. */
export function openInvitation(
  sql: SqlStorage,
  self: Identite,
  { token, by, now }: { readonly token: string; readonly by: AccountId | null; readonly now: number },
): Result<InvitationOpenedBody, InvitationRefusal> {
  const found = waitingFor(sql, token, now);
  if (!found.ok) return found;
  const { adresse, nom, organisation, place, par, expireLe } = found.value;
  const isHere = by !== null && isMembre(sql, by);
  return ok({
    contrat: self.facts.nom,
    groupe: place.groupe === null ? null : (findGroupe(sql, place.groupe)?.nom ?? null),
    role: place.role,
    organisation: isHere ? (organisationOf(sql, by)?.id ?? null) : organisation,
    organisations: listOrganisations(sql).map((each) => ({ id: each.id, nom: each.nom })),
    par: nameOf(sql, par),
    adresse,
    nom,
    expireLe,
  });
}

/** Whoever acts accepts it; once. */
export function acceptInvitation(
  world: World,
  token: string,
  { nom, organisation: chosen }: Said,
): Result<Done<JoinedBody>, InvitationRefusal | "organisation_inconnue"> {
  const { sql, self, by, now } = world;
  const found = waitingFor(sql, token, now);
  if (!found.ok) return found;
  if (chosen !== undefined && chosen !== null && !hasOrganisation(sql, chosen)) return refuse("organisation_inconnue");
  const { id, adresse, place } = found.value;
  endInvitation(sql, id, "acceptee_le", now);
  const came = addMembre(sql, by, nom, now);
  const organisation = chosen === undefined && came ? found.value.organisation : chosen;
  if (organisation !== undefined) setOrganisation(sql, by, organisation);
  const forgotten = failuresTo(world, adresse);
  const entry = {
    acte: "accepter_invitation",
    sur: { invitation: id, personne: by, ...(place.groupe !== null && { groupe: place.groupe }) },
    detail: { role: place.role, ...(organisation !== undefined && { organisation }) },
  } as const;
  const movements = came ? [by] : [];
  const joined = { contrat: self.slug, groupe: place.groupe };
  if (place.groupe !== null) {
    const roles = addGroupeRole(sql, by, place.groupe, place.role);
    const rights = rightsOf(by, { quoi: "roles_groupe", groupe: place.groupe, roles });
    return did(joined, entry, { rights, movements, forgotten });
  }
  const roles = [...new Set([...contratRolesOf(sql, by), place.role])].sort();
  setContratRoles(sql, by, roles);
  return did(joined, entry, {
    rights: rightsOf(by, { quoi: "roles_contrat", roles }),
    movements,
    forgotten,
    // The annuaire knows which contrats nobody coordinates.
    announced: place.role === "coordination",
  });
}

/** Whether the code, as it was typed, lets somebody in. */
export function checkAtelier(sql: SqlStorage, code: string, world: Pick<World, "codeDigest" | "now">) {
  const read = readWorkshopCode(code);
  return read === null ? refuse("atelier_inconnu") : findOpenAtelier(sql, world.codeDigest(read), world.now);
}

/** Whoever acts joins the groupe of a workshop as a resident who does not write. */
export function joinAtelier(world: World, code: string, nom: string): Result<Done<JoinedBody>, AtelierRefusal> {
  const { sql, self, by, now } = world;
  const found = checkAtelier(sql, code, world);
  if (!found.ok) return found;
  const { id, groupe } = found.value;
  const joined = { contrat: self.slug, groupe };
  // Whoever is of the groupe already has as much, or more.
  if (groupeRolesOf(sql, by, groupe).length > 0) return unchanged(joined);
  const came = addMembre(sql, by, nom, now);
  const roles = addGroupeRole(sql, by, groupe, "habitant_atelier");
  countUse(sql, id);
  return did(
    joined,
    { acte: "rejoindre_atelier", sur: { personne: by, groupe, atelier: id } },
    { rights: rightsOf(by, { quoi: "roles_groupe", groupe, roles }), movements: came ? [by] : [] },
  );
}

function waitingFor(sql: SqlStorage, token: string, now: number): Result<WaitingInvitation, InvitationRefusal> {
  const found = findByDigest(sql, digestOf(token), now);
  const groupe = found.ok ? found.value.place.groupe : null;
  // A groupe that was thrown away takes nobody in.
  return groupe !== null && findGroupe(sql, groupe) === null ? refuse("invitation_retiree") : found;
}

/** Adds a role in a groupe to those that somebody has; who was let in by a workshop is now admitted. */
function addGroupeRole(sql: SqlStorage, account: World["by"], groupe: GroupeId, role: GroupeRole): GroupeRole[] {
  const held = groupeRolesOf(sql, account, groupe).filter((each) => each !== "habitant_atelier");
  const roles = [...new Set([...held, role])].sort();
  setGroupeRoles(sql, account, groupe, roles);
  return roles;
}
