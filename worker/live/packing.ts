import type { UpdateLog } from "./update-log.ts";

/** Rows after which a log is packed: reading so many is a few milliseconds. */
const ROWS_MAX = 1_000;
/** After how long: a little later than the key that made one too many, so that it waits for nothing. */
const DELAY_MS = 3_000;

/** Says when a log is to be packed. Counts in memory; a log is counted once, when its object wakes. */
export class Packing {
  readonly #log: UpdateLog;
  readonly #ring: (at: number) => void;
  #unpacked: number | null = null;
  /** Whether the alarm was set in this life of the object: a pack that failed is tried again in the next. */
  #rung = false;

  constructor(log: UpdateLog, ring: (at: number) => void) {
    this.#log = log;
    this.#ring = ring;
  }

  /** Rows were stored. Inside their transaction; the alarm is set once. */
  stored(now: number, rows: number): void {
    this.#unpacked = this.#unpacked === null ? this.#log.countUnpacked() : this.#unpacked + rows;
    if (this.#unpacked <= ROWS_MAX || this.#rung) return;
    this.#rung = true;
    this.#ring(now + DELAY_MS);
  }

  packed(): void {
    this.#rung = false;
    this.#unpacked = 0;
  }
}
