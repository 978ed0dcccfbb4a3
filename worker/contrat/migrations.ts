import type { Migration } from "../durable/migrate.ts";

export const migrations: readonly Migration[] = [
  {
    name: "contrat, axes, groupes, roles, catalogue",
    statements: [
      "CREATE TABLE contrat (id TEXT NOT NULL, slug TEXT NOT NULL, facts TEXT NOT NULL)",
      "CREATE TABLE axes (numero INTEGER PRIMARY KEY, libelle TEXT NOT NULL)",
      "CREATE TABLE groupes (id TEXT PRIMARY KEY, nom TEXT NOT NULL, habitants_ecrivent INTEGER NOT NULL)",
      "CREATE TABLE contrat_roles (account TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (account, role))",
      `CREATE TABLE groupe_roles (
        account TEXT NOT NULL,
        groupe TEXT NOT NULL REFERENCES groupes (id),
        role TEXT NOT NULL,
        PRIMARY KEY (account, groupe, role)
      )`,
      `CREATE TABLE catalogue (
        id TEXT PRIMARY KEY,
        short_id TEXT NOT NULL UNIQUE,
        numero TEXT NOT NULL UNIQUE,
        axe INTEGER NOT NULL REFERENCES axes (numero),
        groupe TEXT NOT NULL REFERENCES groupes (id),
        etat TEXT NOT NULL,
        intitule TEXT NOT NULL,
        remplies TEXT NOT NULL,
        modifiee_le INTEGER,
        told INTEGER NOT NULL
      )`,
    ],
  },
];
