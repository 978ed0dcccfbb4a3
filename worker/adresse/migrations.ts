import type { Migration } from "../durable/migrate.ts";

export const migrations: readonly Migration[] = [
  {
    name: "adresses",
    statements: [
      // The keyed hash of the address; the address itself is in its account alone.
      "CREATE TABLE adresses (name TEXT PRIMARY KEY, account TEXT NOT NULL) WITHOUT ROWID",
    ],
  },
];
