import type { LastChange } from "../../shared/domain/changement.ts";
import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import type { AccountId, GroupeId, OrganisationId } from "../../shared/ids.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import { erase } from "./erase.ts";

/** What one person is in this contrat. */
export interface Membership {
  /** Whether they are of it at all: a person may be, and hold no role any more. */
  readonly membre: boolean;
  readonly contratRoles: readonly ContratRole[];
  readonly groupeRoles: ReadonlyMap<GroupeId, readonly GroupeRole[]>;
}

/** A person of the contrat, by what is kept about them. */
export interface Membre {
  readonly id: AccountId;
  /** As their account said it last; null: it was closed, or said nothing yet. */
  readonly nom: string | null;
  readonly organisation: OrganisationId | null;
  /** Milliseconds since 1970. */
  readonly depuis: number;
}

/** What this person is here; of somebody unknown, nothing. */
export function membershipOf(sql: SqlStorage, account: AccountId): Membership {
  const groupeRoles = new Map<GroupeId, GroupeRole[]>();
  for (const { groupe, role } of rows<{ groupe: GroupeId; role: GroupeRole }>(
    sql,
    "SELECT groupe, role FROM groupe_roles JOIN groupes g ON g.id = groupe WHERE account = ? AND g.jete_le IS NULL",
    account,
  )) {
    groupeRoles.set(groupe, [...(groupeRoles.get(groupe) ?? []), role]);
  }
  return { membre: isMembre(sql, account), contratRoles: contratRolesOf(sql, account), groupeRoles };
}

export function isMembre(sql: SqlStorage, account: AccountId): boolean {
  return firstRow(sql, "SELECT account FROM membres WHERE account = ? AND parti_le IS NULL", account) !== null;
}

/** Those who are of the contrat now, in the order in which they came. */
export function listMembres(sql: SqlStorage): Membre[] {
  return rows<{ id: AccountId; nom: string | null; organisation: OrganisationId | null; depuis: number }>(
    sql,
    "SELECT account AS id, nom, organisation, depuis FROM membres WHERE parti_le IS NULL ORDER BY depuis, account",
  );
}

/** What to call somebody who is or was of the contrat; null: a former membre. */
export function nameOf(sql: SqlStorage, account: AccountId): string | null {
  const row = firstRow<{ nom: string | null }>(
    sql,
    "SELECT coalesce(m.nom, j.nom) AS nom FROM membres m LEFT JOIN membres j ON j.account = m.joint WHERE m.account = ?",
    account,
  );
  return row?.nom ?? null;
}

/** Whom somebody speaks for, or null. */
export function organisationOf(sql: SqlStorage, account: AccountId): { id: OrganisationId; nom: string } | null {
  return firstRow(
    sql,
    "SELECT o.id, o.nom FROM membres m JOIN organisations o ON o.id = m.organisation WHERE m.account = ?",
    account,
  );
}

/** A person is of the contrat from now on; nothing changes for one who is. True for one who was not. */
export function addMembre(sql: SqlStorage, account: AccountId, nom: string | null, now: number): boolean {
  if (isMembre(sql, account)) return false;
  run(
    sql,
    `INSERT INTO membres (account, nom, depuis) VALUES (?, ?, ?)
     ON CONFLICT (account) DO UPDATE SET nom = coalesce(excluded.nom, nom), depuis = excluded.depuis, parti_le = NULL`,
    account,
    nom,
    now,
  );
  return true;
}

/** A person is of the contrat no more: every role ends. Their name stays for what they did. */
export function removeMembre(sql: SqlStorage, account: AccountId, now: number): void {
  run(sql, "DELETE FROM contrat_roles WHERE account = ?", account);
  run(sql, "DELETE FROM groupe_roles WHERE account = ?", account);
  run(sql, "DELETE FROM demandes WHERE account = ?", account);
  run(sql, "UPDATE membres SET parti_le = ?, organisation = NULL WHERE account = ?", now, account);
}

/** What their account says they are called; a number not above the last one heard is passed over. */
export function hearName(sql: SqlStorage, account: AccountId, number: number, nom: string): void {
  run(
    sql,
    "UPDATE membres SET nom = ?, told = ? WHERE account = ? AND told < ? AND joint IS NULL",
    nom,
    number,
    account,
    number,
  );
}

/** An account is another one of the same person from now on: it is called as that one, and holds nothing itself. */
export function joinMembre(sql: SqlStorage, from: AccountId, into: AccountId, now: number): void {
  removeMembre(sql, from, now);
  recogniseMembre(sql, from, into);
}

/** The accounts that were joined to this one. */
export function joinedTo(sql: SqlStorage, account: AccountId): AccountId[] {
  return rows<{ account: AccountId }>(sql, "SELECT account FROM membres WHERE joint = ?", account).map(
    (row) => row.account,
  );
}

/** Every account that was joined to another one, with that one. */
export function allJoints(sql: SqlStorage): ReadonlyMap<AccountId, AccountId> {
  return new Map(
    rows<{ account: AccountId; joint: AccountId }>(
      sql,
      "SELECT account, joint FROM membres WHERE joint IS NOT NULL",
    ).map(({ account, joint }) => [account, joint]),
  );
}

/**
 * An account that left the contrat turns out to be another name of this person's: what it did here is theirs. False when
 * it never was of it, or that was known.
 */
export function recogniseMembre(sql: SqlStorage, from: AccountId, into: AccountId): boolean {
  const known = firstRow<{ joint: AccountId | null }>(sql, "SELECT joint FROM membres WHERE account = ?", from);
  if (known === null || known.joint === into || isMembre(sql, from)) return false;
  erase(sql, "membres", "nom", "account = ?", from);
  run(sql, "UPDATE membres SET joint = ?1 WHERE account = ?2 OR joint = ?2", into, from);
  return true;
}

/** The account that this one was joined to; null: it is somebody's own. */
export function joinedInto(sql: SqlStorage, account: AccountId): AccountId | null {
  return (
    firstRow<{ joint: AccountId | null }>(sql, "SELECT joint FROM membres WHERE account = ?", account)?.joint ?? null
  );
}

/** The number of the last word heard from an account. */
export function toldOf(sql: SqlStorage, account: AccountId): number {
  return firstRow<{ told: number }>(sql, "SELECT told FROM membres WHERE account = ?", account)?.told ?? 0;
}

/** Nothing here says any more what this person was called, nor what last happened to their rights. */
export function forgetName(sql: SqlStorage, account: AccountId, number: number): void {
  erase(sql, "membres", "nom", "account = ?", account);
  run(sql, "UPDATE membres SET told = max(told, ?) WHERE account = ?", number, account);
  run(sql, "DELETE FROM changements WHERE account = ?", account);
}

export function setOrganisation(sql: SqlStorage, account: AccountId, organisation: OrganisationId | null): void {
  run(sql, "UPDATE membres SET organisation = ? WHERE account = ?", organisation, account);
}

/** In the whole contrat. */
export function contratRolesOf(sql: SqlStorage, account: AccountId): ContratRole[] {
  // Roles are written by this file alone, from the closed lists.
  return rows<{ role: ContratRole }>(
    sql,
    "SELECT role FROM contrat_roles WHERE account = ? ORDER BY role",
    account,
  ).map(({ role }) => role);
}

export function holdersOf(sql: SqlStorage, role: ContratRole): AccountId[] {
  return rows<{ account: AccountId }>(
    sql,
    "SELECT account FROM contrat_roles WHERE role = ? ORDER BY account",
    role,
  ).map(({ account }) => account);
}

/** Whether nobody would be left to coordinate the contrat without this person. */
export function isLastCoordination(sql: SqlStorage, account: AccountId): boolean {
  const holders = holdersOf(sql, "coordination");
  return holders.length === 1 && holders[0] === account;
}

/** Makes this person exactly that in the contrat. */
export function setContratRoles(sql: SqlStorage, account: AccountId, roles: readonly ContratRole[]): void {
  run(sql, "DELETE FROM contrat_roles WHERE account = ?", account);
  for (const role of new Set(roles)) run(sql, "INSERT INTO contrat_roles VALUES (?, ?)", account, role);
}

/** In one groupe, thrown away or not. */
export function groupeRolesOf(sql: SqlStorage, account: AccountId, groupe: GroupeId): GroupeRole[] {
  return rows<{ role: GroupeRole }>(
    sql,
    "SELECT role FROM groupe_roles WHERE account = ? AND groupe = ? ORDER BY role",
    account,
    groupe,
  ).map(({ role }) => role);
}

/** Makes this person exactly that in this groupe. */
export function setGroupeRoles(
  sql: SqlStorage,
  account: AccountId,
  groupe: GroupeId,
  roles: readonly GroupeRole[],
): void {
  run(sql, "DELETE FROM groupe_roles WHERE account = ? AND groupe = ?", account, groupe);
  for (const role of new Set(roles)) run(sql, "INSERT INTO groupe_roles VALUES (?, ?, ?)", account, groupe, role);
}

/** Everybody in a groupe, and what they are there. */
export function peopleOf(sql: SqlStorage, groupe: GroupeId): { account: AccountId; role: GroupeRole }[] {
  return rows(sql, "SELECT account, role FROM groupe_roles WHERE groupe = ? ORDER BY account, role", groupe);
}

/** The last change of somebody's rights, or null. */
export function lastChangeOf(sql: SqlStorage, account: AccountId): LastChange | null {
  const row = firstRow<{ change: string; par: AccountId | null; le: number }>(
    sql,
    "SELECT change, par, le FROM changements WHERE account = ?",
    account,
  );
  // Written by `keepChange` alone, whose type this is.
  return row === null ? null : { ...row, change: JSON.parse(row.change) as LastChange["change"] };
}

export function keepChange(sql: SqlStorage, account: AccountId, { change, par, le }: LastChange): void {
  run(sql, "INSERT OR REPLACE INTO changements VALUES (?, ?, ?, ?)", account, JSON.stringify(change), par, le);
}
