import type { SessionId } from "../../shared/ids.ts";
import { firstRow, run } from "../durable/sql.ts";
import type { Passenger } from "../live/connection.ts";

/** Statement for the highest number of rights that was heard, for the document's fifth migration. */
export const RIGHTS_TABLE = "CREATE TABLE rights (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL)";

/** Statement for the sessions that ended, for the document's sixth migration. */
export const ENDED_SESSIONS_TABLE =
  "CREATE TABLE ended_sessions (session TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID";

/** An upgrade that was judged before a session ended arrives long before this, in milliseconds. */
const REMEMBERED_MS = 3_600_000;

/**
 * What ended verdicts: changes of rights, and ends of sessions. An upgrade that was judged before one of them, and is
 * delivered after, is past. What is heard counts at once, and is kept by a step of its own.
 */
export class Endings {
  readonly #sql: SqlStorage;
  /** Heard and not kept yet. */
  #rights = 0;
  readonly #sessions = new Set<SessionId>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  hearRights(number: number): void {
    this.#rights = Math.max(this.#rights, number);
  }

  hearSession(session: SessionId): void {
    this.#sessions.add(session);
  }

  /** Keeps what was heard; `now` in milliseconds since 1970. */
  keep(now: number): void {
    if (this.#rights > 0) {
      run(
        this.#sql,
        "INSERT INTO rights VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET number = max(number, excluded.number)",
        this.#rights,
      );
      this.#rights = 0;
    }
    for (const session of this.#sessions) {
      run(this.#sql, "DELETE FROM ended_sessions WHERE at < ?", now - REMEMBERED_MS);
      run(this.#sql, "INSERT OR REPLACE INTO ended_sessions VALUES (?, ?)", session, now);
    }
    this.#sessions.clear();
  }

  /** Whether a verdict was decided before one of them. */
  isPast({ rights, session }: Pick<Passenger, "rights" | "session">): boolean {
    return this.areRightsPast(rights) || this.#sessions.has(session) || this.#isEnded(session);
  }

  /** Whether rights of this number were changed since. */
  areRightsPast(rights: number): boolean {
    return rights < this.#rights || rights < this.#keptRights();
  }

  #keptRights(): number {
    return firstRow<{ number: number }>(this.#sql, "SELECT number FROM rights")?.number ?? 0;
  }

  #isEnded(session: SessionId): boolean {
    return firstRow(this.#sql, "SELECT 1 AS one FROM ended_sessions WHERE session = ?", session) !== null;
  }
}
