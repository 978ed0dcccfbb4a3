import { firstRow, rows, run } from "./sql.ts";

/** Statement for the table of `Alarms`, for an object's first migration. */
export const ALARMS_TABLE = "CREATE TABLE alarms (name TEXT PRIMARY KEY, at INTEGER NOT NULL)";

/** Many named alarms on the single one that the platform gives an object. Times are milliseconds since 1970. */
export class Alarms<Name extends string> {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  /** Rings at this time at the latest: an earlier alarm of the same name stays. */
  setAtLatest(name: Name, at: number): void {
    run(
      this.#storage.sql,
      "INSERT INTO alarms (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = min(at, excluded.at)",
      name,
      at,
    );
    this.#arm();
  }

  /** It rings no more. */
  cancel(name: Name): void {
    run(this.#storage.sql, "DELETE FROM alarms WHERE name = ?", name);
    this.#arm();
  }

  /** The alarms that are due, removed; call from the object's `alarm`. */
  take(now: number): Name[] {
    const sql = this.#storage.sql;
    // Only `setAtLatest` writes names here.
    const due = rows<{ name: Name }>(sql, "SELECT name FROM alarms WHERE at <= ? ORDER BY at, name", now);
    run(sql, "DELETE FROM alarms WHERE at <= ?", now);
    this.#arm();
    return due.map((row) => row.name);
  }

  #arm(): void {
    const next = firstRow<{ at: number | null }>(this.#storage.sql, "SELECT min(at) AS at FROM alarms");
    // Not awaited: the platform's output gate holds every answer until both writes are kept.
    if (next === null || next.at === null) void this.#storage.deleteAlarm();
    else void this.#storage.setAlarm(next.at);
  }
}
