import { readWorkshopCode } from "../../shared/domain/atelier.ts";
import type { GroupeRole } from "../../shared/domain/contrat.ts";
import type { GroupeId } from "../../shared/ids.ts";
import type { InvitationOpenedBody, JoinedBody } from "../../shared/protocol/bodies/invitation.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { digestOf } from "../keys.ts";
import { type Done, did, rightsOf, unchanged, type World } from "./act.ts";
import { countUse, findOpenAtelier } from "./ateliers.ts";
import { findGroupe } from "./groupes.ts";
import type { Identite } from "./identite.ts";
import { endInvitation, findByDigest, type WaitingInvitation } from "./invitations.ts";
import {
  addMembre,
  contratRolesOf,
  groupeRolesOf,
  nameOf,
  setContratRoles,
  setGroupeRoles,
  setOrganisation,
} from "./membres.ts";
import { listOrganisations } from "./organisations.ts";

/** Why an invitation lets nobody in. */
type InvitationRefusal = "invitation_inconnue" | "invitation_utilisee" | "invitation_retiree" | "invitation_expiree";

/** Why the code of a workshop lets nobody in. */
type AtelierRefusal = "atelier_inconnu" | "atelier_ferme" | "atelier_expire" | "atelier_epuise";

/** Why somebody cannot come in by what they hold; `introuvable`: there is no such contrat. */
export type JoinRefusal = InvitationRefusal | AtelierRefusal | "introuvable";

/** What the invitation of a token says, without using it up. */
export function openInvitation(
  sql: SqlStorage,
  self: Identite,
  token: string,
  now: number,
): Result<InvitationOpenedBody, InvitationRefusal> {
  const found = waitingFor(sql, token, now);
  if (!found.ok) return found;
  const { adresse, nom, organisation, place, par, expireLe } = found.value;
  return ok({
    contrat: self.facts.nom,
    groupe: place.groupe === null ? null : (findGroupe(sql, place.groupe)?.nom ?? null),
    role: place.role,
    organisation: listOrganisations(sql).find(({ id }) => id === organisation)?.nom ?? null,
    par: nameOf(sql, par),
    adresse,
    nom,
    expireLe,
  });
}

/** Whoever acts accepts it, under this name; once. */
export function acceptInvitation(
  { sql, self, by, now }: World,
  token: string,
  nom: string,
): Result<Done<JoinedBody>, InvitationRefusal> {
  const found = waitingFor(sql, token, now);
  if (!found.ok) return found;
  const { id, organisation, place } = found.value;
  endInvitation(sql, id, "acceptee_le", now);
  const came = addMembre(sql, by, nom, now);
  if (came && organisation !== null) setOrganisation(sql, by, organisation);
  const entry = {
    acte: "accepter_invitation",
    sur: { invitation: id, personne: by, ...(place.groupe !== null && { groupe: place.groupe }) },
    detail: { role: place.role },
  } as const;
  const movements = came ? [by] : [];
  const joined = { contrat: self.slug, groupe: place.groupe };
  if (place.groupe !== null) {
    const roles = addGroupeRole(sql, by, place.groupe, place.role);
    const rights = rightsOf(by, { quoi: "roles_groupe", groupe: place.groupe, roles });
    return did(joined, entry, { rights, movements });
  }
  const roles = [...new Set([...contratRolesOf(sql, by), place.role])].sort();
  setContratRoles(sql, by, roles);
  return did(joined, entry, { rights: rightsOf(by, { quoi: "roles_contrat", roles }), movements });
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
