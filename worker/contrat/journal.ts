import { chained, type JournalDraft, type JournalEntry } from "../../shared/domain/journal.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { JournalQuery } from "../../shared/protocol/bodies/journal.ts";
import { firstRow, rows, run, type SqlValue } from "../durable/sql.ts";

/** Statements for the journal, for the contrat's sixth migration: what is in it is never changed. */
export const JOURNAL_TABLE = [
  `CREATE TABLE journal (
    numero INTEGER PRIMARY KEY,
    le INTEGER NOT NULL,
    par TEXT,
    acte TEXT NOT NULL,
    sur TEXT NOT NULL,
    detail TEXT NOT NULL,
    precedente TEXT NOT NULL,
    empreinte TEXT NOT NULL
  )`,
  `CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  `CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  // Without it, an « INSERT OR REPLACE » would pass by the two others.
  `CREATE TRIGGER journal_goes_on BEFORE INSERT ON journal
    WHEN NEW.numero <> (SELECT coalesce(max(numero), 0) + 1 FROM journal)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
];

type Row = {
  numero: number;
  le: number;
  par: AccountId | null;
  acte: JournalEntry["acte"];
  sur: string;
  detail: string;
  precedente: string;
  empreinte: string;
};

const SELECT = "SELECT numero, le, par, acte, sur, detail, precedente, empreinte FROM journal";

/** Everything that was done in a contrat: ids and codes, each entry chained to the one before. */
export class Journal {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** One more entry; inside the transaction of what it tells. `le` is milliseconds since 1970. */
  add(draft: JournalDraft, by: { readonly par: AccountId | null; readonly le: number }): void {
    const last = firstRow<Row>(this.#sql, `${SELECT} ORDER BY numero DESC LIMIT 1`);
    const entry = chained(last, draft, by);
    run(
      this.#sql,
      "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      entry.numero,
      entry.le,
      entry.par,
      entry.acte,
      JSON.stringify(entry.sur),
      JSON.stringify(entry.detail),
      entry.precedente,
      entry.empreinte,
    );
  }

  /** How many there are: the number of the last. */
  count(): number {
    return firstRow<{ count: number }>(this.#sql, "SELECT count(*) AS count FROM journal")?.count ?? 0;
  }

  /** From the first to the last. */
  all(): JournalEntry[] {
    return rows<Row>(this.#sql, `${SELECT} ORDER BY numero`).map(entryOf);
  }

  /** Those that the query asks for, the newest first; `limit` at most. */
  find(query: JournalQuery, limit: number): JournalEntry[] {
    const conditions: [condition: string, value: SqlValue | undefined][] = [
      ["acte = ?", query.acte],
      ["(par = ?1 OR json_extract(sur, '$.personne') = ?1)", query.personne],
      ["json_extract(sur, '$.groupe') = ?", query.groupe],
      ["json_extract(sur, '$.fiche') = ?", query.fiche],
      ["le >= ?", query.depuis],
      ["le <= ?", query.jusquau],
      ["numero < ?", query.avant],
    ];
    const asked = conditions.filter(([, value]) => value !== undefined);
    const where = asked.map(([condition], index) => condition.replaceAll(/\?1?/g, `?${index + 1}`));
    return rows<Row>(
      this.#sql,
      `${SELECT} ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`} ORDER BY numero DESC LIMIT ${limit}`,
      ...asked.map(([, value]) => value ?? null),
    ).map(entryOf);
  }
}

function entryOf(row: Row): JournalEntry {
  // Written by `add` alone, whose types these are.
  const [sur, detail] = [JSON.parse(row.sur), JSON.parse(row.detail)] as [JournalEntry["sur"], JournalEntry["detail"]];
  return { ...row, sur, detail };
}
