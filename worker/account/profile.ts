import type { AccountId } from "../../shared/ids.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** Statements for what an account's third migration adds to its profile. */
export const PROFILE_COLUMNS = [
  "ALTER TABLE profile ADD COLUMN etat TEXT NOT NULL DEFAULT 'ouvert'",
  "ALTER TABLE profile ADD COLUMN into_account TEXT",
  "ALTER TABLE profile ADD COLUMN number INTEGER NOT NULL DEFAULT 1",
  "CREATE TABLE joined_accounts (account TEXT PRIMARY KEY) WITHOUT ROWID",
];

/** What an account is: somebody's; another name of somebody's other account; nobody's any more. */
export type Standing =
  | { readonly etat: "ouvert"; readonly id: AccountId; readonly nom: string }
  | { readonly etat: "joint"; readonly id: AccountId; readonly into: AccountId }
  | { readonly etat: "ferme"; readonly id: AccountId };

/** Who an account belongs to. The number rises with every change that contrats must hear of. */
export class Profile {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  create(standing: Standing): void {
    const nom = standing.etat === "ouvert" ? standing.nom : "";
    const into = standing.etat === "joint" ? standing.into : null;
    run(
      this.#sql,
      "INSERT INTO profile (id, nom, etat, into_account) VALUES (?, ?, ?, ?)",
      standing.id,
      nom,
      standing.etat,
      into,
    );
  }

  standing(): Standing {
    // Written by this file alone; `into_account` is there exactly when it is joined.
    const row = firstRow<{ id: AccountId; nom: string; etat: Standing["etat"]; into_account: AccountId | null }>(
      this.#sql,
      "SELECT id, nom, etat, into_account FROM profile",
    );
    if (row === null) throw new Error("an account without a profile");
    if (row.etat === "joint" && row.into_account !== null) return { etat: "joint", id: row.id, into: row.into_account };
    return row.etat === "ouvert" ? { etat: "ouvert", id: row.id, nom: row.nom } : { etat: "ferme", id: row.id };
  }

  number(): number {
    return firstRow<{ number: number }>(this.#sql, "SELECT number FROM profile")?.number ?? 0;
  }

  rename(nom: string): void {
    run(this.#sql, "UPDATE profile SET nom = ?, number = number + 1", nom);
  }

  /** Nobody's from now on. */
  close(): void {
    run(this.#sql, "UPDATE profile SET etat = 'ferme', nom = '', number = number + 1");
  }

  /** Another name of this account from now on. */
  joinInto(account: AccountId): void {
    run(this.#sql, "UPDATE profile SET etat = 'joint', into_account = ?, nom = '', number = number + 1", account);
  }

  /** These accounts are now another name of this one. */
  addJoined(accounts: readonly AccountId[]): void {
    for (const account of accounts) run(this.#sql, "INSERT OR IGNORE INTO joined_accounts VALUES (?)", account);
    run(this.#sql, "UPDATE profile SET number = number + 1");
  }

  joined(): AccountId[] {
    return rows<{ account: AccountId }>(this.#sql, "SELECT account FROM joined_accounts").map(({ account }) => account);
  }
}
