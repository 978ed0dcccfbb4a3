import type { AccountId } from "../../shared/ids.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** How long the first access waits for the account that is being made, in milliseconds: it takes a moment. */
const IN_THE_MAKING_MS = 30_000;

export interface Administrator {
  readonly account: AccountId;
  /** Milliseconds since 1970. */
  readonly depuis: number;
}

/**
 * Who administers the instance. Not a role of any contrat: it creates contrats and names their coordination, and reads no
 * draft. The last one cannot leave. Writing methods are called inside a transaction.
 */
export class Administration {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** In the order in which they were named. */
  list(): Administrator[] {
    return rows<{ account: AccountId; depuis: number }>(
      this.#sql,
      "SELECT account, depuis FROM administration ORDER BY depuis, account",
    );
  }

  has(account: AccountId): boolean {
    return firstRow(this.#sql, "SELECT 1 AS one FROM administration WHERE account = ?", account) !== null;
  }

  isEmpty(): boolean {
    return firstRow(this.#sql, "SELECT 1 AS one FROM administration LIMIT 1") === null;
  }

  name(account: AccountId, now: number): void {
    run(this.#sql, "INSERT OR IGNORE INTO administration VALUES (?, ?)", account, now);
  }

  /** The last one stays. */
  dismiss(account: AccountId): Result<null, "derniere_administration"> {
    if (!this.has(account)) return ok(null);
    if (this.list().length === 1) return refuse("derniere_administration");
    this.forget(account);
    return ok(null);
  }

  /** Whoever it was; should nobody be left, the instance is open to a first access again. */
  forget(account: AccountId): void {
    run(this.#sql, "DELETE FROM administration WHERE account = ?", account);
  }

  /**
   * Begins the first access, under a name of the caller's own. Of two at once the second is refused; should the first
   * never be heard of again, the place is free after half a minute.
   */
  beginFirst(digest: string, attempt: string, now: number): Result<null, "premier_acces_utilise"> {
    const used = firstRow(this.#sql, "SELECT 1 AS one FROM used_accesses WHERE digest = ?", digest) !== null;
    const begun = firstRow<{ at: number }>(this.#sql, "SELECT at FROM first_access");
    if (used || !this.isEmpty() || (begun !== null && begun.at > now - IN_THE_MAKING_MS)) {
      return refuse("premier_acces_utilise");
    }
    run(this.#sql, "INSERT OR REPLACE INTO first_access VALUES (1, ?, ?)", attempt, now);
    return ok(null);
  }

  /** The account is made: it administers the instance, and this address is used. False when another one came first. */
  endFirst(digest: string, attempt: string, account: AccountId, now: number): boolean {
    const begun = firstRow<{ attempt: string }>(this.#sql, "SELECT attempt FROM first_access");
    if (begun?.attempt !== attempt || !this.isEmpty()) return false;
    this.name(account, now);
    run(this.#sql, "INSERT OR IGNORE INTO used_accesses VALUES (?, ?)", digest, now);
    run(this.#sql, "DELETE FROM first_access");
    return true;
  }

  /** The account could not be made: whoever comes next may. */
  giveUpFirst(attempt: string): void {
    run(this.#sql, "DELETE FROM first_access WHERE attempt = ?", attempt);
  }
}
