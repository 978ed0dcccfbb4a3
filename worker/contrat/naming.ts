import type { Adresse } from "../../shared/domain/adresse.ts";
import type { InvitationId } from "../../shared/ids.ts";
import type { CoordinationAwaited } from "../../shared/protocol/bodies/instance-admin.ts";
import type { InvitationPlace } from "../../shared/protocol/bodies/invitation.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { type Done, did, type World } from "./act.ts";
import { findWaiting, isInvited, listInvitations, type WaitingInvitation } from "./invitations.ts";
import { invite, remind, subjectOf, withdraw } from "./inviting.ts";
import { holdersOf } from "./membres.ts";

/*
 * A contrat that nobody coordinates yet: the administration of the instance, which is of no contrat, invites whoever will.
 * Once somebody does, the administration has nothing more to say here.
 */

const COORDINATION: InvitationPlace = { groupe: null, role: "coordination" };

/** What the administration does about who will coordinate. */
export type Naming =
  | { readonly quoi: "inviter"; readonly adresse: Adresse }
  | { readonly quoi: "relancer" | "retirer"; readonly invitation: InvitationId };

/** Why the administration may not. */
export type NamingRefusal = "contrat_coordonne" | "deja_invitee" | "introuvable";

/** Whether somebody coordinates the contrat. */
export function isCoordinated(sql: SqlStorage): boolean {
  return holdersOf(sql, "coordination").length > 0;
}

/** Who is invited to coordinate, while nobody does; null: somebody does. */
export function coordinationAwaited(
  sql: SqlStorage,
  now: number,
  failed: ReadonlySet<Adresse>,
): CoordinationAwaited[] | null {
  if (isCoordinated(sql)) return null;
  return listInvitations(sql, "toutes", now, failed).flatMap(({ id, adresse, etat, place, le, expireLe }) => {
    const waits = etat !== "acceptee" && etat !== "retiree" && place.groupe === null && place.role === "coordination";
    return adresse === null || !waits ? [] : [{ id, adresse, etat, le, expireLe }];
  });
}

/** Whoever administers the instance, who is called so, does this about who will coordinate. */
export function nameCoordination(world: World, as: string, naming: Naming): Result<Done<null>, NamingRefusal> {
  const { sql, now } = world;
  if (isCoordinated(sql)) return refuse("contrat_coordonne");
  if (naming.quoi === "inviter") {
    const { adresse } = naming;
    if (isInvited(sql, adresse, COORDINATION, now)) return refuse("deja_invitee");
    const { id, mail } = invite(world, { adresse, nom: null, organisation: null, place: COORDINATION }, as);
    const entry = { acte: "inviter", sur: subjectOf(id, COORDINATION), detail: { role: "coordination" } } as const;
    return did(null, entry, { mails: [mail] });
  }
  const waiting = waitingToCoordinate(sql, naming.invitation);
  if (waiting === null) return refuse("introuvable");
  return naming.quoi === "relancer" ? ok(remind(world, [waiting], as)) : withdraw(world, waiting);
}

function waitingToCoordinate(sql: SqlStorage, invitation: InvitationId): WaitingInvitation | null {
  const waiting = findWaiting(sql, invitation);
  return waiting?.place.groupe === null && waiting.place.role === "coordination" ? waiting : null;
}
