import { DurableObject } from "cloudflare:workers";
import { type AccountId, type ContratId, makeId, type SessionId } from "../../shared/ids.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import type { Env } from "../env.ts";
import { migrations } from "./migrations.ts";

/** Who a session belongs to. */
export interface SessionAccount {
  readonly id: AccountId;
  readonly nom: string;
  readonly session: SessionId;
}

const SESSION_MS = 30 * 24 * 3600 * 1000;

/** The sessions of one person that are kept at most: the oldest give way. */
const SESSIONS_MAX = 20;

/** One person. A door. */
export class AccountObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    if (isCreated(this.#sql)) ctx.storage.transactionSync(() => migrate(this.#sql, migrations));
  }

  /** Makes the account, once; a second call changes nothing. */
  create(id: AccountId, nom: string): void {
    this.ctx.storage.transactionSync(() => {
      if (isCreated(this.#sql)) return;
      migrate(this.#sql, migrations);
      run(this.#sql, "INSERT INTO profile VALUES (?, ?)", id, nom);
    });
  }

  /** A contrat says that this person is of it. */
  addMembership(contrat: ContratId): void {
    run(this.#sql, "INSERT OR IGNORE INTO memberships VALUES (?)", contrat);
  }

  /** The contrats that this person is of. */
  memberships(): ContratId[] {
    return rows<{ contrat: ContratId }>(this.#sql, "SELECT contrat FROM memberships").map(({ contrat }) => contrat);
  }

  /** Opens a session for whoever holds the secret of this digest; its end, in milliseconds since 1970, or null. */
  openSession(digest: string): number | null {
    if (!isCreated(this.#sql)) return null;
    const now = Date.now();
    const expiresAt = now + SESSION_MS;
    this.ctx.storage.transactionSync(() => {
      run(this.#sql, "DELETE FROM sessions WHERE expires_at <= ?", now);
      const id = makeId<SessionId>((length) => crypto.getRandomValues(new Uint8Array(length)));
      run(this.#sql, "INSERT INTO sessions VALUES (?, ?, ?, ?)", id, digest, now, expiresAt);
      run(
        this.#sql,
        "DELETE FROM sessions WHERE id NOT IN (SELECT id FROM sessions ORDER BY opened_at DESC, id LIMIT ?)",
        SESSIONS_MAX,
      );
    });
    return expiresAt;
  }

  /** Whose session this is, or null when there is none, or it ended. */
  getSession(digest: string): SessionAccount | null {
    if (!isCreated(this.#sql)) return null;
    return firstRow<{ id: AccountId; nom: string; session: SessionId }>(
      this.#sql,
      "SELECT p.id, p.nom, s.id AS session FROM sessions s, profile p WHERE s.digest = ? AND s.expires_at > ?",
      digest,
      Date.now(),
    );
  }

  closeSession(digest: string): void {
    if (isCreated(this.#sql)) run(this.#sql, "DELETE FROM sessions WHERE digest = ?", digest);
  }
}
