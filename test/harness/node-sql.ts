import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { UpdateLog } from "../../worker/live/update-log.ts";

type SqlStorage = ConstructorParameters<typeof UpdateLog>[0];

export interface NodeSql {
  readonly sql: SqlStorage;
  transaction(write: () => void): void;
  /** How many rows were ever written, changed or deleted. */
  changes(): number;
}

/**
 * SQLite as the live path uses it, in Node: the same statements on the real engine, without the platform around it, so
 * that a simulation runs thousands of steps a second and any of them can be repeated from its seed.
 */
export function openNodeSql(): NodeSql {
  const database = new DatabaseSync(":memory:");
  const sql = {
    exec(statement: string, ...values: (ArrayBuffer | SQLInputValue)[]) {
      const bound = values.map((value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value));
      const rows = database.prepare(statement).all(...bound);
      for (const row of rows) {
        for (const [name, value] of Object.entries(row)) {
          if (value instanceof Uint8Array) Object.assign(row, { [name]: value.slice().buffer });
        }
      }
      return { toArray: () => rows, [Symbol.iterator]: () => rows[Symbol.iterator]() };
    },
  };
  return {
    // The part of the platform's interface that the live path calls.
    sql: sql as unknown as SqlStorage,
    changes: () => Number(database.prepare("SELECT total_changes() AS changes").get()?.["changes"]),
    transaction(write) {
      database.exec("BEGIN");
      try {
        write();
        database.exec("COMMIT");
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
  };
}
