import type { AccountId, GroupeId } from "../../shared/ids.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** Who asks to join a groupe, the first first. */
export function listDemandes(sql: SqlStorage, groupe: GroupeId): { account: AccountId; le: number }[] {
  return rows(sql, "SELECT account, le FROM demandes WHERE groupe = ? ORDER BY le, account", groupe);
}

export function hasDemande(sql: SqlStorage, groupe: GroupeId, account: AccountId): boolean {
  return firstRow(sql, "SELECT le FROM demandes WHERE groupe = ? AND account = ?", groupe, account) !== null;
}

export function addDemande(sql: SqlStorage, groupe: GroupeId, account: AccountId, now: number): void {
  run(sql, "INSERT OR IGNORE INTO demandes VALUES (?, ?, ?)", groupe, account, now);
}

export function removeDemande(sql: SqlStorage, groupe: GroupeId, account: AccountId): void {
  run(sql, "DELETE FROM demandes WHERE groupe = ? AND account = ?", groupe, account);
}
