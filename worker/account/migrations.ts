import type { Migration } from "../durable/migrate.ts";

export const migrations: readonly Migration[] = [
  {
    name: "profile, sessions, memberships",
    statements: [
      "CREATE TABLE profile (id TEXT NOT NULL, nom TEXT NOT NULL)",
      // Of the secret only a digest is kept: who reads the storage signs in nowhere.
      "CREATE TABLE sessions (id TEXT PRIMARY KEY, digest TEXT NOT NULL UNIQUE, opened_at INTEGER NOT NULL, expires_at INTEGER NOT NULL)",
      "CREATE TABLE memberships (contrat TEXT PRIMARY KEY)",
    ],
  },
];
