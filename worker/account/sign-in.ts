import { CODE_TRIES, CODES_PER_DAY, SIGN_IN_MS } from "../../shared/protocol/limits.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** Statement for the table of what lets in, for the account's third migration. */
export const ENTREES_TABLE = `CREATE TABLE entrees (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  link TEXT,
  code TEXT,
  had_code INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
)`;

const DAY_MS = 24 * 3_600_000;

/** Whoever asks again sooner, in milliseconds, already has a mail on its way. */
const GAP_MS = 20_000;

/**
 * After so many mails in a day, one comes each time the link of the last has lapsed: somebody else's asking fills no
 * mailbox, and never keeps its owner from a link that holds.
 */
const MAILS_BEFORE_SLOW = 10;

/** What may be sent now to somebody who asks to sign in. */
export type Offer = "lien_et_code" | "lien" | "rien";

/**
 * The links and codes that open one account. Of each only a digest is kept. A wrong try counts against every code of that
 * address that still holds, so that three tries are three for whoever guesses; links are beyond guessing, and go on
 * working when no code does. Whatever lets somebody in uses up the others of that address. Times are milliseconds since
 * 1970; writing is inside the caller's transaction.
 */
export class SignIn {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** What this address, by its name, may be sent now. */
  offer(name: string, now: number): Offer {
    const { mails, codes, last } = firstRow<{ mails: number; codes: number; last: number | null }>(
      this.#sql,
      `SELECT count(*) AS mails, ifnull(sum(had_code), 0) AS codes, max(iif(link IS NULL, NULL, at)) AS last
       FROM entrees WHERE name = ? AND at > ?`,
      name,
      now - DAY_MS,
    ) ?? { mails: 0, codes: 0, last: null };
    // A link that was used up is nobody's way in any more: it keeps nobody waiting.
    const gap = mails < MAILS_BEFORE_SLOW ? GAP_MS : SIGN_IN_MS;
    if (last !== null && now < last + gap) return "rien";
    return codes < CODES_PER_DAY ? "lien_et_code" : "lien";
  }

  /** A link, and perhaps a code, was sent to this address; digests. */
  add(name: string, link: string, code: string | null, now: number): void {
    run(this.#sql, "DELETE FROM entrees WHERE at <= ?", now - DAY_MS);
    run(
      this.#sql,
      "INSERT INTO entrees (name, link, code, had_code, at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
      name,
      link,
      code,
      code === null ? 0 : 1,
      now,
      now + SIGN_IN_MS,
    );
  }

  /** Tries a code, by its digest: true, and it is used up; false, and it counted as a try. */
  useCode(name: string, code: string, now: number): boolean {
    const good = firstRow(
      this.#sql,
      "SELECT id FROM entrees WHERE name = ? AND code = ? AND expires_at > ? AND tries < ?",
      name,
      code,
      now,
      CODE_TRIES,
    );
    if (good === null) {
      run(
        this.#sql,
        "UPDATE entrees SET tries = tries + 1 WHERE name = ? AND code IS NOT NULL AND expires_at > ?",
        name,
        now,
      );
    } else {
      this.#useUp(name);
    }
    return good !== null;
  }

  /** Tries a link, by its digest: true, and it is used up. */
  useLink(link: string, now: number): boolean {
    const row = firstRow<{ name: string }>(
      this.#sql,
      "SELECT name FROM entrees WHERE link = ? AND expires_at > ?",
      link,
      now,
    );
    if (row !== null) this.#useUp(row.name);
    return row !== null;
  }

  /** Nothing that was sent to this address lets anybody in any more. */
  forget(name: string): void {
    run(this.#sql, "DELETE FROM entrees WHERE name = ?", name);
  }

  /** When mails were asked for, in the last day. */
  asked(now: number): number[] {
    return rows<{ at: number }>(this.#sql, "SELECT at FROM entrees WHERE at > ? ORDER BY at", now - DAY_MS).map(
      ({ at }) => at,
    );
  }

  /** The rows stay: they count. */
  #useUp(name: string): void {
    run(this.#sql, "UPDATE entrees SET link = NULL, code = NULL WHERE name = ?", name);
  }
}
