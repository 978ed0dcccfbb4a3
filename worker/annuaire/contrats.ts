import type { NewContrat } from "../../shared/domain/new-contrat.ts";
import type { ContratId } from "../../shared/ids.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import type { ListedPlan } from "../pages/store/kept.ts";

/** What a contrat says of itself. */
export interface SaidOfContrat {
  readonly nom: string;
  readonly slug: string;
  /** Whether somebody coordinates it: once somebody does, somebody always will. */
  readonly coordonne: boolean;
}

/** A contrat as the instance knows it. */
export interface KnownContrat extends SaidOfContrat {
  readonly id: ContratId;
  /** Milliseconds since 1970. */
  readonly creeLe: number;
}

/** The contrats of the instance, and their slugs. Writing methods are called inside a transaction. */
export class Contrats {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** By name. */
  list(): KnownContrat[] {
    const byName = new Intl.Collator("fr");
    return rows<{ id: ContratId; nom: string; slug: string; creeLe: number; coordonne: number }>(
      this.#sql,
      "SELECT id, nom, slug, cree_le AS creeLe, coordonne FROM contrats",
    )
      .map((row) => ({ ...row, coordonne: row.coordonne === 1 }))
      .sort((a, b) => byName.compare(a.nom, b.nom));
  }

  /** A contrat with its first slug; false, and nothing done, when that is another's. A second call changes nothing. */
  add(id: ContratId, nom: string, slug: string, now: number, coordonne = true): boolean {
    if (!this.giveSlug(slug, id)) return false;
    run(
      this.#sql,
      "INSERT OR IGNORE INTO contrats (id, nom, slug, cree_le, told, coordonne) VALUES (?, ?, ?, ?, 0, ?)",
      id,
      nom,
      slug,
      now,
      coordonne ? 1 : 0,
    );
    return true;
  }

  /** Gives a slug to a contrat, for ever; false when it is another's. */
  giveSlug(slug: string, contrat: ContratId): boolean {
    const holder = this.resolve(slug);
    if (holder !== null && holder !== contrat) return false;
    run(this.#sql, "INSERT OR IGNORE INTO slugs VALUES (?, ?)", slug, contrat);
    return true;
  }

  /** The contrat that a slug leads to, old slugs included; null when there is none. */
  resolve(slug: string): ContratId | null {
    // Written by `giveSlug` alone.
    const row = firstRow<{ contrat: ContratId }>(this.#sql, "SELECT contrat FROM slugs WHERE slug = ?", slug);
    return row?.contrat ?? null;
  }

  /** What a contrat says of itself; a number not above the last one heard is passed over. */
  hear(id: ContratId, number: number, { nom, slug, coordonne }: SaidOfContrat): void {
    run(
      this.#sql,
      "UPDATE contrats SET nom = ?, slug = ?, coordonne = ?, told = ? WHERE id = ? AND told < ?",
      nom,
      slug,
      coordonne ? 1 : 0,
      number,
      id,
      number,
    );
  }

  /** How many fiches of a contrat everybody may read; a number not above the last one heard is passed over. */
  hearPlan(id: ContratId, number: number, publiees: number): void {
    run(
      this.#sql,
      `INSERT INTO plans VALUES (?, ?, ?)
       ON CONFLICT (contrat) DO UPDATE SET number = excluded.number, publiees = excluded.publiees
       WHERE number < excluded.number`,
      id,
      number,
      publiees,
    );
  }

  /** The plans of which anything is published, by name. */
  published(): ListedPlan[] {
    const byName = new Intl.Collator("fr");
    return rows<{ slug: string; nom: string; fiches: number }>(
      this.#sql,
      "SELECT c.slug, c.nom, p.publiees AS fiches FROM plans p JOIN contrats c ON c.id = p.contrat WHERE p.publiees > 0",
    ).sort((a, b) => byName.compare(a.nom, b.nom));
  }

  /** Keeps what a contrat is to be made with, until it is. */
  keepFounding(made: NewContrat): void {
    run(this.#sql, "UPDATE contrats SET founding = ? WHERE id = ?", JSON.stringify(made), made.id);
  }

  /** What a contrat is still to be made with; null once it is. */
  founding(id: ContratId): NewContrat | null {
    const row = firstRow<{ founding: string | null }>(this.#sql, "SELECT founding FROM contrats WHERE id = ?", id);
    // Written by `keepFounding`, whose type this is.
    return row === null || row.founding === null ? null : (JSON.parse(row.founding) as NewContrat);
  }

  founded(id: ContratId): void {
    run(this.#sql, "UPDATE contrats SET founding = NULL WHERE id = ?", id);
  }
}
