import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { type Migration, migrate } from "../../worker/durable/migrate.ts";

/**
 * Brings a storage to the form that it had before the step of this name, which is then the next; inside the caller's
 * transaction. Throws when there is no such step, so that a test goes on testing its own.
 */
export function migrateBefore(sql: SqlStorage, migrations: readonly Migration[], name: string): void {
  const step = migrations.findIndex((migration) => migration.name === name);
  if (step === -1) throw new Error(`no step « ${name} »`);
  migrate(sql, migrations.slice(0, step));
}

/** A step of a storage's form, by what it must keep. */
export interface TestedStep {
  /** Puts into the storage what it may have held when the step came; statements, run one by one. */
  readonly held: readonly string[];
  /** What today's code reads of that, in the newest form. */
  readonly reads: (sql: SqlStorage) => void;
}

let storages = 0;

/** A storage of its own, of an object that keeps nothing. */
function lentStorage(work: (storage: DurableObjectStorage) => void): Promise<void> {
  storages += 1;
  return runInDurableObject(env.SEUIL.getByName(`stockage-${storages}`), (_, { storage }) => work(storage));
}

/**
 * Tests every step of an object's storage from the form before it, with data in it: today's code reads them, and the form is
 * the one that a new object has. Each step is named here: one that is added and not tested fails.
 */
export function testSteps(
  object: string,
  migrations: readonly Migration[],
  steps: Readonly<Record<string, TestedStep>>,
): void {
  describe(`the storage of ${object}`, () => {
    it("has a test of each of its steps", () => {
      expect(Object.keys(steps)).toEqual(migrations.map(({ name }) => name));
    });

    it.each(Object.keys(steps))("of before « %s » goes on with what it held", async (name) => {
      const { held, reads } = steps[name] ?? { held: [], reads: () => expect.unreachable() };
      let fresh: unknown = null;
      await lentStorage((storage) => {
        storage.transactionSync(() => migrate(storage.sql, migrations));
        fresh = formOf(storage.sql);
      });
      await lentStorage((storage) => {
        const { sql } = storage;
        storage.transactionSync(() => {
          migrateBefore(sql, migrations, name);
          for (const statement of held) sql.exec(statement);
        });
        storage.transactionSync(() => migrate(sql, migrations));
        expect(formOf(sql)).toEqual(fresh);
        reads(sql);
        // No step runs twice.
        storage.transactionSync(() => migrate(sql, migrations));
        expect(formOf(sql)).toEqual(fresh);
      });
    });
  });
}

function formOf(sql: SqlStorage): unknown {
  return sql
    .exec(
      "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY type, name",
    )
    .toArray();
}
