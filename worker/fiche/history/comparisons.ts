import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ComparedPart } from "../../../shared/protocol/bodies/history.ts";
import { blob, rows, run } from "../../durable/sql.ts";
import { join } from "../../live/stored-pieces.ts";

/** Statement for what was worked out between two versions, for the document's migration « history ». */
export const COMPARISONS_TABLE = `CREATE TABLE comparisons (
  de INTEGER NOT NULL,
  a INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (de, a, piece)
)`;

/** Statement that says by which method it was worked out (null: by one of before), for the migration « the method of comparisons ». */
export const COMPARISONS_METHOD = "ALTER TABLE comparisons ADD COLUMN method INTEGER";

/**
 * The number of the method by which comparisons are worked out: whoever changes what one says (what counts as the same words,
 * who is named, how letters are written, the form of the answer) raises it, and what is kept is worked out again.
 */
export const METHOD = 3;

/** What was worked out between two versions, which are frozen: once, until a passage is masked or another method comes. */
export class Comparisons {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The parts of this comparison, or null when it was not worked out yet by today's method. */
  find(de: number, a: number): readonly ComparedPart[] | null {
    const pieces = rows<{ bytes: ArrayBuffer }>(
      this.#sql,
      "SELECT bytes FROM comparisons WHERE de = ? AND a = ? AND method = ? ORDER BY piece",
      de,
      a,
      METHOD,
    );
    if (pieces.length === 0) return null;
    const bytes = join(pieces.map((piece) => inflateRawSync(new Uint8Array(piece.bytes))));
    // Written by `keep` alone.
    return JSON.parse(new TextDecoder().decode(bytes)) as readonly ComparedPart[];
  }

  /** Inside a transaction. */
  keep(de: number, a: number, packed: PackedComparison): void {
    run(this.#sql, "DELETE FROM comparisons WHERE de = ? AND a = ?", de, a);
    for (const [piece, part] of packed.entries()) {
      run(this.#sql, "INSERT INTO comparisons VALUES (?, ?, ?, ?, ?)", de, a, piece, blob(part), METHOD);
    }
  }
}

/** A comparison as it is kept: its JSON in pieces, each deflated by itself. */
export type PackedComparison = readonly Uint8Array[];

/** Bytes that are deflated before others may have their turn: some milliseconds. */
const DEFLATED_AT_ONCE = 64 * 1024;

/** Packs a comparison to be kept. Pauses as it goes. */
export function* packComparison(parts: readonly ComparedPart[]): Generator<undefined, PackedComparison> {
  const texts: string[] = [];
  for (const part of parts) {
    texts.push(JSON.stringify(part));
    yield;
  }
  const bytes = new TextEncoder().encode(`[${texts.join(",")}]`);
  const packed: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += DEFLATED_AT_ONCE) {
    packed.push(deflateRawSync(bytes.subarray(start, start + DEFLATED_AT_ONCE)));
    yield;
  }
  return packed;
}
