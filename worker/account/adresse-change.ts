import type { Adresse } from "../../shared/domain/adresse.ts";
import type { AccountId } from "../../shared/ids.ts";
import { CODE_TRIES, CODES_PER_DAY, SIGN_IN_MS } from "../../shared/protocol/limits.ts";
import { firstRow, run } from "../durable/sql.ts";
import type { NamedAdresse } from "./own-adresses.ts";

/** Statements for the tables of a change of address, for the account's third migration. */
export const ADRESSE_CHANGE_TABLES = [
  `CREATE TABLE adresse_change (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL,
    adresse TEXT NOT NULL,
    replaces TEXT,
    new_code TEXT NOT NULL,
    current_code TEXT NOT NULL,
    new_given INTEGER NOT NULL DEFAULT 0,
    current_given INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    expires_at INTEGER NOT NULL,
    other TEXT,
    other_nom TEXT,
    joining INTEGER NOT NULL DEFAULT 0
  )`,
  "CREATE TABLE adresse_asks (at INTEGER NOT NULL)",
];

const DAY_MS = 24 * 3_600_000;

/** What was asked: an address to add, and by its name the one that goes, if one does. */
export interface AskedChange {
  readonly added: NamedAdresse;
  readonly replaces: string | null;
}

export interface PendingChange extends AskedChange {
  readonly newGiven: boolean;
  readonly currentGiven: boolean;
  readonly expiresAt: number;
  /** The account that the new address opens today, once both codes were given: to be joined to this one. */
  readonly other: { readonly id: AccountId; readonly nom: string } | null;
  /** The person accepted to join it: it will be done, whatever happens meanwhile. */
  readonly joining: boolean;
}

type Row = {
  name: string;
  adresse: Adresse;
  replaces: string | null;
  new_given: number;
  current_given: number;
  expires_at: number;
  other: AccountId | null;
  other_nom: string | null;
  joining: number;
};

/**
 * The change of address under way: one at a time, confirmed by a code from the new address and one from an address that
 * the account has. Codes are digests. Times are milliseconds since 1970; writing is inside the caller's transaction.
 */
export class AdresseChange {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Begins one, in the place of any other; false when too many were begun today. */
  begin({ added, replaces }: AskedChange, newCode: string, currentCode: string, now: number): boolean {
    run(this.#sql, "DELETE FROM adresse_asks WHERE at <= ?", now - DAY_MS);
    const asks = firstRow<{ asks: number }>(this.#sql, "SELECT count(*) AS asks FROM adresse_asks")?.asks ?? 0;
    if (asks >= CODES_PER_DAY || this.pending(now)?.joining === true) return false;
    this.clear();
    run(this.#sql, "INSERT INTO adresse_asks VALUES (?)", now);
    run(
      this.#sql,
      `INSERT INTO adresse_change (one, name, adresse, replaces, new_code, current_code, expires_at)
       VALUES (1, ?, ?, ?, ?, ?, ?)`,
      added.name,
      added.adresse,
      replaces,
      newCode,
      currentCode,
      now + SIGN_IN_MS,
    );
    return true;
  }

  /** The one under way, if it still holds. */
  pending(now: number): PendingChange | null {
    const row = firstRow<Row>(
      this.#sql,
      `SELECT name, adresse, replaces, new_given, current_given, expires_at, other, other_nom, joining
       FROM adresse_change WHERE expires_at > ? OR joining = 1`,
      now,
    );
    if (row === null) return null;
    return {
      added: { name: row.name, adresse: row.adresse },
      replaces: row.replaces,
      newGiven: row.new_given === 1,
      currentGiven: row.current_given === 1,
      expiresAt: row.expires_at,
      other: row.other === null ? null : { id: row.other, nom: row.other_nom ?? "" },
      joining: row.joining === 1,
    };
  }

  /** Gives a code, by what it would be as the new address's and as the current one's; false when it is neither. */
  give(asNew: string, asCurrent: string, now: number): boolean {
    const row = firstRow<{ new_code: string; current_code: string; tries: number }>(
      this.#sql,
      "SELECT new_code, current_code, tries FROM adresse_change WHERE expires_at > ?",
      now,
    );
    // Three tries of each code.
    if (row === null || row.tries >= 2 * CODE_TRIES) return false;
    if (row.new_code === asNew) run(this.#sql, "UPDATE adresse_change SET new_given = 1");
    else if (row.current_code === asCurrent) run(this.#sql, "UPDATE adresse_change SET current_given = 1");
    else {
      run(this.#sql, "UPDATE adresse_change SET tries = tries + 1");
      return false;
    }
    return true;
  }

  /** The new address opens another account. */
  propose(id: AccountId, nom: string): void {
    run(this.#sql, "UPDATE adresse_change SET other = ?, other_nom = ?", id, nom);
  }

  /** The person accepted to join it. */
  accept(): void {
    run(this.#sql, "UPDATE adresse_change SET joining = 1");
  }

  clear(): void {
    run(this.#sql, "DELETE FROM adresse_change");
  }
}
