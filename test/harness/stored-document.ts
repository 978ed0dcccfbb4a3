import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { DocumentId } from "../../shared/ids.ts";

/** What a running server has on disk of one document. */
export interface StoredDocument {
  /** Rows of its log that are not packed. */
  readonly rows: number;
  /** Bytes of the updates in them. */
  readonly bytes: number;
  /** A digest of everything that words make: it changes when a byte of them does. */
  readonly digest: string;
}

/** Leases, alarms and what the contrat was told change without a word being written. */
const WITHOUT_WORDS = ["leases", "alarms", "announcement", "sqlite_sequence"];

/** Reads a document's file beside the server that holds it. Throws when there is none. */
export function readStored(dataDir: string, id: DocumentId): StoredDocument {
  const database = new DatabaseSync(fileOf(dataDir, id), { readOnly: true });
  try {
    return describe(database);
  } finally {
    database.close();
  }
}

/** The file of a document, beside the server that holds it. Throws when there is none. */
export function fileOf(dataDir: string, id: DocumentId): string {
  const folder = join(dataDir, "objects", "coaction-document");
  for (const file of readdirSync(folder)) {
    if (!/^[0-9a-f]+\.sqlite$/.test(file)) continue;
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    try {
      if (database.prepare("SELECT id FROM document").get()?.["id"] === id) return join(folder, file);
    } finally {
      database.close();
    }
  }
  throw new Error(`no document ${id} on disk`);
}

function describe(database: DatabaseSync): StoredDocument {
  const digest = createHash("sha256");
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  for (const { name } of tables) {
    if (typeof name !== "string" || name.startsWith("_cf") || WITHOUT_WORDS.includes(name)) continue;
    digest.update(name);
    for (const row of database.prepare(`SELECT * FROM "${name}"`).iterate()) {
      for (const value of Object.values(row)) digest.update(value instanceof Uint8Array ? value : `${value}\0`);
    }
  }
  const sums = database.prepare("SELECT count(*) AS rows, coalesce(sum(length(bytes)), 0) AS bytes FROM updates").get();
  return { rows: Number(sums?.["rows"]), bytes: Number(sums?.["bytes"]), digest: digest.digest("hex") };
}
