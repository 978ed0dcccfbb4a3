import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ComparedPart } from "../../../shared/protocol/bodies/history.ts";
import { blob, rows, run } from "../../durable/sql.ts";
import { cut, join } from "../../live/stored-pieces.ts";

/** Statement for what was worked out between two versions, for the document's migration « history ». */
export const COMPARISONS_TABLE = `CREATE TABLE comparisons (
  de INTEGER NOT NULL,
  a INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (de, a, piece)
)`;

/** What was worked out between two versions, which are frozen: once, until a passage of theirs is masked. */
export class Comparisons {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The parts of this comparison, or null when it was not worked out yet. */
  find(de: number, a: number): readonly ComparedPart[] | null {
    const pieces = rows<{ bytes: ArrayBuffer }>(
      this.#sql,
      "SELECT bytes FROM comparisons WHERE de = ? AND a = ? ORDER BY piece",
      de,
      a,
    );
    if (pieces.length === 0) return null;
    const bytes = inflateRawSync(join(pieces.map((piece) => new Uint8Array(piece.bytes))));
    // Written by `keep` alone.
    return JSON.parse(new TextDecoder().decode(bytes)) as readonly ComparedPart[];
  }

  /** Inside a transaction. */
  keep(de: number, a: number, parts: readonly ComparedPart[]): void {
    const bytes = deflateRawSync(new TextEncoder().encode(JSON.stringify(parts)));
    run(this.#sql, "DELETE FROM comparisons WHERE de = ? AND a = ?", de, a);
    for (const [piece, part] of cut(bytes).entries()) {
      run(this.#sql, "INSERT INTO comparisons VALUES (?, ?, ?, ?)", de, a, piece, blob(part));
    }
  }
}
