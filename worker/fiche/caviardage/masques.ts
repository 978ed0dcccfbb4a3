import type { MaskedPlace, MotifCaviardage } from "../../../shared/domain/version.ts";
import type { AccountId } from "../../../shared/ids.ts";
import type { Masquage, Masque } from "../../../shared/protocol/bodies/history.ts";
import { firstRow, rows, run } from "../../durable/sql.ts";

/**
 * Statements for what was masked, for the document's migration « caviardages ». Never the words: `engagement` commits to
 * them, and only with its salt, which is nowhere here, can anybody say which they were.
 */
export const CAVIARDAGES_TABLES = [
  `CREATE TABLE caviardages (
    id INTEGER PRIMARY KEY,
    partie TEXT NOT NULL,
    motif TEXT NOT NULL,
    le INTEGER NOT NULL,
    par TEXT NOT NULL,
    engagement TEXT NOT NULL
  )`,
  ...["UPDATE", "DELETE"].map(
    (change) => `CREATE TRIGGER caviardages_no_${change.toLowerCase()} BEFORE ${change} ON caviardages
      BEGIN SELECT RAISE(ABORT, 'what was masked stays masked'); END`,
  ),
  `CREATE TRIGGER caviardages_go_on BEFORE INSERT ON caviardages
    WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM caviardages)
    BEGIN SELECT RAISE(ABORT, 'what was masked stays masked'); END`,
];

/**
 * Statements that say where in the log a passage was masked, for the document's thirteenth migration: the last update when
 * it was done (null: nobody remembers), and the one that took the words out of the text (null: they were not in it).
 */
export const CAVIARDAGES_IN_LOG = [
  "ALTER TABLE caviardages ADD COLUMN seq INTEGER",
  "ALTER TABLE caviardages ADD COLUMN ecriture INTEGER",
];

/** The updates of the log that masked words: nobody wrote anything in them. */
export function maskingRows(sql: SqlStorage): ReadonlySet<number> {
  const found = rows<{ ecriture: number }>(sql, "SELECT ecriture FROM caviardages WHERE ecriture IS NOT NULL");
  return new Set(found.map(({ ecriture }) => ecriture));
}

/** A passage that is masked now. */
export interface NewMasque {
  readonly partie: MaskedPlace;
  readonly motif: MotifCaviardage;
  readonly le: number;
  readonly par: AccountId;
  /** SHA-256 of the salt and the words, in hexadecimal. */
  readonly engagement: string;
  /** The last update of the log when it was done. */
  readonly seq: number;
  /** The update that took the words out of the text; null: they were not in it. */
  readonly ecriture: number | null;
}

/** What was masked in a fiche: that it was, where and why, never the words. Rows are only added. */
export class Masques {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The oldest first. */
  all(): Masque[] {
    // Written by `add` alone.
    return rows<{ id: number; partie: MaskedPlace; le: number; motif: MotifCaviardage }>(
      this.#sql,
      "SELECT id, partie, le, motif FROM caviardages ORDER BY id",
    );
  }

  count(): number {
    return firstRow<{ count: number }>(this.#sql, "SELECT count(*) AS count FROM caviardages")?.count ?? 0;
  }

  /** How often words of the intitulé were masked, of which others have copies. */
  ofIntitule(): number {
    return this.all().filter(({ partie }) => partie === "intitule").length;
  }

  /** With who did it and where in the log, as far as that is remembered. */
  masquages(): Masquage[] {
    return rows<Masquage & Record<string, string | number>>(
      this.#sql,
      "SELECT id, partie, le, motif, par, seq FROM caviardages WHERE seq IS NOT NULL ORDER BY id",
    );
  }

  /** Its number: they follow each other from 1. */
  add({ partie, motif, le, par, engagement, seq, ecriture }: NewMasque): number {
    const id = this.count() + 1;
    const values = [id, partie, motif, le, par, engagement, seq, ecriture] as const;
    run(this.#sql, "INSERT INTO caviardages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ...values);
    return id;
  }
}
