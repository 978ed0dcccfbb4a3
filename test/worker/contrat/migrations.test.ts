import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { listEntries } from "../../../worker/contrat/catalogue.ts";
import { findGroupe } from "../../../worker/contrat/groupes.ts";
import { readIdentite } from "../../../worker/contrat/identite.ts";
import { listInvitations } from "../../../worker/contrat/invitations.ts";
import { listMembres, membershipOf } from "../../../worker/contrat/membres.ts";
import { migrations } from "../../../worker/contrat/migrations.ts";
import { readPlan } from "../../../worker/contrat/plan-rows.ts";
import { migrate } from "../../../worker/durable/migrate.ts";

let names = 0;

/** The storage of a contrat as it was after so many steps, with rows of that time. */
function after(steps: number, test: (sql: SqlStorage) => void): Promise<void> {
  names += 1;
  return runInDurableObject(env.CONTRAT.getByName(`migration-${names}`), (_, { storage }) => {
    const { sql } = storage;
    storage.transactionSync(() => {
      migrate(sql, migrations.slice(0, steps));
      const facts = {
        nom: "Ancien",
        porteur: "P",
        territoire: "T",
        ars: [],
        periode: "",
        stade: "evaluation",
        faits: [],
      };
      sql.exec(
        "INSERT INTO contrat (id, slug, facts) VALUES ('c', 'ancien', ?)",
        JSON.stringify({ ...facts, instances: ["Comité technique"], objectifsDeMethode: [] }),
      );
      sql.exec("INSERT INTO axes VALUES (2, 'Deux'), (5, 'Cinq')");
      sql.exec("INSERT INTO groupes VALUES ('g000000000000000', 'Groupe', 0)");
      sql.exec("INSERT INTO contrat_roles VALUES ('anne', 'coordination')");
      sql.exec(
        "INSERT INTO groupe_roles VALUES ('anne', 'g000000000000000', 'pilote'), ('bob', 'g000000000000000', 'habitant')",
      );
      sql.exec(
        `INSERT INTO catalogue VALUES
          ('f100000000000000', 'f1000000', '2.1', 2, 'g000000000000000', 'brouillon', 'Une', '["constats"]', 12, 3),
          ('f200000000000000', 'f2000000', '5.3', 5, 'g000000000000000', 'en_relecture', 'Autre', '[]', NULL, 0)`,
      );
    });
    test(sql);
  });
}

describe("a contrat of before its people had names", () => {
  it("keeps its people, its plan, its groupes and its fiches", () =>
    after(2, (sql) => {
      migrate(sql, migrations);
      expect(listMembres(sql).map(({ id, nom }) => [id, nom])).toEqual([
        ["anne", null],
        ["bob", null],
      ]);
      expect([...membershipOf(sql, "bob" as never).groupeRoles.values()]).toEqual([["habitant"]]);
      expect(readPlan(sql).map(({ libelle, rang }) => [libelle, rang])).toEqual([
        ["Deux", 0],
        ["Cinq", 1],
      ]);
      expect(findGroupe(sql, "g0000000")).toMatchObject({ habitantsEcrivent: false, appel: { ouvert: false } });
      expect(listEntries(sql)).toMatchObject([
        { numero: "2.1", axe: 1, intitule: "Une", remplies: ["constats"], modifieeLe: 12 },
        { numero: "5.3", axe: 2, etat: "en_relecture" },
      ]);
      // Bodies are rows of their own now.
      expect(readIdentite(sql)?.facts).toEqual({
        nom: "Ancien",
        porteur: "P",
        territoire: "T",
        ars: [],
        periode: "",
        stade: "evaluation",
        faits: [],
        objectifsDeMethode: [],
        epci: [],
        communes: [],
      });
    }));

  it.each([1, 2, 3, 4, 5, 6])("goes on from step %i to the newest form", (steps) =>
    runInDurableObject(env.CONTRAT.getByName(`step-${steps}`), (_, { storage }) => {
      const schema = () =>
        storage.sql.exec("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name").toArray();
      storage.transactionSync(() => migrate(storage.sql, migrations.slice(0, steps)));
      storage.transactionSync(() => migrate(storage.sql, migrations));
      const grown = schema();
      storage.transactionSync(() => migrate(storage.sql, migrations));
      expect(schema()).toEqual(grown);
      expect(grown.map(({ name }) => name)).toEqual(
        expect.arrayContaining([
          "fiches",
          "plan",
          "membres",
          "journal",
          "journal_is_not_changed",
          "journal_is_not_cut",
        ]),
      );
    }),
  );
});

it("an invitation of before its mail could be seen to have failed goes on waiting", () =>
  runInDurableObject(env.CONTRAT.getByName("before-failures"), (_, { storage: { sql } }) => {
    migrate(sql, migrations.slice(0, 6));
    sql.exec(
      `INSERT INTO invitations VALUES
        ('in00000000000000', 'd', 'anne@exemple.fr', NULL, NULL, NULL, 'copil', 'a', 1, 9e15, NULL, NULL)`,
    );
    migrate(sql, migrations);
    expect(listInvitations(sql, "toutes", 2, new Set())).toMatchObject([
      { adresse: "anne@exemple.fr", etat: "envoyee" },
    ]);
  }));
