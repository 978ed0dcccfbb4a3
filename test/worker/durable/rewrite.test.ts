import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { migrations } from "../../../worker/document/migrations.ts";
import { migrate } from "../../../worker/durable/migrate.ts";
import { rewriteStorage } from "../../../worker/durable/rewrite.ts";

it("a document of before masks words in what it had, and its tables, indexes and triggers are what they were", () =>
  // An object that keeps nothing of its own lends its storage.
  runInDurableObject(env.DOCUMENT.getByName("a-storage-to-rewrite"), (_, { storage }) => {
    const { sql } = storage;
    const forms = () => sql.exec("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").toArray();
    const before = migrations.findIndex(({ name }) => name === "caviardages");
    storage.transactionSync(() => {
      migrate(sql, migrations.slice(0, before));
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
