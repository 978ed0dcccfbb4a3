import { createHash, type Hash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";

/** What one table of an object holds, in a few characters. */
export interface TableFingerprint {
  readonly name: string;
  readonly rows: number;
  /** SHA-256, in hexadecimal, of its form and of each value of each row. */
  readonly sha256: string;
}

/**
 * What an object holds, table by table: the same for the same rows, however SQLite laid them on disk. What the process
 * that had the file open had not yet written into it (its `-wal`) is brought into it first. Throws on a damaged file.
 */
export function fingerprintObject(path: string): TableFingerprint[] {
  const database = new DatabaseSync(path);
  try {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    const tables = database
      .prepare(
        `SELECT l.name AS name, l.wr AS ordered, m.sql AS sql FROM pragma_table_list() l JOIN sqlite_master m ON m.name = l.name
         WHERE l.schema = 'main' AND l.type IN ('table', 'shadow') AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY l.name`,
      )
      // The columns that the statement names.
      .all() as { name: string; ordered: number; sql: string }[];
    return tables.map(({ name, ordered, sql }) => {
      const hash = createHash("sha256");
      addValue(hash, sql);
      const statement = database.prepare(
        `SELECT * FROM "${name.replaceAll('"', '""')}"${ordered === 1 ? "" : " ORDER BY rowid"}`,
      );
      statement.setReadBigInts(true);
      let count = 0;
      for (const row of statement.iterate()) {
        count += 1;
        for (const value of Object.values(row)) addValue(hash, value);
      }
      return { name, rows: count, sha256: hash.digest("hex") };
    });
  } finally {
    database.close();
  }
}

/** Type, length, bytes: no two lists of values read the same. */
function addValue(hash: Hash, value: unknown): void {
  const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(String(value));
  hash.update(`${value === null ? "null" : typeof value} ${bytes.length} `).update(bytes);
}
