import { type ChainDraft, type ChainedEntry, chained } from "../../shared/domain/journal.ts";
import type { AccountId } from "../../shared/ids.ts";
import { firstRow, rows, run, type SqlValue } from "./sql.ts";

/** Statements for a journal, for an object's migration: what is in it is never changed. */
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

type Row<Acte extends string> = {
  numero: number;
  le: number;
  par: AccountId | null;
  acte: Acte;
  sur: string;
  detail: string;
  precedente: string;
  empreinte: string;
};

const SELECT = "SELECT numero, le, par, acte, sur, detail, precedente, empreinte FROM journal";

/** What was done in an object: ids and codes, each entry chained to the one before. */
export class ChainedJournal<Acte extends string> {
  protected readonly sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.sql = sql;
  }

  /** One more entry, which is answered; inside the transaction of what it tells. `le` is milliseconds since 1970. */
  add(draft: ChainDraft<Acte>, by: { readonly par: AccountId | null; readonly le: number }): ChainedEntry<Acte> {
    const last = firstRow<Row<Acte>>(this.sql, `${SELECT} ORDER BY numero DESC LIMIT 1`);
    const entry = chained<Acte>(last, draft, by);
    run(
      this.sql,
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
    return entry;
  }

  /** How many there are: the number of the last. */
  count(): number {
    return firstRow<{ last: number | null }>(this.sql, "SELECT max(numero) AS last FROM journal")?.last ?? 0;
  }

  /** From the first to the last. */
  all(): ChainedEntry<Acte>[] {
    return this.select("ORDER BY numero");
  }

  /** Those that the end of a statement chooses. */
  protected select(end: string, ...values: SqlValue[]): ChainedEntry<Acte>[] {
    return rows<Row<Acte>>(this.sql, `${SELECT} ${end}`, ...values).map(entryOf);
  }
}

function entryOf<Acte extends string>(row: Row<Acte>): ChainedEntry<Acte> {
  type Parts = [ChainedEntry<Acte>["sur"], ChainedEntry<Acte>["detail"]];
  // Written by `add` alone, whose types these are.
  const [sur, detail] = [JSON.parse(row.sur), JSON.parse(row.detail)] as Parts;
  return { ...row, sur, detail };
}
