import type { Adresse } from "../../shared/domain/adresse.ts";
import type { FailedMail, MailFailure, MailKind, OwnMail } from "../../shared/protocol/bodies/account.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import { type Mail, MailError } from "./mail.ts";

/**
 * Statements for the tables of `MailQueue`, for an object's migrations. What a mail says is apart from how it fares: a row
 * that changes its length moves, and leaves its old bytes behind.
 */
export const MAILS_TABLES = [
  `CREATE TABLE mails (
    id INTEGER PRIMARY KEY,
    genre TEXT NOT NULL,
    at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    next INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    failure TEXT
  )`,
  "CREATE TABLE mail_texts (id INTEGER PRIMARY KEY, recipient TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL)",
];

/** After each try that failed, how long until the next one, in milliseconds; then it is given up. Five tries in a day. */
const DELAYS_MS = [2 * 60_000, 20 * 60_000, 3 * 3_600_000, 20 * 3_600_000];

/** The same for a mail that is worth minutes only. */
const SHORT_DELAYS_MS = [5_000, 20_000, 60_000, 180_000];
const SHORT_MS = 3_600_000;

/** A mail that failed is shown so long, in milliseconds, then forgotten. */
export const SHOWN_MS = 30 * 24 * 3_600_000;

/** A sending that was cut short is taken up again after so long, in milliseconds: longer than any sender waits. */
const CUT_SHORT_MS = 60_000;

/** How many leave side by side from one object. */
const AT_ONCE = 5;

const DAY_MS = 24 * 3_600_000;

export interface MailQueueParts {
  /** Rejects with a `MailError`. */
  readonly send: (mail: Mail) => Promise<void>;
  /**
   * Has `sendDue` called at this time at the latest (milliseconds since 1970), whatever happens to the object; null takes
   * back what was asked before.
   */
  readonly ring: (at: number | null) => void;
  /** Stretches a delay by up to a half, so that mails that failed together do not all come back together; 0 to 1. */
  readonly chance: () => number;
}

type Row = {
  id: number;
  genre: MailKind;
  recipient: Adresse;
  subject: string;
  body: string;
  at: number;
  until: number;
  tries: number;
};

/**
 * Mails that this object owes. One is kept in the transaction that causes it and sent after it, so that there is no act
 * without its mail and no mail without its act. It may arrive twice, when the object dies between the sending and the
 * note of it. A mail that was sent is written over before it is deleted: its words do not stay in what SQLite leaves of
 * a deleted row.
 */
export class MailQueue {
  readonly #sql: SqlStorage;
  readonly #parts: MailQueueParts;
  /** Those on their way: an alarm that rings meanwhile does not send them twice. */
  readonly #leaving = new Set<number>();

  constructor(sql: SqlStorage, parts: MailQueueParts) {
    this.#sql = sql;
    this.#parts = parts;
  }

  /**
   * Keeps a mail to send at once; inside the transaction that causes it. Times are milliseconds since 1970; a mail is not
   * sent after `until`, when what it says no longer holds.
   */
  add(genre: MailKind, mail: Mail, now: number, until = now + DAY_MS): void {
    run(this.#sql, "INSERT INTO mails (genre, at, until, next) VALUES (?, ?, ?, ?)", genre, now, until, now);
    run(this.#sql, "INSERT INTO mail_texts VALUES (last_insert_rowid(), ?, ?, ?)", mail.to, mail.subject, mail.text);
    this.#parts.ring(now);
  }

  /** A mail that was tried elsewhere, and that nobody will ever get: it is shown as those that were given up here. */
  addFailed(genre: MailKind, to: Adresse, failure: MailFailure, now: number): void {
    run(
      this.#sql,
      "INSERT INTO mails (genre, at, until, next, failure) VALUES (?, ?, ?, NULL, ?)",
      genre,
      now,
      now,
      failure,
    );
    run(this.#sql, "INSERT INTO mail_texts VALUES (last_insert_rowid(), ?, '', '')", to);
  }

  /** Sends what is due, a few at a time; from the object's alarm. Never rejects for a mail that does not leave. */
  async sendDue(clock: () => number): Promise<void> {
    // Should the object die while it sends, it goes on when it is back.
    this.#parts.ring(clock() + CUT_SHORT_MS);
    for (;;) {
      const due = this.#due(clock());
      if (due.length === 0) break;
      await Promise.all(due.map((row) => this.#send(row, clock)));
    }
    this.#forgetOld(clock());
    const next = firstRow<{ next: number | null }>(this.#sql, "SELECT min(next) AS next FROM mails")?.next ?? null;
    this.#parts.ring(null);
    if (next !== null) this.#parts.ring(next);
  }

  /** The mails that were given up, the newest first. */
  failures(): FailedMail[] {
    return rows<{ id: number; genre: MailKind; destinataire: Adresse; le: number; raison: MailFailure }>(
      this.#sql,
      `SELECT id, genre, recipient AS destinataire, at AS le, failure AS raison
       FROM mails JOIN mail_texts USING (id) WHERE next IS NULL ORDER BY at DESC, id DESC`,
    );
  }

  /** Whoever was shown a failure has seen it. */
  forget(id: number): void {
    this.#erase(id);
  }

  /** Everything kept here, for whoever asks what is kept about them. */
  all(): OwnMail[] {
    return rows<{ genre: MailKind; destinataire: Adresse; le: number; failed: number }>(
      this.#sql,
      `SELECT genre, recipient AS destinataire, at AS le, next IS NULL AS failed
       FROM mails JOIN mail_texts USING (id) ORDER BY id`,
    ).map(({ failed, ...mail }) => ({ ...mail, enEchec: failed === 1 }));
  }

  /** Whether anything still waits to be sent. */
  isEmpty(): boolean {
    return firstRow(this.#sql, "SELECT id FROM mails WHERE next IS NOT NULL LIMIT 1") === null;
  }

  #due(now: number): Row[] {
    // Written by `add` alone.
    return rows<Row>(
      this.#sql,
      `SELECT id, genre, recipient, subject, body, at, until, tries
       FROM mails JOIN mail_texts USING (id) WHERE next <= ? ORDER BY next, id`,
      now,
    )
      .filter(({ id }) => !this.#leaving.has(id))
      .slice(0, AT_ONCE);
  }

  async #send(row: Row, clock: () => number): Promise<void> {
    this.#leaving.add(row.id);
    try {
      if (clock() > row.until) throw new MailError("trop_tard", false, "its time is over");
      await this.#parts.send({ to: row.recipient, subject: row.subject, text: row.body });
      this.#erase(row.id);
    } catch (error) {
      this.#failed(row, error, clock());
    } finally {
      this.#leaving.delete(row.id);
    }
  }

  #failed(row: Row, error: unknown, now: number): void {
    const known = error instanceof MailError ? error : new MailError("injoignable", true, "unexpected");
    console.error(known.message);
    const delays = row.until - row.at > SHORT_MS ? DELAYS_MS : SHORT_DELAYS_MS;
    const delay = delays[row.tries];
    const next = delay === undefined ? null : now + Math.round(delay * (1 + this.#parts.chance() / 2));
    if (!known.passing || next === null || next > row.until) this.#giveUp(row.id, known.failure);
    else run(this.#sql, "UPDATE mails SET tries = tries + 1, next = ? WHERE id = ?", next, row.id);
  }

  /** Who, when and why stay, to be shown; what it said does not. */
  #giveUp(id: number, failure: MailFailure): void {
    this.#blank(id, ["subject", "body"]);
    run(this.#sql, "UPDATE mails SET next = NULL, failure = ? WHERE id = ?", failure, id);
  }

  #forgetOld(now: number): void {
    const old = rows<{ id: number }>(this.#sql, "SELECT id FROM mails WHERE next IS NULL AND at < ?", now - SHOWN_MS);
    for (const { id } of old) this.#erase(id);
  }

  #erase(id: number): void {
    this.#blank(id, ["recipient", "subject", "body"]);
    run(this.#sql, "DELETE FROM mail_texts WHERE id = ?", id);
    run(this.#sql, "DELETE FROM mails WHERE id = ?", id);
  }

  /** SQLite frees a deleted row without wiping it; one of the same length is written over the old bytes. */
  #blank(id: number, columns: readonly ("recipient" | "subject" | "body")[]): void {
    const sets = columns.map((column) => `${column} = printf('%.*c', length(CAST(${column} AS BLOB)), 'x')`);
    run(this.#sql, `UPDATE mail_texts SET ${sets.join(", ")} WHERE id = ?`, id);
  }
}
