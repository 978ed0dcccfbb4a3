import { answerInTime } from "../../durable/in-time.ts";
import { firstRow, rows, run } from "../../durable/sql.ts";
import type { PageKey } from "./keys.ts";
import type { PagesStore } from "./pages-store.ts";

/**
 * Statement for the table of the files that an object writes. `says`: what the file must say, in short. `number` is raised
 * each time that this changes; `sent` is the last that the store took, `seen` the last that was read back from it.
 */
export const DELIVERIES_TABLE = `CREATE TABLE deliveries (
  key TEXT PRIMARY KEY,
  says TEXT NOT NULL,
  number INTEGER NOT NULL,
  sent INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  sent_at INTEGER NOT NULL
) WITHOUT ROWID`;

/** A file is sent by the request that changed what it says; should that die before, so much later, in milliseconds. */
const SEND_MS = 1_000;
/** After how long one that the store did not take is sent again: then less and less often, up to this. */
const AGAIN_MAX_MS = 60_000;
/**
 * After how long it is read back. By then KV says the same everywhere, a disk has what it was given, and nothing that was
 * still under way when this object died can come any more.
 */
const READ_BACK_MS = 90_000;
/** How long a store is waited for. One that answers later wrote what is read back, and corrected. */
const PATIENCE_MS = 20_000;

export interface DeliveryParts {
  readonly sql: SqlStorage;
  readonly store: () => PagesStore;
  /** The text that a file must have now, always the same while it must say the same. */
  readonly make: (key: PageKey) => string;
  /** Has `deliver` called at this time at the latest, whatever happens to the object; milliseconds since 1970. */
  readonly ring: (at: number) => void;
  readonly now: () => number;
}

type Row = { key: PageKey; says: string; number: number; sent: number; seen: number; sent_at: number };

/**
 * The files of the pages store that one object writes: states with a number, changed in the transaction that makes them
 * true, sent until the store took them, and read back later, since a store that said yes may still forget, and one that
 * said nothing may still have heard. What is sent is always what holds at that moment, and the next waits for the answer:
 * no older text comes after a newer one, but where an answer got lost, and that is what reading back is for.
 */
export class Deliveries {
  readonly #parts: DeliveryParts;
  #underway: Promise<void> | null = null;
  #again = SEND_MS;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Whether this object ever wrote this file, or was to. */
  has(key: PageKey): boolean {
    return this.#row(key) !== null;
  }

  /**
   * What a file must say from now on, in short; inside the transaction that makes it so. Nothing happens when it says so
   * already. Should the object die before it sends it, it does when it is back.
   */
  mustSay(key: PageKey, says: string): void {
    const { sql, ring, now } = this.#parts;
    const before = this.#row(key);
    if (before?.says === says) return;
    if (before === null) run(sql, "INSERT INTO deliveries VALUES (?, ?, 1, 0, 0, 0)", key, says);
    else run(sql, "UPDATE deliveries SET says = ?, number = number + 1 WHERE key = ?", says, key);
    ring(now() + SEND_MS);
  }

  /** How often any file changed: a number that only grows. */
  count(): number {
    return (
      firstRow<{ total: number | null }>(this.#parts.sql, "SELECT sum(number) AS total FROM deliveries")?.total ?? 0
    );
  }

  /** Whether the store took everything. */
  isSent(): boolean {
    return firstRow(this.#parts.sql, "SELECT 1 AS one FROM deliveries WHERE sent < number") === null;
  }

  /**
   * Sends what was not sent, and reads back what was sent long enough ago; by the request that changed something, and by
   * the alarm. Resolves when the store took it or did not, in which case it is sent again later. Never rejects.
   */
  deliver(): Promise<void> {
    this.#underway ??= this.#work().finally(() => {
      this.#underway = null;
    });
    return this.#underway;
  }

  async #work(): Promise<void> {
    const { sql, ring, now } = this.#parts;
    try {
      let failed = false;
      // What changes meanwhile is sent in the next round.
      for (let due = this.#due(); due.length > 0 && !failed; due = this.#due()) {
        // Should the object die in the middle.
        ring(now() + this.#again);
        for (const row of due) failed = !(await this.#settle(row)) || failed;
      }
      if (failed) {
        ring(now() + this.#again);
        this.#again = Math.min(this.#again * 2, AGAIN_MAX_MS);
        return;
      }
      this.#again = SEND_MS;
      const next = firstRow<{ at: number | null }>(
        sql,
        "SELECT min(sent_at) AS at FROM deliveries WHERE seen < number",
      )?.at;
      if (next !== null && next !== undefined) ring(next + READ_BACK_MS);
    } catch (error) {
      // The object may have been destroyed meanwhile, and its tables with it.
      console.error("public pages could not be delivered", error);
    }
  }

  #due(): Row[] {
    return rows<Row>(
      this.#parts.sql,
      "SELECT * FROM deliveries WHERE sent < number OR (seen < number AND sent_at <= ?) ORDER BY key",
      this.#parts.now() - READ_BACK_MS,
    );
  }

  /** Sends one, or reads it back; false when the store did not answer as it should. */
  async #settle({ key, number, sent }: Row): Promise<boolean> {
    const { sql, store, make, now } = this.#parts;
    try {
      const text = make(key);
      if (sent < number) {
        await answerInTime(store().put(key, text), PATIENCE_MS);
        run(sql, "UPDATE deliveries SET sent = ?, sent_at = ? WHERE key = ?", number, now(), key);
      } else if ((await answerInTime(store().get(key), PATIENCE_MS)) === text) {
        run(sql, "UPDATE deliveries SET seen = ? WHERE key = ?", number, key);
      } else {
        // It is not what was sent: from the beginning, unless it changed meanwhile.
        run(sql, "UPDATE deliveries SET sent = 0 WHERE key = ?", key);
      }
      return true;
    } catch (error) {
      console.error(`the public page ${key} could not be delivered`, error);
      return false;
    }
  }

  #row(key: PageKey): Row | null {
    return firstRow<Row>(this.#parts.sql, "SELECT * FROM deliveries WHERE key = ?", key);
  }
}
