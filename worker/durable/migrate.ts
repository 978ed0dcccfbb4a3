import { firstRow, rows, run } from "./sql.ts";

/** One step of a storage's form: never changed once it was released, only followed by another. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** Whether this storage was ever told to exist. Reads only. */
export function isCreated(sql: SqlStorage): boolean {
  return firstRow(sql, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'migrations'") !== null;
}

/**
 * Brings a storage to its newest form, inside the caller's transaction. Throws when a step that already ran reads
 * differently today: its past was rewritten, and nobody knows what the rows mean any more.
 */
export function migrate(sql: SqlStorage, migrations: readonly Migration[]): void {
  run(
    sql,
    "CREATE TABLE IF NOT EXISTS migrations (step INTEGER PRIMARY KEY, name TEXT NOT NULL, statements TEXT NOT NULL)",
  );
  const past = rows<{ step: number; name: string; statements: string }>(
    sql,
    "SELECT step, name, statements FROM migrations ORDER BY step",
  );
  for (const [step, migration] of migrations.entries()) {
    const text = migration.statements.join(";\n");
    const done = past[step];
    if (done !== undefined) {
      if (done.name !== migration.name || done.statements !== text) {
        throw new Error(`migration ${step} (${done.name}) was changed after it ran`);
      }
      continue;
    }
    for (const statement of migration.statements) run(sql, statement);
    run(sql, "INSERT INTO migrations (step, name, statements) VALUES (?, ?, ?)", step, migration.name, text);
  }
  if (past.length > migrations.length) throw new Error("this storage was made by a newer version");
}
