import type { AccountId } from "../../shared/ids.ts";
import { blob, firstRow, rows, run } from "../durable/sql.ts";
import { type Deed, decodeDeed, encodeDeed, NOTHING_DONE } from "./deed.ts";
import { decodePack, encodePack, type StoredRow } from "./pack.ts";
import { cut, join } from "./stored-pieces.ts";

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

/** Statements for packed rows and for the text as it stood when they were packed, for the third migration. */
export const PACKS_TABLES = [
  "CREATE TABLE packs (first INTEGER NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (first, piece))",
  "CREATE TABLE state (piece INTEGER PRIMARY KEY, up_to INTEGER NOT NULL, bytes BLOB NOT NULL)",
];

/** One update as it is kept: the bytes received, never those that the live document emits (it drops what was deleted). */
export interface LoggedUpdate {
  readonly author: AccountId;
  /** Milliseconds since 1970, the server's clock. */
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly deed: Deed;
}

/** Bytes of rows that go into one pack: enough to compress well, few enough to be read again at once. */
const PACK_BYTES = 512 * 1024;
/** What is read at once: some milliseconds. */
const STRETCH_BYTES = 256 * 1024;
const STRETCH_ROWS = 1_000;

/** The raw log of a text: only ever added to. Old rows are packed, and stay what they were. */
export class UpdateLog {
  readonly #sql: SqlStorage;
  #next: number | null = null;
  /** The pack that was read last: letters that are looked up together mostly stand in one. */
  #unpacked: { readonly first: number; readonly rows: readonly StoredRow[] } | null = null;
  #unpackedKilobytes = 0;
  #edition = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** How often rows became others than they were: what was read before does not hold. */
  get edition(): number {
    return this.#edition;
  }

  /** Rows are others than they were, in storage. */
  rewritten(): void {
    this.#unpacked = null;
    this.#edition += 1;
  }

  /** How much was unpacked so far to answer `bytesOf`. */
  get unpackedKilobytes(): number {
    return this.#unpackedKilobytes;
  }

  /** Appends one update, cut where a stored value would be too large; its number. Call inside a transaction. */
  append(update: LoggedUpdate): number {
    const seq = this.#takeNumber();
    for (const [piece, part] of cut(update.bytes).entries()) {
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
    }
    return seq;
  }

  /** The bytes of one update, or null when there is none of this number. */
  bytesOf(seq: number): Uint8Array | null {
    const pieces = rows<{ bytes: ArrayBuffer }>(
      this.#sql,
      "SELECT bytes FROM updates WHERE seq = ? ORDER BY piece",
      seq,
    );
    if (pieces.length > 0) return join(pieces.map(({ bytes }) => new Uint8Array(bytes)));
    const pack = firstRow<{ first: number | null }>(
      this.#sql,
      "SELECT max(first) AS first FROM packs WHERE first <= ?",
      seq,
    );
    if (pack === null || pack.first === null) return null;
    return this.#readPack(pack.first).find((row) => row.seq === seq)?.bytes ?? null;
  }

  /** Every update since the text was made, oldest first, read as it is asked for. */
  *read(): Generator<LoggedUpdate> {
    for (const row of this.#after(0)) yield logged(row);
  }

  /**
   * A stretch of the log after this number, oldest first, with what each update did; empty when there is no more. Whole in
   * memory: whoever pauses between two stretches finds the log as it is then, packed or longer.
   */
  readStretch(number: number): (LoggedUpdate & { readonly seq: number })[] {
    const stretch: (LoggedUpdate & { readonly seq: number })[] = [];
    let size = 0;
    for (const row of this.#after(number)) {
      stretch.push({ seq: row.seq, ...logged(row) });
      size += row.bytes.length;
      if (size >= STRETCH_BYTES || stretch.length >= STRETCH_ROWS) break;
    }
    return stretch;
  }

  /** The updates after this number, oldest first, with their numbers; read as they are asked for. */
  *readAfter(number: number): Generator<Pick<LoggedUpdate, "author" | "at" | "bytes"> & { readonly seq: number }> {
    yield* this.#after(number);
  }

  *#after(number: number): Generator<StoredRow> {
    const packs = rows<{ first: number }>(
      this.#sql,
      "SELECT DISTINCT first FROM packs WHERE first >= (SELECT ifnull(max(first), 0) FROM packs WHERE first <= ?) ORDER BY first",
      number + 1,
    );
    for (const { first } of packs) for (const row of this.#readPack(first)) if (row.seq > number) yield row;
    yield* this.#stored(number);
  }

  /** What makes the text as it stands: its state when the log was last packed, if it was, and the updates since. */
  *readText(): Generator<{ readonly bytes: Uint8Array }> {
    const pieces = rows<{ up_to: number; bytes: ArrayBuffer }>(
      this.#sql,
      "SELECT up_to, bytes FROM state ORDER BY piece",
    );
    if (pieces.length > 0) yield { bytes: join(pieces.map(({ bytes }) => new Uint8Array(bytes))) };
    yield* this.#stored(pieces[0]?.up_to ?? 0);
  }

  /** How many updates are not packed yet. */
  countUnpacked(): number {
    return firstRow<{ count: number }>(this.#sql, "SELECT count(*) AS count FROM updates WHERE piece = 0")?.count ?? 0;
  }

  /** Packs every row, and keeps the text as it stands beside them. Inside a transaction. */
  pack(state: Uint8Array): void {
    const last = firstRow<{ seq: number | null }>(this.#sql, "SELECT max(seq) AS seq FROM updates")?.seq ?? null;
    if (last === null) return;
    for (const stretch of stretches(this.#stored(0))) {
      const first = stretch[0]?.seq ?? 0;
      for (const [piece, part] of cut(encodePack(stretch)).entries()) {
        run(this.#sql, "INSERT INTO packs VALUES (?, ?, ?)", first, piece, blob(part));
      }
    }
    run(this.#sql, "DELETE FROM updates WHERE seq <= ?", last);
    run(this.#sql, "DELETE FROM state");
    for (const [piece, part] of cut(state).entries()) {
      run(this.#sql, "INSERT INTO state VALUES (?, ?, ?)", piece, last, blob(part));
    }
  }

  *#stored(after: number): Generator<StoredRow> {
    let row: Omit<StoredRow, "bytes"> | null = null;
    let pieces: Uint8Array[] = [];
    // Written by `append` alone.
    for (const next of this.#sql.exec<{
      seq: number;
      author: AccountId;
      at: number;
      bytes: ArrayBuffer;
      deed: ArrayBuffer | null;
    }>("SELECT seq, author, at, bytes, deed FROM updates WHERE seq > ? ORDER BY seq, piece", after)) {
      if (row === null || next.seq !== row.seq) {
        if (row !== null) yield { ...row, bytes: join(pieces) };
        pieces = [];
        const deed = next.deed === null ? null : new Uint8Array(next.deed);
        row = { seq: next.seq, author: next.author, at: next.at, deed };
      }
      pieces.push(new Uint8Array(next.bytes));
    }
    if (row !== null) yield { ...row, bytes: join(pieces) };
  }

  #readPack(first: number): readonly StoredRow[] {
    if (this.#unpacked?.first === first) return this.#unpacked.rows;
    const unpacked = [...decodePack(this.#packBytes(first))];
    this.#unpacked = { first, rows: unpacked };
    this.#unpackedKilobytes += unpacked.reduce((sum, { bytes }) => sum + bytes.length, 0) >> 10;
    return unpacked;
  }

  #packBytes(first: number): Uint8Array {
    const pieces = rows<{ bytes: ArrayBuffer }>(
      this.#sql,
      "SELECT bytes FROM packs WHERE first = ? ORDER BY piece",
      first,
    );
    return join(pieces.map(({ bytes }) => new Uint8Array(bytes)));
  }

  /** The number of the last update; 0 when there is none. */
  lastSeq(): number {
    if (this.#next === null) {
      const last = firstRow<{ seq: number }>(
        this.#sql,
        `SELECT max(
           coalesce((SELECT max(seq) FROM updates), 0), coalesce((SELECT max(up_to) FROM state), 0)
         ) AS seq`,
      );
      this.#next = (last?.seq ?? 0) + 1;
    }
    return this.#next - 1;
  }

  #takeNumber(): number {
    const number = this.lastSeq() + 1;
    this.#next = number + 1;
    return number;
  }
}

/** Rows of the first form have no deed: nobody asked what they did. */
function logged({ author, at, bytes, deed }: StoredRow): LoggedUpdate {
  return { author, at, bytes, deed: deed === null ? NOTHING_DONE : decodeDeed(deed) };
}

function* stretches(stored: Iterable<StoredRow>): Generator<StoredRow[]> {
  let stretch: StoredRow[] = [];
  let size = 0;
  for (const row of stored) {
    stretch.push(row);
    size += row.bytes.length;
    if (size < PACK_BYTES) continue;
    yield stretch;
    stretch = [];
    size = 0;
  }
  if (stretch.length > 0) yield stretch;
}
