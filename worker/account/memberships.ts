import type { ContratId } from "../../shared/ids.ts";
import { rows, run } from "../durable/sql.ts";

/** The contrats that a person is of, as these told it. */
export class Memberships {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(contrat: ContratId): void {
    run(this.#sql, "INSERT OR IGNORE INTO memberships VALUES (?)", contrat);
  }

  remove(contrat: ContratId): void {
    run(this.#sql, "DELETE FROM memberships WHERE contrat = ?", contrat);
  }

  all(): ContratId[] {
    return rows<{ contrat: ContratId }>(this.#sql, "SELECT contrat FROM memberships").map(({ contrat }) => contrat);
  }
}
