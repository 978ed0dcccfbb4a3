import { ALARMS_TABLE } from "../durable/alarms.ts";
import type { Migration } from "../durable/migrate.ts";
import { TELLINGS_TABLE } from "../durable/tellings.ts";
import { DELIVERIES_TABLE } from "../pages/store/deliveries.ts";

export const migrations: readonly Migration[] = [
  {
    name: "slugs",
    statements: [
      // Old slugs stay for ever and always lead to the same contrat.
      "CREATE TABLE slugs (slug TEXT PRIMARY KEY, contrat TEXT NOT NULL)",
    ],
  },
  {
    name: "administration, contrats, regions, reglages",
    statements: [
      "CREATE TABLE administration (account TEXT PRIMARY KEY, depuis INTEGER NOT NULL)",
      // At most one: who is about to be the first of the administration, until their account is made.
      "CREATE TABLE first_access (one INTEGER PRIMARY KEY CHECK (one = 1), attempt TEXT NOT NULL, at INTEGER NOT NULL)",
      "CREATE TABLE used_accesses (digest TEXT PRIMARY KEY, at INTEGER NOT NULL)",
      `CREATE TABLE contrats (
        id TEXT PRIMARY KEY,
        nom TEXT NOT NULL,
        slug TEXT NOT NULL,
        cree_le INTEGER NOT NULL,
        told INTEGER NOT NULL,
        founding TEXT
      )`,
      // Each says its name itself the next time that it changes.
      "INSERT INTO contrats SELECT contrat, min(slug), min(slug), 0, 0, NULL FROM slugs GROUP BY contrat",
      "CREATE TABLE regions (id TEXT PRIMARY KEY, nom TEXT NOT NULL)",
      `CREATE TABLE region_lecteurs (
        region TEXT NOT NULL REFERENCES regions (id),
        account TEXT NOT NULL,
        PRIMARY KEY (region, account)
      ) WITHOUT ROWID`,
      `CREATE TABLE region_contrats (
        region TEXT NOT NULL REFERENCES regions (id),
        contrat TEXT NOT NULL,
        PRIMARY KEY (region, contrat)
      ) WITHOUT ROWID`,
      "CREATE TABLE reglages (numero INTEGER NOT NULL, valeur TEXT NOT NULL, le INTEGER NOT NULL, par TEXT NOT NULL)",
      TELLINGS_TABLE,
      ALARMS_TABLE,
    ],
  },
  {
    name: "contrats that nobody coordinates yet",
    // Those of before have whoever they were made with.
    statements: ["ALTER TABLE contrats ADD COLUMN coordonne INTEGER NOT NULL DEFAULT 1"],
  },
  {
    name: "plans that everybody may read",
    statements: [
      // A contrat may tell of it before it is named here.
      "CREATE TABLE plans (contrat TEXT PRIMARY KEY, number INTEGER NOT NULL, publiees INTEGER NOT NULL) WITHOUT ROWID",
      DELIVERIES_TABLE,
    ],
  },
];
