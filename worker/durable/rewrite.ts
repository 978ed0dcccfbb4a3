import { rows, run, type SqlValue } from "./sql.ts";

/** A row of a table whose columns are known to whoever changes it. */
export type AnyRow = Readonly<Record<string, SqlValue>>;

/** The rows that a table has from now on. */
export type Rewriting = (all: readonly AnyRow[]) => readonly AnyRow[];

/**
 * Zeros of one row, in bytes. With pages of 4,096 bytes, which the platform has, a row of this length fills the pages that
 * it takes to within a few bytes, the one that holds its beginning included.
 */
export const ZEROS = 1_002_505;
/** Freed pages that are wiped besides as many as are used, in bytes, of an object in which much is written. */
const MORE = 8 * 1024 * 1024;

/**
 * Writes an object's whole storage again, some of its tables with other rows, so that nothing of the old ones is left in
 * its file: SQLite keeps the bytes of what was deleted or replaced, in pages that are free and in those that are not. Every
 * table goes, freed pages are filled with zeros, and every table is made again in its form, with its indexes and triggers:
 * triggers against changing rows stay as strict as they are. Inside a transaction. SQLite's journal of its last writes
 * still has what was there: see `forget.ts`.
 *
 * @param more freed pages that may be there besides as many as are used, in bytes
 */
export function rewriteStorage(
  sql: SqlStorage,
  rewritings: Readonly<Record<string, Rewriting>>,
  more: number = MORE,
): void {
  // Tables go one after the other, and come back: what one says of another holds again at the end.
  run(sql, "PRAGMA defer_foreign_keys = ON");
  const size = sql.databaseSize;
  const forms = rows<{ type: string; name: string; sql: string }>(
    sql,
    // What the platform keeps here is not ours to touch, and what SQLite makes by itself comes by itself.
    `SELECT type, name, sql FROM sqlite_master
     WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
     ORDER BY type = 'trigger', type <> 'table', name`,
  );
  const tables = forms
    .filter(({ type }) => type === "table")
    .map(({ name }) => {
      const all = rows<Record<string, SqlValue>>(sql, `SELECT * FROM ${name}`);
      return { name, kept: rewritings[name]?.(all) ?? all };
    });
  for (const { name } of tables) run(sql, `DROP TABLE ${name}`);
  wipeFreed(sql, 2 * size + more);
  for (const { sql: form, type } of forms) if (type !== "trigger") run(sql, form);
  for (const { name, kept } of tables) for (const row of kept) insert(sql, name, row);
  for (const { sql: form, type } of forms) if (type === "trigger") run(sql, form);
  run(sql, "PRAGMA defer_foreign_keys = OFF");
}

function insert(sql: SqlStorage, table: string, row: AnyRow): void {
  const columns = Object.keys(row);
  const values = columns.map(() => "?").join(", ");
  run(sql, `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${values})`, ...Object.values(row));
}

/** Pages that were freed are used again, filled with zeros, and freed. */
export function wipeFreed(sql: SqlStorage, bytes: number): void {
  run(sql, "CREATE TABLE zeros (bytes BLOB NOT NULL)");
  for (let left = bytes; left > 0; left -= ZEROS) run(sql, "INSERT INTO zeros VALUES (zeroblob(?))", ZEROS);
  run(sql, "DROP TABLE zeros");
}

/** A blob's column as bytes. */
export function bytesIn(value: SqlValue | undefined): Uint8Array {
  if (!(value instanceof ArrayBuffer)) throw new Error("not a blob");
  return new Uint8Array(value);
}
