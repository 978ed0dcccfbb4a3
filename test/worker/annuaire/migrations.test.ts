import { expect } from "vitest";
import { Contrats } from "../../../worker/annuaire/contrats.ts";
import { migrations } from "../../../worker/annuaire/migrations.ts";
import { testSteps } from "../migrated.ts";

const CONTRAT = "INSERT INTO contrats (id, nom, slug, cree_le, told) VALUES ('c1', 'Redon', 'redon', 7, 3)";
const SLUG = "INSERT INTO slugs VALUES ('redon', 'c1')";

testSteps("an annuaire", migrations, {
  slugs: {
    held: [],
    reads: (sql) => expect(new Contrats(sql).list()).toEqual([]),
  },
  // Of the first form: it knows its contrats by their address.
  "administration, contrats, regions, reglages": {
    held: ["INSERT INTO slugs VALUES ('pays-de-redon', 'c1'), ('ancien', 'c1'), ('cornouaille', 'c2')"],
    reads: (sql) => {
      const contrats = new Contrats(sql);
      expect(contrats.list().map(({ id, slug }) => [id, slug])).toEqual([
        ["c1", "ancien"],
        ["c2", "cornouaille"],
      ]);
      expect(contrats.resolve("pays-de-redon")).toBe("c1");
    },
  },
  // Of before coordinations were named by mail: it knows that somebody coordinates its contrats.
  "contrats that nobody coordinates yet": {
    held: [CONTRAT, SLUG],
    reads: (sql) => {
      expect(new Contrats(sql).list()).toEqual([{ id: "c1", nom: "Redon", slug: "redon", creeLe: 7, coordonne: true }]);
    },
  },
  "plans that everybody may read": {
    held: [CONTRAT, SLUG, "UPDATE contrats SET coordonne = 0"],
    reads: (sql) => {
      expect(new Contrats(sql).list()).toMatchObject([{ id: "c1", coordonne: false }]);
      expect(sql.exec("SELECT contrat FROM plans").toArray()).toEqual([]);
    },
  },
});
