import type { AccountId } from "../../shared/ids.ts";
import { STORED_VALUE_MAX } from "../../shared/protocol/limits.ts";
import { blob, firstRow, rows, run } from "../durable/sql.ts";
import { type Deed, decodeDeed, encodeDeed, NOTHING_DONE } from "./deed.ts";

/** Statement for the table of updates, for the document's first migration. */
export const UPDATES_TABLE = `CREATE TABLE updates (
  seq INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (seq, piece)
)`;

/** Statement that makes room for what each update did, for the document's second migration. */
export const DEEDS_COLUMN = "ALTER TABLE updates ADD COLUMN deed BLOB";

/** One update as it is kept: the bytes received, never those that the live document emits (it drops what was deleted). */
export interface LoggedUpdate {
  readonly author: AccountId;
  /** Milliseconds since 1970, the server's clock. */
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly deed: Deed;
}

/** The raw log of a text: only ever appended to. */
export class UpdateLog {
  readonly #sql: SqlStorage;
  #next: number | null = null;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Appends one update, cut where a stored value would be too large; its number. Call inside a transaction. */
  append(update: LoggedUpdate): number {
    const seq = this.#takeNumber();
    let piece = 0;
    let start = 0;
    do {
      const part = update.bytes.subarray(start, start + STORED_VALUE_MAX);
      run(
        this.#sql,
        "INSERT INTO updates (seq, piece, author, at, bytes, deed) VALUES (?, ?, ?, ?, ?, ?)",
        seq,
        piece,
        update.author,
        update.at,
        blob(part),
        piece === 0 ? blob(encodeDeed(update.deed)) : null,
      );
      piece += 1;
      start += STORED_VALUE_MAX;
    } while (start < update.bytes.length);
    return seq;
  }

  /** The bytes of one update, or null when there is none of this number. */
  bytesOf(seq: number): Uint8Array | null {
    const pieces = rows<{ bytes: ArrayBuffer }>(
      this.#sql,
      "SELECT bytes FROM updates WHERE seq = ? ORDER BY piece",
      seq,
    );
    return pieces.length === 0 ? null : concat(pieces.map(({ bytes }) => new Uint8Array(bytes)));
  }

  /** Every update, oldest first, read as it is asked for. */
  *read(): Generator<LoggedUpdate> {
    let seq = 0;
    let pieces: Uint8Array[] = [];
    let head: Omit<LoggedUpdate, "bytes"> | null = null;
    // Written by `append` alone.
    for (const row of this.#sql.exec<{
      seq: number;
      author: AccountId;
      at: number;
      bytes: ArrayBuffer;
      deed: ArrayBuffer | null;
    }>("SELECT seq, author, at, bytes, deed FROM updates ORDER BY seq, piece")) {
      if (row.seq !== seq) {
        if (head !== null) yield { ...head, bytes: concat(pieces) };
        pieces = [];
        head = { author: row.author, at: row.at, deed: readDeed(row.deed) };
        seq = row.seq;
      }
      pieces.push(new Uint8Array(row.bytes));
    }
    if (head !== null) yield { ...head, bytes: concat(pieces) };
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

/** Rows of the first form have none: nobody asked what they did. */
function readDeed(bytes: ArrayBuffer | null): Deed {
  return bytes === null ? NOTHING_DONE : decodeDeed(new Uint8Array(bytes));
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
