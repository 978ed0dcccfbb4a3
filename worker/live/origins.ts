import { firstRow, rows, run } from "../durable/sql.ts";
import type { Range } from "./bounded-decoder.ts";
import type { Reprise } from "./deed.ts";

/** Statement for the table of reprises, for the document's second migration. */
export const REPRISES_TABLE = `CREATE TABLE reprises (
  client INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  length INTEGER NOT NULL,
  from_client INTEGER NOT NULL,
  from_clock INTEGER NOT NULL,
  PRIMARY KEY (client, clock)
) WITHOUT ROWID`;

/** Statements that say which letters were moved together, and find what restates a letter, for the twelfth migration. */
export const REPRISES_PIECES = [
  "ALTER TABLE reprises ADD COLUMN piece INTEGER",
  "CREATE INDEX reprises_by_first ON reprises (from_client, from_clock)",
];

/** Letters, and the first ones that they restate. */
export interface Origin extends Range {
  readonly first: { readonly client: number; readonly clock: number };
  /** The clock that names the move by which they came where they are, of the same client id; null: they were typed. */
  readonly piece: number | null;
}

/** Follows letters that were moved, however often, to those that were first typed. */
export class Origins {
  readonly #sql: SqlStorage;
  /** Whether anything that was written under a client id restates older letters: mostly nothing does. */
  readonly #restates = new Map<number, boolean>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  add(reprises: readonly Reprise[]): void {
    for (const { client, clock, length, from, piece } of reprises) {
      this.#restates.set(client, true);
      // Straight to the first letters, so that following them is one step however often they were moved.
      for (const origin of this.of({ ...from, length })) {
        run(
          this.#sql,
          "INSERT INTO reprises VALUES (?, ?, ?, ?, ?, ?)",
          client,
          clock + (origin.clock - from.clock),
          origin.length,
          origin.first.client,
          origin.first.clock,
          piece,
        );
      }
    }
  }

  /** Whatever restates these first letters, whether or not it shows. */
  restating({ client, clock, length }: Range): Origin[] {
    return rows<StoredReprise>(
      this.#sql,
      `SELECT * FROM reprises WHERE from_client = ? AND from_clock < ? AND from_clock + length > ?`,
      client,
      clock + length,
      clock,
    ).map((row) => {
      const start = Math.max(clock, row.from_clock);
      const end = Math.min(clock + length, row.from_clock + row.length);
      return {
        client: row.client,
        clock: row.clock + (start - row.from_clock),
        length: end - start,
        first: { client, clock: start },
        piece: row.piece ?? row.clock,
      };
    });
  }

  /** These letters in stretches, each with the letters that it comes from: themselves, where they were typed. */
  of(range: Range): Origin[] {
    return followReprises(range, (part) => (this.#mayRestate(part.client) ? this.#restated(part) : []));
  }

  #mayRestate(client: number): boolean {
    const known = this.#restates.get(client);
    if (known !== undefined) return known;
    const found = firstRow(this.#sql, "SELECT 1 AS one FROM reprises WHERE client = ? LIMIT 1", client) !== null;
    this.#restates.set(client, found);
    return found;
  }

  #restated(part: Range): Known[] {
    return rows<StoredReprise>(
      this.#sql,
      // A letter restates one other: only the last row that begins before the range, and those within, touch it.
      `SELECT * FROM reprises WHERE client = ?1 AND clock < ?2 AND clock + length > ?3
         AND clock >= coalesce((SELECT max(clock) FROM reprises WHERE client = ?1 AND clock <= ?3), ?3) ORDER BY clock`,
      part.client,
      part.clock + part.length,
      part.clock,
    ).map(({ client, clock, length, from_client, from_clock, piece }) => ({
      client,
      clock,
      length,
      from: { client: from_client, clock: from_clock },
      // Of what was stored before pieces were, each is one.
      piece: piece ?? clock,
    }));
  }
}

type StoredReprise = {
  client: number;
  clock: number;
  length: number;
  from_client: number;
  from_clock: number;
  piece: number | null;
};

type Known = Range & { readonly from: { readonly client: number; readonly clock: number }; readonly piece: number };

/** The same over any source of reprises: `find` gives those that touch a range, in the order of their clocks. */
export function followReprises(range: Range, find: (range: Range) => readonly Known[]): Origin[] {
  const origins: Origin[] = [];
  let clock = range.clock;
  const end = range.clock + range.length;
  const typed = (until: number) => {
    if (until <= clock) return;
    origins.push({ ...part(range.client, clock, until), first: { client: range.client, clock }, piece: null });
  };
  for (const known of find(range)) {
    const from = Math.max(known.clock, clock);
    const to = Math.min(known.clock + known.length, end);
    if (to <= from) continue;
    typed(from);
    const source = { client: known.from.client, clock: known.from.clock + (from - known.clock), length: to - from };
    for (const { client: _, clock: at, length, first } of followReprises(source, find)) {
      origins.push({ client: range.client, clock: from + (at - source.clock), length, first, piece: known.piece });
    }
    clock = to;
  }
  typed(end);
  return origins;
}

function part(client: number, from: number, to: number): Range {
  return { client, clock: from, length: to - from };
}
