import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { UpdateLog } from "../../worker/live/update-log.ts";

type SqlStorage = ConstructorParameters<typeof UpdateLog>[0];

export interface NodeSql {
  readonly sql: SqlStorage;
  /** All of it kept, or nothing; one may be inside another. */
  transaction<Answer>(write: () => Answer): Answer;
  /** How many rows were ever written, changed or deleted. */
  changes(): number;
  close(): void;
}

/**
 * SQLite as the live path uses it, in Node: the same statements on the real engine, without the platform around it, so
 * that a simulation runs thousands of steps a second and any of them can be repeated from its seed.
 *
 * @param path a file, for whoever reads its bytes
 */
export function openNodeSql(path = ":memory:"): NodeSql {
  const database = new DatabaseSync(path);
  const number = (pragma: string) => Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
  let depth = 0;
  const sql = {
    get databaseSize() {
      return (number("page_count") - number("freelist_count")) * number("page_size");
    },
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
    close: () => database.close(),
    transaction(write) {
      const name = `inside${depth}`;
      database.exec(`SAVEPOINT ${name}`);
      depth += 1;
      try {
        return write();
      } catch (error) {
        database.exec(`ROLLBACK TO ${name}`);
        throw error;
      } finally {
        depth -= 1;
        database.exec(`RELEASE ${name}`);
      }
    },
  };
}
