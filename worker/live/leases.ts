import type { AccountId } from "../../shared/ids.ts";
import { firstRow, run } from "../durable/sql.ts";

/** Statement for the table of leases, for the document's first migration. */
export const LEASES_TABLE =
  "CREATE TABLE leases (client INTEGER PRIMARY KEY, account TEXT NOT NULL, at INTEGER NOT NULL)";

/**
 * Whose each Yjs client id is. An id belongs to one person for ever; what it wrote is theirs, and nobody else may bring
 * a struct of it.
 */
export class Leases {
  readonly #sql: SqlStorage;
  /** Answers of the table, for the path of each key. */
  readonly #known = new Map<number, AccountId>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The person who has this id, or null when nobody has. */
  owner(client: number): AccountId | null {
    const known = this.#known.get(client);
    if (known !== undefined) return known;
    // Written by `lease` alone.
    const row = firstRow<{ account: AccountId }>(this.#sql, "SELECT account FROM leases WHERE client = ?", client);
    if (row === null) return null;
    this.#known.set(client, row.account);
    return row.account;
  }

  /** Gives the id to this person; false when it is another's. */
  lease(client: number, account: AccountId, now: number): boolean {
    const owner = this.owner(client);
    if (owner !== null) return owner === account;
    run(this.#sql, "INSERT INTO leases (client, account, at) VALUES (?, ?, ?)", client, account, now);
    this.#known.set(client, account);
    return true;
  }
}
