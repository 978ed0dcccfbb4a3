import type { AccountId } from "../../shared/ids.ts";
import { STORED_VALUE_MAX } from "../../shared/protocol/limits.ts";
import { blob, firstRow, run } from "../durable/sql.ts";

/** Statement for the table of updates, for the document's first migration. */
export const UPDATES_TABLE = `CREATE TABLE updates (
  seq INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (seq, piece)
)`;

/** One update as it is kept: the bytes received, never those that the live document emits (it drops what was deleted). */
export interface LoggedUpdate {
  readonly author: AccountId;
  /** Milliseconds since 1970, the server's clock. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** The raw log of a text: only ever appended to. */
export class UpdateLog {
  readonly #sql: SqlStorage;
  #next: number | null = null;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Appends one update, cut where a stored value would be too large. Call inside a transaction. */
  append(update: LoggedUpdate): void {
    const seq = this.#takeNumber();
    let piece = 0;
    let start = 0;
    do {
      const part = update.bytes.subarray(start, start + STORED_VALUE_MAX);
      run(
        this.#sql,
        "INSERT INTO updates (seq, piece, author, at, bytes) VALUES (?, ?, ?, ?, ?)",
        seq,
        piece,
        update.author,
        update.at,
        blob(part),
      );
      piece += 1;
      start += STORED_VALUE_MAX;
    } while (start < update.bytes.length);
  }

  /** Every update, oldest first, read as it is asked for. */
  *read(): Generator<LoggedUpdate> {
    let seq = 0;
    let pieces: Uint8Array[] = [];
    let author: AccountId | null = null;
    let at = 0;
    // Written by `append` alone.
    for (const row of this.#sql.exec<{ seq: number; author: AccountId; at: number; bytes: ArrayBuffer }>(
      "SELECT seq, author, at, bytes FROM updates ORDER BY seq, piece",
    )) {
      if (row.seq !== seq && author !== null) {
        yield { author, at, bytes: concat(pieces) };
        pieces = [];
      }
      ({ seq, author, at } = row);
      pieces.push(new Uint8Array(row.bytes));
    }
    if (author !== null) yield { author, at, bytes: concat(pieces) };
  }

  #takeNumber(): number {
    if (this.#next === null) {
      const last = firstRow<{ seq: number | null }>(this.#sql, "SELECT max(seq) AS seq FROM updates");
      this.#next = (last?.seq ?? 0) + 1;
    }
    const number = this.#next;
    this.#next += 1;
    return number;
  }
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let start = 0;
  for (const piece of pieces) {
    whole.set(piece, start);
    start += piece.length;
  }
  return whole;
}
