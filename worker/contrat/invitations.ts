import type { Adresse } from "../../shared/domain/adresse.ts";
import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import type { AccountId, GroupeId, InvitationId, OrganisationId } from "../../shared/ids.ts";
import type { InvitationBody, InvitationPlace } from "../../shared/protocol/bodies/invitation.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import { erase } from "./erase.ts";
import { nameOf } from "./membres.ts";

/** How long an invitation waits, in milliseconds. */
export const INVITATION_MS = 30 * 24 * 3_600_000;

/** How many may wait at once in a contrat. */
export const INVITATIONS_MAX = 1_000;

/** An invitation by mail, while it waits. */
export interface WaitingInvitation {
  readonly id: InvitationId;
  readonly adresse: Adresse;
  readonly nom: string | null;
  readonly organisation: OrganisationId | null;
  readonly place: InvitationPlace;
  readonly par: AccountId;
  readonly expireLe: number;
}

type Row = {
  id: InvitationId;
  adresse: Adresse | null;
  nom: string | null;
  organisation: OrganisationId | null;
  groupe: GroupeId | null;
  role: ContratRole | GroupeRole;
  par: AccountId;
  le: number;
  expire_le: number;
  acceptee_le: number | null;
  retiree_le: number | null;
  non_remise_le: number | null;
};

const SELECT = `SELECT id, adresse, nom, organisation, groupe, role, par, le, expire_le, acceptee_le, retiree_le,
  non_remise_le FROM invitations`;

/** Keeps an invitation; of its token, only the digest. */
export function addInvitation(sql: SqlStorage, invitation: WaitingInvitation, digest: string, now: number): void {
  run(
    sql,
    `INSERT INTO invitations (id, digest, adresse, nom, organisation, groupe, role, par, le, expire_le)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    invitation.id,
    digest,
    invitation.adresse,
    invitation.nom,
    invitation.organisation,
    invitation.place.groupe,
    invitation.place.role,
    invitation.par,
    now,
    invitation.expireLe,
  );
}

/** The invitation of a token, by its digest, if it still waits; else why not. */
export function findByDigest(
  sql: SqlStorage,
  digest: string,
  now: number,
): Result<
  WaitingInvitation,
  "invitation_inconnue" | "invitation_utilisee" | "invitation_retiree" | "invitation_expiree"
> {
  const row = firstRow<Row>(sql, `${SELECT} WHERE digest = ?`, digest);
  if (row === null) return refuse("invitation_inconnue");
  if (row.acceptee_le !== null) return refuse("invitation_utilisee");
  if (row.retiree_le !== null) return refuse("invitation_retiree");
  if (row.adresse === null || row.expire_le <= now) return refuse("invitation_expiree");
  return ok(waitingOf(row, row.adresse));
}

/** An invitation that waits, or whose time is over and which may be sent again; null: neither. */
export function findWaiting(sql: SqlStorage, id: InvitationId): WaitingInvitation | null {
  const row = firstRow<Row>(sql, `${SELECT} WHERE id = ? AND acceptee_le IS NULL AND retiree_le IS NULL`, id);
  return row === null || row.adresse === null ? null : waitingOf(row, row.adresse);
}

/** Every invitation of this address that waits, or may be sent again. */
export function findWaitingFor(sql: SqlStorage, adresse: Adresse): WaitingInvitation[] {
  return rows<Row>(
    sql,
    `${SELECT} WHERE adresse = ? AND acceptee_le IS NULL AND retiree_le IS NULL ORDER BY le, id`,
    adresse,
  ).map((row) => waitingOf(row, adresse));
}

/** Its mail did not arrive, and whoever was shown that has seen it. */
export function noteUndelivered(sql: SqlStorage, id: InvitationId, now: number): void {
  run(sql, "UPDATE invitations SET non_remise_le = ? WHERE id = ?", now, id);
}

/** Whether somebody is invited there with this address, and did not come yet. */
export function isInvited(sql: SqlStorage, adresse: Adresse, { groupe, role }: InvitationPlace, now: number): boolean {
  const found = firstRow(
    sql,
    `SELECT id FROM invitations WHERE adresse = ? AND groupe IS ? AND role = ? AND expire_le > ?
     AND acceptee_le IS NULL AND retiree_le IS NULL`,
    adresse,
    groupe,
    role,
    now,
  );
  return found !== null;
}

export function countWaiting(sql: SqlStorage, now: number): number {
  return (
    firstRow<{ count: number }>(
      sql,
      "SELECT count(*) AS count FROM invitations WHERE acceptee_le IS NULL AND retiree_le IS NULL AND expire_le > ?",
      now,
    )?.count ?? 0
  );
}

/** Another token, for as long again: the one before leads nowhere. */
export function renewInvitation(sql: SqlStorage, id: InvitationId, digest: string, expireLe: number): void {
  run(sql, "UPDATE invitations SET digest = ?, expire_le = ?, non_remise_le = NULL WHERE id = ?", digest, expireLe, id);
}

/** It was used, or taken back: whom it was for is not kept. */
export function endInvitation(sql: SqlStorage, id: InvitationId, how: "acceptee_le" | "retiree_le", now: number): void {
  run(sql, `UPDATE invitations SET ${how} = ? WHERE id = ?`, now, id);
  forgetAddressee(sql, "id = ?", id);
}

/** Those whose time was over long ago do not say whom they were for. */
export function forgetExpired(sql: SqlStorage, now: number): void {
  forgetAddressee(sql, "expire_le <= ?", now - INVITATION_MS);
}

/** The next time that `forgetExpired` has something to do; null: nothing waits. */
export function nextForgetting(sql: SqlStorage): number | null {
  const row = firstRow<{ at: number | null }>(
    sql,
    "SELECT min(expire_le) AS at FROM invitations WHERE adresse IS NOT NULL",
  );
  return row === null || row.at === null ? null : row.at + INVITATION_MS;
}

/** The newest first; of this groupe alone, or all of them. */
export function listInvitations(
  sql: SqlStorage,
  groupe: GroupeId | "toutes",
  now: number,
  failed: ReadonlySet<Adresse>,
): InvitationBody[] {
  return rows<Row>(sql, `${SELECT} ORDER BY le DESC, id`)
    .filter((row) => groupe === "toutes" || row.groupe === groupe)
    .map((row) => ({
      id: row.id,
      etat: etatOf(row, now, failed),
      adresse: row.adresse,
      nom: row.nom,
      organisation: row.organisation,
      place: placeOf(row),
      par: nameOf(sql, row.par),
      le: row.le,
      expireLe: row.expire_le,
    }));
}

function etatOf(row: Row, now: number, failed: ReadonlySet<Adresse>): InvitationBody["etat"] {
  if (row.acceptee_le !== null) return "acceptee";
  if (row.retiree_le !== null) return "retiree";
  if (row.expire_le <= now) return "expiree";
  const undelivered = row.non_remise_le !== null || (row.adresse !== null && failed.has(row.adresse));
  return undelivered ? "courriel_en_echec" : "envoyee";
}

function waitingOf(row: Row, adresse: Adresse): WaitingInvitation {
  const { id, nom, organisation, par } = row;
  return { id, adresse, nom, organisation, place: placeOf(row), par, expireLe: row.expire_le };
}

function placeOf({ groupe, role }: Row): InvitationPlace {
  // Written by `addInvitation` alone, whose type this is: the role fits the place.
  return { groupe, role } as InvitationPlace;
}

function forgetAddressee(sql: SqlStorage, condition: string, value: string | number): void {
  for (const column of ["adresse", "nom"] as const) erase(sql, "invitations", column, condition, value);
}
