import type { Sitting, SittingPart } from "../../../shared/domain/version.ts";
import type { Place } from "../../../shared/editor/sections.ts";
import { firstRow, rows, run } from "../../durable/sql.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import type { Origins } from "../../live/origins.ts";
import type { Spans } from "../../live/spans.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import { maskingRows } from "../caviardage/masques.ts";
import { CountedSitting, type Earlier } from "./counted-sitting.ts";

/** Statements for sittings that are over and the letters written in them, for the document's migration « history ». */
export const SITTINGS_TABLES = [
  `CREATE TABLE sittings (
    fin INTEGER PRIMARY KEY,
    avant INTEGER NOT NULL,
    debut_le INTEGER NOT NULL,
    fin_le INTEGER NOT NULL,
    personnes TEXT NOT NULL
  )`,
  `CREATE TABLE sitting_letters (
    client INTEGER NOT NULL,
    clock INTEGER NOT NULL,
    length INTEGER NOT NULL,
    PRIMARY KEY (client, clock)
  ) WITHOUT ROWID`,
];

/** A pause that ends a sitting, in milliseconds. */
const PAUSE_MS = 15 * 60_000;
/** Rows that are counted before others may have their turn. */
const ROWS_AT_ONCE = 20;

export interface SittingsParts {
  readonly sql: SqlStorage;
  readonly log: Pick<UpdateLog, "readStretch">;
  readonly origins: Pick<Origins, "of">;
  readonly spans: Pick<Spans, "placeOf">;
  /** All of it kept, or nothing. */
  readonly transaction: (write: () => void) => void;
}

/** A page of sittings, the latest first. */
export interface SittingsPage {
  readonly sittings: readonly Sitting[];
  /** Where the next page begins; null: there is none. */
  readonly suite: number | null;
}

/**
 * Who wrote in a text, sitting by sitting, from its log: those that are over are kept, so that only what is new is read.
 * One reading at a time: whoever calls sees to it.
 */
export class Sittings {
  readonly #parts: SittingsParts;
  /** The sitting that may still grow, as far as it was read. */
  #open: CountedSitting | null = null;
  /** The last update that belongs to no sitting, and that was read. */
  #passed = 0;

  constructor(parts: SittingsParts) {
    this.#parts = parts;
  }

  /**
   * The sittings whose last update is not after this one (null: all), so many at most. Pauses as it goes.
   *
   * @param now milliseconds since 1970
   */
  *list(avant: number | null, count: number, now: number): Generator<undefined, SittingsPage> {
    yield* this.read(now);
    const until = avant ?? Number.MAX_SAFE_INTEGER;
    const open = this.#open === null || this.#open.fin > until ? [] : [this.#open.shown(true)];
    const closed = rows<{ fin: number; avant: number; debut_le: number; fin_le: number; personnes: string }>(
      this.#parts.sql,
      "SELECT fin, avant, debut_le, fin_le, personnes FROM sittings WHERE fin <= ? ORDER BY fin DESC LIMIT ?",
      until,
      count + 1,
    ).map(({ debut_le, fin_le, personnes, ...row }) => ({
      ...row,
      debutLe: debut_le,
      finLe: fin_le,
      ouverte: false,
      // Written by `#close` alone.
      personnes: JSON.parse(personnes) as SittingPart[],
    }));
    const found = [...open, ...closed];
    const sittings = found.slice(0, count);
    return { sittings, suite: found.length > count ? (sittings.at(-1)?.avant ?? null) : null };
  }

  /** Reads what was written since the last time, so that whoever asks for the list waits for little. Pauses as it goes. */
  *read(now: number): Generator<undefined, void> {
    for (;;) {
      const stretch = this.#parts.log.readStretch(this.#readUpTo());
      if (stretch.length === 0) break;
      const maskings = maskingRows(this.#parts.sql);
      for (const [index, row] of stretch.entries()) {
        if (this.#open !== null && row.at - this.#open.finLe >= PAUSE_MS) this.#close(this.#open);
        // Whoever masks writes nothing: what people wrote is what it was, and reads otherwise from then on.
        if (maskings.has(row.seq)) this.#pass(row.seq);
        else {
          this.#open ??= new CountedSitting(this.#readUpTo(), row.at, this.#earlier());
          this.#open.add(row);
        }
        if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
      }
      yield;
    }
    if (this.#open !== null && now - this.#open.finLe >= PAUSE_MS) this.#close(this.#open);
  }

  /** Whether this update ended a sitting, or is of one that is not over; nothing at all is a moment too. */
  *isEnd(seq: number, now: number): Generator<undefined, boolean> {
    yield* this.read(now);
    // Each begins where the one before ended, or later: of those that ended at it or after, the first says it.
    const next = firstRow<{ fin: number; avant: number }>(
      this.#parts.sql,
      "SELECT fin, avant FROM sittings WHERE fin >= ? ORDER BY fin LIMIT 1",
      seq,
    );
    return next === null || next.fin === seq || next.avant === seq;
  }

  #pass(seq: number): void {
    if (this.#open === null) this.#passed = seq;
    else this.#open.pass(seq);
  }

  /** The last update that was read. */
  #readUpTo(): number {
    return this.#open?.fin ?? Math.max(this.#passed, this.#closedUpTo());
  }

  #close(sitting: CountedSitting): void {
    const { sql, transaction } = this.#parts;
    const { fin, avant, debutLe, finLe, personnes } = sitting.shown(false);
    transaction(() => {
      run(sql, "INSERT INTO sittings VALUES (?, ?, ?, ?, ?)", fin, avant, debutLe, finLe, JSON.stringify(personnes));
      for (const { client, clock, length } of sitting.written()) {
        run(sql, "INSERT INTO sitting_letters VALUES (?, ?, ?)", client, clock, length);
      }
    });
    this.#open = null;
  }

  #closedUpTo(): number {
    return firstRow<{ fin: number | null }>(this.#parts.sql, "SELECT max(fin) AS fin FROM sittings")?.fin ?? 0;
  }

  #earlier(): Earlier {
    const { sql, origins, spans } = this.#parts;
    return {
      letters: (range) => lettersIn(sql, range),
      origins: (range) => origins.of(range),
      placeOf: (range): Place | null => spans.placeOf(range),
    };
  }
}

/** The letters of sittings that are over, among these ids. */
function lettersIn(sql: SqlStorage, { client, clock, length }: Range): Range[] {
  return rows<{ clock: number; length: number }>(
    sql,
    "SELECT clock, length FROM sitting_letters WHERE client = ? AND clock < ? AND clock + length > ? ORDER BY clock",
    client,
    clock + length,
    clock,
  ).map((found) => {
    const from = Math.max(clock, found.clock);
    return { client, clock: from, length: Math.min(clock + length, found.clock + found.length) - from };
  });
}
