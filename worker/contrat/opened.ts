import type { AccountId, DocumentId } from "../../shared/ids.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** Statement for the table of who may have a socket where, for the contrat's second migration. */
export const OPENED_TABLE = `CREATE TABLE opened (
  account TEXT NOT NULL,
  document TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (account, document)
) WITHOUT ROWID`;

/** A verdict that ends about as late as the one that is known is not noted again: most openings then write nothing. */
const SAME_MS = 3_600_000;

/**
 * The documents in which a person may have a socket, or be about to act, by a verdict of this contrat. A verdict ends, so
 * they are few.
 */
export class Opened {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** A verdict was asked for that would last until then; until when it lasts indeed (milliseconds since 1970). */
  note(account: AccountId, document: DocumentId, until: number): number {
    const known = firstRow<{ until: number }>(
      this.#sql,
      "SELECT until FROM opened WHERE account = ? AND document = ?",
      account,
      document,
    );
    if (known !== null && until - known.until < SAME_MS) return known.until;
    run(
      this.#sql,
      "INSERT INTO opened VALUES (?, ?, ?) ON CONFLICT (account, document) DO UPDATE SET until = excluded.until",
      account,
      document,
      until,
    );
    return until;
  }

  /** Where this person may have a socket now; verdicts that ended are forgotten. */
  of(account: AccountId, now: number): DocumentId[] {
    run(this.#sql, "DELETE FROM opened WHERE until <= ?", now);
    return rows<{ document: DocumentId }>(this.#sql, "SELECT document FROM opened WHERE account = ?", account).map(
      ({ document }) => document,
    );
  }

  /** Who may have a socket in this document now. */
  in(document: DocumentId, now: number): AccountId[] {
    run(this.#sql, "DELETE FROM opened WHERE until <= ?", now);
    return rows<{ account: AccountId }>(this.#sql, "SELECT account FROM opened WHERE document = ?", document).map(
      ({ account }) => account,
    );
  }
}
