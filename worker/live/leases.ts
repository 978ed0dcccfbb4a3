import type { AccountId } from "../../shared/ids.ts";
import { NEW_IDS_MAX, NEW_IDS_WITHIN_MS } from "../../shared/protocol/limits.ts";
import { firstRow, run } from "../durable/sql.ts";

/** Statement for the table of leases, for the document's first migration. */
export const LEASES_TABLE =
  "CREATE TABLE leases (client INTEGER PRIMARY KEY, account TEXT NOT NULL, at INTEGER NOT NULL)";

/** Statements that tell the ids that the server writes under for somebody, for the fifth migration. */
export const LEASES_MADE_HERE = [
  "ALTER TABLE leases ADD COLUMN made_here INTEGER NOT NULL DEFAULT 0",
  "CREATE INDEX leases_by_account ON leases (account, at)",
];

/**
 * Whose each Yjs client id is. An id belongs to one person for ever; what it wrote is theirs, and nobody else may bring
 * a struct of it. An id is *held* for whoever connected with it, and *kept* once something was written under it: opening
 * a text to read it leaves nothing behind.
 */
export class Leases {
  readonly #sql: SqlStorage;
  readonly #newIdsMax: number;
  /** Answers of the table, and ids that are only held: for the path of each key. */
  readonly #known = new Map<number, { readonly account: AccountId; kept: boolean }>();

  /** @param newIdsMax how many new ids of one person are kept in an hour */
  constructor(sql: SqlStorage, newIdsMax = NEW_IDS_MAX) {
    this.#sql = sql;
    this.#newIdsMax = newIdsMax;
  }

  /** The person who has this id, or null when nobody has. */
  owner(client: number): AccountId | null {
    return this.#find(client)?.account ?? null;
  }

  /** Holds the id for this person, in memory; false when it is another's. */
  hold(client: number, account: AccountId): boolean {
    const owner = this.owner(client);
    if (owner === null) this.#known.set(client, { account, kept: false });
    return owner === null || owner === account;
  }

  /** Nobody holds the id any more, unless it was kept. */
  release(client: number): void {
    if (this.#known.get(client)?.kept === false) this.#known.delete(client);
  }

  /** Keeps ids that are held, since something of theirs is stored. Inside its transaction. */
  keep(clients: Iterable<number>, at: number): void {
    for (const client of clients) {
      const held = this.#known.get(client);
      if (held !== undefined && !held.kept) this.lease(client, held.account, at);
    }
  }

  /** Gives the id to this person and keeps it; false when it is another's. */
  lease(client: number, account: AccountId, at: number, madeHere = false): boolean {
    const known = this.#find(client);
    if (known !== null && known.account !== account) return false;
    if (known?.kept === true) return true;
    run(
      this.#sql,
      "INSERT INTO leases (client, account, at, made_here) VALUES (?, ?, ?, ?)",
      client,
      account,
      at,
      madeHere ? 1 : 0,
    );
    this.#known.set(client, { account, kept: true });
    return true;
  }

  /**
   * Whether this person's id may be kept: it is already, or few enough are of the hour before `at`. Nobody opens
   * a page so often, and each id weighs on the text for ever.
   */
  hasRoom(client: number, account: AccountId, at: number): boolean {
    if (this.#find(client)?.kept === true) return true;
    const recent = firstRow<{ count: number }>(
      this.#sql,
      "SELECT count(*) AS count FROM leases WHERE account = ? AND at > ? AND at <= ? AND made_here = 0",
      account,
      at - NEW_IDS_WITHIN_MS,
      at,
    );
    return (recent?.count ?? 0) < this.#newIdsMax;
  }

  /** The id under which the server itself writes for this person, if there is one. */
  madeHere(account: AccountId): number | null {
    const row = firstRow<{ client: number }>(
      this.#sql,
      "SELECT client FROM leases WHERE account = ? AND made_here = 1 LIMIT 1",
      account,
    );
    return row?.client ?? null;
  }

  #find(client: number): { readonly account: AccountId; readonly kept: boolean } | null {
    const known = this.#known.get(client);
    if (known !== undefined) return known;
    // Written by `lease` alone.
    const row = firstRow<{ account: AccountId }>(this.#sql, "SELECT account FROM leases WHERE client = ?", client);
    if (row === null) return null;
    const found = { account: row.account, kept: true };
    this.#known.set(client, found);
    return found;
  }
}
