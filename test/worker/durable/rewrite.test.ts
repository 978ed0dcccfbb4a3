import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { migrations as ofAccount } from "../../../worker/account/migrations.ts";
import { migrations as ofContrat } from "../../../worker/contrat/migrations.ts";
import { migrations } from "../../../worker/document/migrations.ts";
import { forgetOldBytes } from "../../../worker/durable/forget.ts";
import { migrate } from "../../../worker/durable/migrate.ts";
import { rewriteStorage } from "../../../worker/durable/rewrite.ts";
import { migrateBefore } from "../migrated.ts";

it("a document of before masks words in what it had, and its tables, indexes and triggers are what they were", () =>
  // An object that keeps nothing of its own lends its storage.
  runInDurableObject(env.DOCUMENT.getByName("a-storage-to-rewrite"), (_, { storage }) => {
    const { sql } = storage;
    const forms = () => sql.exec("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").toArray();
    storage.transactionSync(() => {
      migrateBefore(sql, migrations, "caviardages");
      sql.exec("INSERT INTO document VALUES ('d', 'fiche', 'c', 1, 'brouillon')");
      sql.exec("INSERT INTO leases VALUES (7, 'a', 1, 0), (8, 'b', 2, 1)");
      sql.exec("INSERT INTO journal_mots VALUES (1, '/raison', 'sel', 'des mots')");
      migrate(sql, migrations);
    });
    const [formsBefore, leases] = [forms(), sql.exec("SELECT * FROM leases").toArray()];

    storage.transactionSync(() => {
      rewriteStorage(sql, { journal_mots: (all) => all.map((row) => ({ ...row, mots: "des ████" })) });
    });
    expect(forms()).toEqual(formsBefore);
    expect(sql.exec("SELECT * FROM leases").toArray()).toEqual(leases);
    expect(sql.exec("SELECT * FROM journal_mots").toArray()).toEqual([
      { entree: 1, champ: "/raison", sel: "sel", mots: "des ████" },
    ]);
    expect(() => sql.exec("UPDATE journal_mots SET mots = ''")).toThrow("append-only");
    // Its migrations are known, and none runs again.
    storage.transactionSync(() => migrate(sql, migrations));

    // A row that its table cannot have takes everything back.
    const broken = () => storage.transactionSync(() => rewriteStorage(sql, { leases: (all) => [...all, ...all] }));
    expect(broken).toThrow("UNIQUE");
    expect(forms()).toEqual(formsBefore);
    expect(sql.exec("SELECT * FROM leases").toArray()).toEqual(leases);
  }));

it.each([
  {
    of: "a contrat, of which rows name others",
    steps: ofContrat,
    held: [
      "INSERT INTO plan VALUES ('a', NULL, 0, 'Un'), ('b', 'a', 0, 'Deux')",
      "INSERT INTO groupes (id, nom, habitants_ecrivent) VALUES ('g', 'Groupe', 0)",
      "INSERT INTO organisations VALUES ('o', 'CCAS', 'autre', NULL)",
      "INSERT INTO membres (account, nom, organisation, depuis) VALUES ('p', 'Anne', 'o', 5)",
      "INSERT INTO groupe_roles VALUES ('p', 'g', 'pilote')",
      `INSERT INTO fiches (id, short_id, numero, axe, groupe, etat, intitule, remplies, told, cree_le)
       VALUES ('f', 'f', '1.1', 'b', 'g', 'brouillon', 'Une', '[]', 3, 1)`,
      "INSERT INTO rappels VALUES ('p', 4, '[]')",
    ],
    refused:
      "INSERT INTO fiches SELECT 'x', 'x', '1.2', 'nowhere', groupe, etat, '', '[]', NULL, 0, 1, NULL, NULL, NULL, NULL, 0, NULL FROM fiches",
  },
  {
    of: "an account",
    steps: ofAccount,
    held: ["INSERT INTO attentes VALUES ('c', 3, '{}')", "UPDATE rappels SET dernier_le = 12"],
    refused: "INSERT INTO rappels VALUES (2, 1, NULL, '[]', 0)",
  },
])("$of goes on with all that it has, when it was written again", ({ of, steps, held, refused }) =>
  runInDurableObject(env.SEUIL.getByName(`to-rewrite-${of}`), (_, { storage }) => {
    const { sql } = storage;
    const all = () =>
      sql
        .exec<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_master ORDER BY type, name")
        .toArray()
        .filter(({ name, sql: form }) => form?.startsWith("CREATE TABLE") && !name.startsWith("_cf"))
        .map(({ name, sql: form }) => [form, sql.exec(`SELECT * FROM ${name}`).toArray()]);
    storage.transactionSync(() => {
      migrate(sql, steps);
      for (const statement of held) sql.exec(statement);
    });
    const before = all();
    forgetOldBytes(storage);
    expect(all()).toEqual(before);
    expect(() => sql.exec(refused)).toThrow("SQLITE_CONSTRAINT");
    // Once more, in a file that has room.
    forgetOldBytes(storage);
    expect(all()).toEqual(before);
  }),
);
