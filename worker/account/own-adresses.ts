import type { Adresse } from "../../shared/domain/adresse.ts";
import type { OwnAdresse } from "../../shared/protocol/bodies/account.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** Statement for the table of a person's addresses, for the account's third migration. */
export const OWN_ADRESSES_TABLE =
  "CREATE TABLE adresses (name TEXT PRIMARY KEY, adresse TEXT NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID";

/** An address with what it is called outside its account. */
export interface NamedAdresse {
  readonly name: string;
  readonly adresse: Adresse;
}

export interface DatedAdresse extends NamedAdresse {
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The e-mail addresses of one person: the only place where they are readable. */
export class OwnAdresses {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add({ name, adresse }: NamedAdresse, since: number): void {
    run(this.#sql, "INSERT OR IGNORE INTO adresses VALUES (?, ?, ?)", name, adresse, since);
  }

  remove(name: string): void {
    run(this.#sql, "DELETE FROM adresses WHERE name = ?", name);
  }

  /** The oldest first. */
  all(): DatedAdresse[] {
    return rows<{ name: string; adresse: Adresse; since: number }>(
      this.#sql,
      "SELECT name, adresse, since FROM adresses ORDER BY since, adresse",
    );
  }

  find(name: string): Adresse | null {
    return (
      firstRow<{ adresse: Adresse }>(this.#sql, "SELECT adresse FROM adresses WHERE name = ?", name)?.adresse ?? null
    );
  }

  /** As their owner is told. */
  shown(): OwnAdresse[] {
    return this.all().map(({ adresse, since }) => ({ adresse, depuis: since }));
  }
}
