import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import type { NewContrat } from "../../shared/domain/new-contrat.ts";
import type { AccountId, GroupeId } from "../../shared/ids.ts";
import { rows, run } from "../durable/sql.ts";

/** What one person is in this contrat. */
export interface Membership {
  readonly contratRoles: readonly ContratRole[];
  readonly groupeRoles: ReadonlyMap<GroupeId, readonly GroupeRole[]>;
}

/** The groupes, and who is what in the contrat and in them. Call inside the transaction that makes the contrat. */
export function addMembres(sql: SqlStorage, made: NewContrat): void {
  for (const { id, nom, habitantsEcrivent } of made.groupes) {
    run(sql, "INSERT INTO groupes VALUES (?, ?, ?)", id, nom, habitantsEcrivent ? 1 : 0);
  }
  for (const { account, role } of made.contratRoles) run(sql, "INSERT INTO contrat_roles VALUES (?, ?)", account, role);
  for (const { account, groupe, role } of made.groupeRoles) {
    run(sql, "INSERT INTO groupe_roles VALUES (?, ?, ?)", account, groupe, role);
  }
}

/** What this person is here; of somebody unknown, nothing. */
export function membershipOf(sql: SqlStorage, account: AccountId): Membership {
  // Roles are written by `addMembres` alone, from the closed lists.
  const contratRoles = rows<{ role: ContratRole }>(sql, "SELECT role FROM contrat_roles WHERE account = ?", account);
  const groupeRoles = new Map<GroupeId, GroupeRole[]>();
  for (const { groupe, role } of rows<{ groupe: GroupeId; role: GroupeRole }>(
    sql,
    "SELECT groupe, role FROM groupe_roles WHERE account = ?",
    account,
  )) {
    groupeRoles.set(groupe, [...(groupeRoles.get(groupe) ?? []), role]);
  }
  return { contratRoles: contratRoles.map(({ role }) => role), groupeRoles };
}
