import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { EXPORTED_TABLES, LEFT_TABLES, readTable } from "../../../worker/contrat/export.ts";
import { migrations } from "../../../worker/contrat/migrations.ts";
import { migrate } from "../../../worker/durable/migrate.ts";
import { rows, run } from "../../../worker/durable/sql.ts";

const TABLES: Readonly<Record<string, { readonly without?: readonly string[]; readonly json?: readonly string[] }>> =
  EXPORTED_TABLES;
let names = 0;

/** The storage of a contrat that nothing else writes. */
function onContrat(test: (sql: SqlStorage) => void): Promise<void> {
  names += 1;
  return runInDurableObject(env.CONTRAT.getByName(`essai-${names}`), (_, { storage }) => {
    storage.transactionSync(() => migrate(storage.sql, migrations));
    test(storage.sql);
  });
}

describe("what the coordination takes along", () => {
  it("is every table of the contrat, or its staying behind was decided", () =>
    onContrat((sql) => {
      const tables = rows<{ name: string }>(
        sql,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      ).map(({ name }) => name);
      expect([...Object.keys(EXPORTED_TABLES), ...LEFT_TABLES].sort()).toEqual(tables.sort());
    }));

  it("names only columns that are there", () =>
    onContrat((sql) => {
      for (const [table, { without = [], json = [] }] of Object.entries(TABLES)) {
        const columns = rows<{ name: string }>(sql, `SELECT name FROM pragma_table_info('${table}')`).map(
          ({ name }) => name,
        );
        for (const column of [...without, ...json]) expect(columns, `${table}.${column}`).toContain(column);
      }
    }));

  it("opens nothing: no column of a digest or of a secret", () =>
    onContrat((sql) => {
      for (const [table, { without = [] }] of Object.entries(TABLES)) {
        const columns = rows<{ name: string }>(sql, `SELECT name FROM pragma_table_info('${table}')`).map(
          ({ name }) => name,
        );
        const shown = columns.filter((column) => !without.includes(column));
        expect(
          shown.filter((column) => /digest|token|secret|code/.test(column)),
          table,
        ).toEqual([]);
      }
    }));

  it("is read in stretches, to the last row, JSON as JSON", () =>
    onContrat((sql) => {
      for (let i = 0; i < 1_234; i++) {
        run(
          sql,
          "INSERT INTO journal VALUES (?, ?, 'p', 'a', ?, '{}', 'x', 'y')",
          i + 1,
          i,
          JSON.stringify({ fiche: String(i) }),
        );
      }
      const found: Record<string, unknown>[] = [];
      for (;;) {
        const stretch = readTable(sql, "journal", found.length);
        if (stretch.length === 0) break;
        found.push(...stretch);
      }
      expect(found).toHaveLength(1_234);
      expect(found.at(-1)).toMatchObject({ numero: 1_234, sur: { fiche: "1233" }, detail: {} });
    }));
});
