import { ALARMS_TABLE } from "../durable/alarms.ts";
import { JOURNAL_TABLE } from "../durable/chained-journal.ts";
import type { Migration } from "../durable/migrate.ts";
import { TELLINGS_TABLE } from "../durable/tellings.ts";
import { MAILS_TABLES } from "../mail/queue.ts";
import { DELIVERIES_TABLE } from "../pages/store/deliveries.ts";
import { RAPPELS_TABLE } from "./attentes.ts";
import { OPENED_TABLE } from "./opened.ts";

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
  {
    name: "the number of rights, open documents",
    statements: [
      "ALTER TABLE contrat ADD COLUMN rights INTEGER NOT NULL DEFAULT 1",
      OPENED_TABLE,
      TELLINGS_TABLE,
      ALARMS_TABLE,
    ],
  },
  {
    name: "membres, organisations, signataires",
    statements: [
      "CREATE TABLE organisations (id TEXT PRIMARY KEY, nom TEXT NOT NULL, kind TEXT NOT NULL, siret TEXT)",
      // The name is a copy of what the account said last, with that word's number; none once the account was closed, or
      // joined to another one of the same person (`joint`).
      `CREATE TABLE membres (
        account TEXT PRIMARY KEY,
        nom TEXT,
        told INTEGER NOT NULL DEFAULT 0,
        organisation TEXT REFERENCES organisations (id),
        depuis INTEGER NOT NULL,
        parti_le INTEGER,
        joint TEXT
      )`,
      `INSERT INTO membres (account, depuis)
        SELECT account, 0 FROM contrat_roles UNION SELECT account, 0 FROM groupe_roles`,
      `CREATE TABLE signataires (
        rang INTEGER PRIMARY KEY,
        organisation TEXT NOT NULL REFERENCES organisations (id),
        representant TEXT,
        qualite TEXT,
        delibere_le TEXT
      )`,
      "CREATE TABLE changements (account TEXT PRIMARY KEY, change TEXT NOT NULL, par TEXT, le INTEGER NOT NULL)",
    ],
  },
  {
    name: "the plan as a tree, what was thrown away, old slugs, stades",
    statements: [
      "CREATE TABLE plan (id TEXT PRIMARY KEY, parent TEXT, rang INTEGER NOT NULL, libelle TEXT NOT NULL)",
      `INSERT INTO plan
        SELECT lower(hex(randomblob(8))), NULL, row_number() OVER (ORDER BY numero) - 1, libelle FROM axes`,
      `CREATE TABLE fiches (
        id TEXT PRIMARY KEY,
        short_id TEXT NOT NULL UNIQUE,
        numero TEXT NOT NULL,
        axe TEXT NOT NULL REFERENCES plan (id),
        groupe TEXT NOT NULL REFERENCES groupes (id),
        etat TEXT NOT NULL,
        intitule TEXT NOT NULL,
        remplies TEXT NOT NULL,
        modifiee_le INTEGER,
        told INTEGER NOT NULL,
        cree_le INTEGER NOT NULL,
        jete_le INTEGER,
        jete_par TEXT
      )`,
      `INSERT INTO fiches
        SELECT c.id, c.short_id, c.numero, p.id, c.groupe, c.etat, c.intitule, c.remplies, c.modifiee_le, c.told, 0, NULL, NULL
        FROM catalogue c JOIN plan p ON p.rang = (SELECT count(*) FROM axes a WHERE a.numero < c.axe)`,
      "DROP TABLE catalogue",
      "DROP TABLE axes",
      // What was thrown away keeps its number and gives way to a new one.
      "CREATE UNIQUE INDEX fiches_numero ON fiches (numero) WHERE jete_le IS NULL",
      `UPDATE contrat SET facts =
        json_remove(json_set(facts, '$.epci', json('[]'), '$.communes', json('[]')), '$.instances')`,
      "CREATE TABLE slugs (slug TEXT PRIMARY KEY, le INTEGER NOT NULL)",
      "INSERT INTO slugs SELECT slug, 0 FROM contrat",
      "CREATE TABLE stades (numero INTEGER PRIMARY KEY, stade TEXT NOT NULL, le TEXT NOT NULL)",
      "CREATE TABLE partage (cible TEXT PRIMARY KEY, selection TEXT NOT NULL)",
    ],
  },
  {
    name: "groupes: calls, meetings, workshops; bodies",
    statements: [
      "ALTER TABLE groupes ADD COLUMN appel_ouvert INTEGER NOT NULL DEFAULT 0",
      "ALTER TABLE groupes ADD COLUMN appel TEXT NOT NULL DEFAULT ''",
      "ALTER TABLE groupes ADD COLUMN jete_le INTEGER",
      "ALTER TABLE groupes ADD COLUMN jete_par TEXT",
      `CREATE TABLE demandes (
        groupe TEXT NOT NULL REFERENCES groupes (id),
        account TEXT NOT NULL,
        le INTEGER NOT NULL,
        PRIMARY KEY (groupe, account)
      ) WITHOUT ROWID`,
      `CREATE TABLE reunions (
        id TEXT PRIMARY KEY,
        groupe TEXT NOT NULL REFERENCES groupes (id),
        le INTEGER NOT NULL,
        lieu TEXT,
        lien TEXT,
        ordre_du_jour TEXT NOT NULL,
        presence TEXT,
        notes TEXT UNIQUE
      )`,
      `CREATE TABLE ateliers (
        id TEXT PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        groupe TEXT NOT NULL REFERENCES groupes (id),
        cree_le INTEGER NOT NULL,
        expire_le INTEGER NOT NULL,
        ferme_le INTEGER,
        usages INTEGER NOT NULL DEFAULT 0,
        usages_max INTEGER NOT NULL
      )`,
      "CREATE TABLE instances (kind TEXT PRIMARY KEY, nom TEXT NOT NULL, regle TEXT NOT NULL)",
    ],
  },
  {
    name: "invitations, mails, journal",
    statements: [
      // Of the token only a digest is kept; the address and the name as long as the invitation waits.
      `CREATE TABLE invitations (
        id TEXT PRIMARY KEY,
        digest TEXT NOT NULL UNIQUE,
        adresse TEXT,
        nom TEXT,
        organisation TEXT REFERENCES organisations (id),
        groupe TEXT REFERENCES groupes (id),
        role TEXT NOT NULL,
        par TEXT NOT NULL,
        le INTEGER NOT NULL,
        expire_le INTEGER NOT NULL,
        acceptee_le INTEGER,
        retiree_le INTEGER
      )`,
      ...MAILS_TABLES,
      ...JOURNAL_TABLE,
    ],
  },
  {
    name: "invitations whose mail did not arrive, once that was seen",
    statements: ["ALTER TABLE invitations ADD COLUMN non_remise_le INTEGER"],
  },
  {
    name: "the life of fiches, as their documents tell it",
    statements: ["ALTER TABLE fiches ADD COLUMN vie TEXT"],
  },
  { name: "what waits for people, as their accounts were told it", statements: [RAPPELS_TABLE] },
  {
    name: "what everybody may read",
    statements: ["ALTER TABLE fiches ADD COLUMN intitule_publie TEXT", DELIVERIES_TABLE],
  },
  {
    name: "how often words of an intitulé were masked",
    statements: ["ALTER TABLE fiches ADD COLUMN masques INTEGER NOT NULL DEFAULT 0"],
  },
  {
    name: "what fiches are called in the versions that bodies read",
    statements: ["ALTER TABLE fiches ADD COLUMN intitule_lu TEXT"],
  },
];
