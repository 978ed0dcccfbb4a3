import { ALARMS_TABLE } from "../durable/alarms.ts";
import type { Migration } from "../durable/migrate.ts";
import { TELLINGS_TABLE } from "../durable/tellings.ts";
import { MAILS_TABLES } from "../mail/queue.ts";
import { ADRESSE_CHANGE_TABLES } from "./adresse-change.ts";
import { OWN_ADRESSES_TABLE } from "./own-adresses.ts";
import { PROFILE_COLUMNS } from "./profile.ts";
import { REMINDERS_TABLES, TRIES_COLUMN } from "./reminders.ts";
import { SESSION_COLUMNS } from "./sessions.ts";
import { ENTREES_TABLE } from "./sign-in.ts";

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
  {
    name: "documents open in a session",
    statements: [
      `CREATE TABLE session_documents (
        session TEXT NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (session, document)
      ) WITHOUT ROWID`,
      TELLINGS_TABLE,
      ALARMS_TABLE,
    ],
  },
  {
    name: "addresses, sign-in by mail, devices, closing and joining",
    statements: [
      ...PROFILE_COLUMNS,
      ...SESSION_COLUMNS,
      OWN_ADRESSES_TABLE,
      ENTREES_TABLE,
      ...ADRESSE_CHANGE_TABLES,
      ...MAILS_TABLES,
    ],
  },
  { name: "what waits for the person, reminders", statements: REMINDERS_TABLES },
  { name: "reminders that were tried in vain", statements: [TRIES_COLUMN] },
];
