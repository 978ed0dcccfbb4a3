import type { Appareil } from "../../shared/domain/appareil.ts";
import { type DocumentId, makeId, type SessionId } from "../../shared/ids.ts";
import type { OpenSession } from "../../shared/protocol/bodies/auth.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** Statements for what the account's third migration adds to its sessions. */
export const SESSION_COLUMNS = [
  "ALTER TABLE sessions ADD COLUMN navigateur TEXT NOT NULL DEFAULT 'autre'",
  "ALTER TABLE sessions ADD COLUMN systeme TEXT NOT NULL DEFAULT 'autre'",
  "ALTER TABLE sessions ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0",
];

/** How long a session stands, in milliseconds. */
export const SESSION_MS = 30 * 24 * 3600 * 1000;

/** The sessions of one person that are kept at most: the oldest give way. */
const SESSIONS_MAX = 20;

/** That a session is in use is noted this often at most, in milliseconds: each note is a write. */
const SEEN_EVERY_MS = 3_600_000;

/** What a session is opened with. */
export interface NewSession {
  /** Of the cookie, which is kept nowhere. */
  readonly digest: string;
  readonly appareil: Appareil;
}

type Row = {
  id: SessionId;
  opened_at: number;
  expires_at: number;
  seen_at: number;
  navigateur: Appareil["navigateur"];
  systeme: Appareil["systeme"];
};

/** The sessions of one person. Times are milliseconds since 1970; writing is inside the caller's transaction. */
export class Sessions {
  readonly #sql: SqlStorage;
  /** A document must close the sockets of a session that ended. */
  readonly #ended: (session: SessionId, document: DocumentId) => void;

  constructor(sql: SqlStorage, ended: (session: SessionId, document: DocumentId) => void) {
    this.#sql = sql;
    this.#ended = ended;
  }

  /** Opens one, under an id of its own; when it ends. */
  open({ digest, appareil }: NewSession, now: number): number {
    const id = makeId<SessionId>((length) => crypto.getRandomValues(new Uint8Array(length)));
    const expiresAt = now + SESSION_MS;
    run(
      this.#sql,
      `INSERT INTO sessions (id, digest, opened_at, expires_at, navigateur, systeme, seen_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      digest,
      now,
      expiresAt,
      appareil.navigateur,
      appareil.systeme,
      now,
    );
    this.#end(
      rows(
        this.#sql,
        `SELECT id FROM sessions WHERE expires_at <= ?
         OR id NOT IN (SELECT id FROM sessions ORDER BY opened_at DESC, id LIMIT ?)`,
        now,
        SESSIONS_MAX,
      ),
    );
    return expiresAt;
  }

  /** The session of a cookie, if it stands. */
  find(digest: string, now: number): SessionId | null {
    const row = firstRow<{ id: SessionId; seen_at: number }>(
      this.#sql,
      "SELECT id, seen_at FROM sessions WHERE digest = ? AND expires_at > ?",
      digest,
      now,
    );
    if (row === null) return null;
    if (row.seen_at < now - SEEN_EVERY_MS) run(this.#sql, "UPDATE sessions SET seen_at = ? WHERE id = ?", now, row.id);
    return row.id;
  }

  /** A document is about to be opened in it. False when it ended meanwhile. */
  noteOpen(session: SessionId, document: DocumentId, now: number): boolean {
    const stands = firstRow(this.#sql, "SELECT id FROM sessions WHERE id = ? AND expires_at > ?", session, now);
    if (stands !== null) run(this.#sql, "INSERT OR IGNORE INTO session_documents VALUES (?, ?)", session, document);
    return stands !== null;
  }

  /** Those that stand, the newest first. */
  list(now: number): Omit<OpenSession, "courante">[] {
    // Written by `open`, from the closed lists.
    return rows<Row>(
      this.#sql,
      `SELECT id, opened_at, expires_at, seen_at, navigateur, systeme FROM sessions WHERE expires_at > ?
       ORDER BY opened_at DESC, id`,
      now,
    ).map((row) => ({
      id: row.id,
      appareil: { navigateur: row.navigateur, systeme: row.systeme },
      ouverteLe: row.opened_at,
      vueLe: Math.max(row.seen_at, row.opened_at),
      expireLe: row.expires_at,
    }));
  }

  endByDigest(digest: string): void {
    this.#end(rows(this.#sql, "SELECT id FROM sessions WHERE digest = ?", digest));
  }

  /** False when there is no such session. */
  endById(session: SessionId): boolean {
    const found = rows<{ id: SessionId }>(this.#sql, "SELECT id FROM sessions WHERE id = ?", session);
    this.#end(found);
    return found.length > 0;
  }

  /** All of them, but this one. */
  endOthers(session: SessionId | null): void {
    this.#end(rows(this.#sql, "SELECT id FROM sessions WHERE id <> ?", session ?? ""));
  }

  #end(sessions: readonly { readonly id: SessionId }[]): void {
    for (const { id } of sessions) {
      for (const { document } of rows<{ document: DocumentId }>(
        this.#sql,
        "SELECT document FROM session_documents WHERE session = ?",
        id,
      )) {
        this.#ended(id, document);
      }
      run(this.#sql, "DELETE FROM session_documents WHERE session = ?", id);
      run(this.#sql, "DELETE FROM sessions WHERE id = ?", id);
    }
  }
}
