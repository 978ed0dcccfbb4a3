import type { Place } from "../../shared/editor/sections.ts";
import { firstRow, run } from "../durable/sql.ts";
import type { Id } from "./bounded-decoder.ts";
import type { Span } from "./deed.ts";

/** Statement for the table of spans, for the document's second migration. */
export const SPANS_TABLE = `CREATE TABLE spans (
  client INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  length INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  place TEXT,
  PRIMARY KEY (client, clock)
) WITHOUT ROWID`;

/** Where each letter ever written went, and in which row of the log it is: what the live document forgets. */
export class Spans {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(seq: number, spans: readonly Span[]): void {
    for (const { client, clock, length, place } of spans) {
      run(this.#sql, "INSERT INTO spans VALUES (?, ?, ?, ?, ?)", client, clock, length, seq, place);
    }
  }

  placeOf(id: Id): Place | null {
    return this.#find(id)?.place ?? null;
  }

  /** The row of the log that brought this letter. */
  rowOf(id: Id): number | null {
    return this.#find(id)?.seq ?? null;
  }

  #find({ client, clock }: Id): { seq: number; place: Place | null } | null {
    // Places are written by `add` alone.
    const row = firstRow<{ clock: number; length: number; seq: number; place: Place | null }>(
      this.#sql,
      "SELECT clock, length, seq, place FROM spans WHERE client = ? AND clock <= ? ORDER BY clock DESC LIMIT 1",
      client,
      clock,
    );
    return row !== null && clock < row.clock + row.length ? row : null;
  }
}
