import type { AccountId, ContratId, RegionId } from "../../shared/ids.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** A region as the annuaire has it. */
export interface Region {
  readonly id: RegionId;
  readonly nom: string;
  readonly lecteurs: readonly AccountId[];
  /** Those that chose to share with it. */
  readonly contrats: readonly ContratId[];
}

/** Regions: a name, who reads, and the contrats that share. Writing methods are called inside a transaction. */
export class Regions {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** By name. */
  list(): Region[] {
    const byName = new Intl.Collator("fr");
    const regions = rows<{ id: RegionId; nom: string }>(this.#sql, "SELECT id, nom FROM regions");
    return regions.sort((a, b) => byName.compare(a.nom, b.nom)).map(({ id, nom }) => this.#with(id, nom));
  }

  /** Those that this person reads. */
  readBy(account: AccountId): Region[] {
    return this.list().filter(({ lecteurs }) => lecteurs.includes(account));
  }

  has(id: RegionId): boolean {
    return firstRow(this.#sql, "SELECT 1 AS one FROM regions WHERE id = ?", id) !== null;
  }

  /** Makes a region, or gives one its new name. */
  name(id: RegionId, nom: string): void {
    run(this.#sql, "INSERT INTO regions VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET nom = excluded.nom", id, nom);
  }

  addReader(id: RegionId, account: AccountId): void {
    run(this.#sql, "INSERT OR IGNORE INTO region_lecteurs VALUES (?, ?)", id, account);
  }

  /** null: in every region. */
  removeReader(id: RegionId | null, account: AccountId): void {
    run(this.#sql, "DELETE FROM region_lecteurs WHERE account = ?1 AND region = coalesce(?2, region)", account, id);
  }

  /** A contrat chose to share with a region, or not to any more. */
  share(id: RegionId, contrat: ContratId, shares: boolean): void {
    if (shares) run(this.#sql, "INSERT OR IGNORE INTO region_contrats VALUES (?, ?)", id, contrat);
    else run(this.#sql, "DELETE FROM region_contrats WHERE region = ? AND contrat = ?", id, contrat);
  }

  #with(id: RegionId, nom: string): Region {
    const lecteurs = rows<{ account: AccountId }>(
      this.#sql,
      "SELECT account FROM region_lecteurs WHERE region = ? ORDER BY account",
      id,
    );
    const contrats = rows<{ contrat: ContratId }>(
      this.#sql,
      "SELECT contrat FROM region_contrats WHERE region = ? ORDER BY contrat",
      id,
    );
    return {
      id,
      nom,
      lecteurs: lecteurs.map(({ account }) => account),
      contrats: contrats.map(({ contrat }) => contrat),
    };
  }
}
