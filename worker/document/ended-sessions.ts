import type { SessionId } from "../../shared/ids.ts";
import { firstRow, run } from "../durable/sql.ts";

/** Statement for the table of sessions that ended, for the document's sixth migration. */
export const ENDED_SESSIONS_TABLE =
  "CREATE TABLE ended_sessions (session TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID";

/** An upgrade that was judged before a session ended arrives long before this, in milliseconds. */
const REMEMBERED_MS = 3_600_000;

/** The sessions that ended lately: an upgrade that was judged before, and is delivered after, finds its own here. */
export class EndedSessions {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** This session ended; `now` in milliseconds since 1970. */
  note(session: SessionId, now: number): void {
    run(this.#sql, "DELETE FROM ended_sessions WHERE at < ?", now - REMEMBERED_MS);
    run(this.#sql, "INSERT OR REPLACE INTO ended_sessions VALUES (?, ?)", session, now);
  }

  has(session: SessionId): boolean {
    return firstRow(this.#sql, "SELECT 1 AS one FROM ended_sessions WHERE session = ?", session) !== null;
  }
}
