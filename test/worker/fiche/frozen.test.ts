import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { firstBroken } from "../../../shared/domain/journal.ts";
import { fingerprint } from "../../../shared/editor/canonical.ts";
import { FicheJournal } from "../../../worker/fiche/journal.ts";
import { Versions } from "../../../worker/fiche/versions.ts";
import { makeDue } from "../ring.ts";
import { AskedFiche, OK } from "./asked.ts";

function onStorage<Answer>(fiche: AskedFiche, work: (sql: SqlStorage) => Answer): Promise<Answer> {
  return runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage }) => work(storage.sql));
}

const noChance = (length: number) => new Uint8Array(length);

/** A fiche with one version, on which one avis was given. */
async function submitted(): Promise<AskedFiche> {
  const fiche = await AskedFiche.make();
  await fiche.fill("partenaire");
  expect(await fiche.submit("pilote-2")).toBe(OK);
  expect(await fiche.giveAvis("cotech-1", "defavorable", { raison: "Un mot reconnaissable" })).toBe(OK);
  return fiche;
}

describe("what was submitted", () => {
  it("cannot be changed, cut, replaced or added to, not even by raw SQL", async () => {
    const fiche = await submitted();
    const attacks = [
      "UPDATE versions SET par = 'x'",
      "DELETE FROM versions",
      "INSERT OR REPLACE INTO versions SELECT * FROM versions",
      "INSERT INTO versions SELECT 7, seq, par, le, empreintes, place, schema FROM versions",
      "UPDATE version_parties SET contenu = ''",
      "DELETE FROM version_parties",
      "INSERT OR REPLACE INTO version_parties SELECT * FROM version_parties",
      "INSERT INTO version_parties VALUES (1, 'constats', 9, '', NULL)",
      "UPDATE version_pieces SET bytes = x'00'",
      "DELETE FROM version_pieces",
      "INSERT OR REPLACE INTO version_pieces SELECT * FROM version_pieces",
      "INSERT INTO version_pieces VALUES (1, 9, x'00')",
    ];
    const journal = [
      "UPDATE journal SET par = 'x'",
      "DELETE FROM journal",
      "INSERT OR REPLACE INTO journal SELECT * FROM journal",
      "UPDATE journal_mots SET mots = ''",
      "DELETE FROM journal_mots",
      "INSERT OR REPLACE INTO journal_mots SELECT * FROM journal_mots",
      "INSERT INTO journal_mots VALUES (1, '/raison', '', '')",
    ];
    await onStorage(fiche, (sql) => {
      for (const attack of attacks) expect(() => sql.exec(attack), attack).toThrow("a version is frozen");
      for (const attack of journal) expect(() => sql.exec(attack), attack).toThrow("append-only");
    });
  });

  it("stays, byte for byte, while people write on, and is what is approved", async () => {
    const fiche = await submitted();
    const before = await onStorage(fiche, (sql) => sql.exec("SELECT * FROM version_parties ORDER BY partie").toArray());
    await fiche.write("partenaire", { constats: " Plus tard." });
    await fiche.giveAvis("cotech-1", "favorable");
    await fiche.giveAvis("cotech-2", "favorable");
    await fiche.write("partenaire", { constats: " Encore plus tard." });
    expect(await fiche.decideOn("cotech-1", "approuvee")).toBe(OK);
    await onStorage(fiche, (sql) => {
      expect(sql.exec("SELECT * FROM version_parties ORDER BY partie").toArray()).toEqual(before);
      const versions = new Versions(sql);
      const content = versions.content(1);
      expect(content.sections.constats).toMatchObject([{ inlines: [{ text: "Des mots." }] }]);
      // Anybody computes the same again from the words.
      expect(fingerprint(content)).toEqual(versions.find(1)?.empreintes);
    });
    expect((await fiche.actes("pilote-2")).approuvee).toMatchObject({ version: 1, modifiees: ["constats"] });
  });

  it("has a journal that is chained, without a word in its chain, and tells where somebody broke it", async () => {
    const fiche = await submitted();
    await onStorage(fiche, (sql) => {
      const journal = new FicheJournal(sql, noChance);
      expect(firstBroken(journal.chain())).toBeNull();
      expect(journal.firstChangedWords()).toBeNull();
      expect(journal.all()[1]?.event).toMatchObject({ acte: "rendre_avis", raison: "Un mot reconnaissable" });
      expect(JSON.stringify(sql.exec("SELECT * FROM journal").toArray())).not.toContain("reconnaissable");
      sql.exec("DROP TRIGGER journal_mots_are_not_changed");
      sql.exec("UPDATE journal_mots SET mots = 'Un autre'");
      expect(journal.firstChangedWords()).toBe(2);
      sql.exec("DROP TRIGGER journal_is_not_changed");
      sql.exec("UPDATE journal SET par = 'somebody-else' WHERE numero = 1");
      expect(firstBroken(journal.chain())).toBe(1);
    });
  });
});

describe("two people at once", () => {
  it("who decide: the second is told that it was decided", async () => {
    const fiche = await submitted();
    for (const persona of ["cotech-1", "cotech-2"]) await fiche.giveAvis(persona, "favorable");
    const answers = await Promise.all([
      fiche.decideOn("cotech-1", "approuvee"),
      fiche.decideOn("coordinatrice", "approuvee"),
    ]);
    expect(answers.sort()).toEqual([OK, "409 instruction_close"]);
    expect((await fiche.instruction("cotech-3")).decisions).toHaveLength(1);
  });

  it("who submit the same words: there is one version", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("partenaire");
    const answers = await Promise.all([fiche.submit("pilote-2"), fiche.submit("coordinatrice")]);
    expect(answers.sort()).toEqual([OK, "409 rien_de_nouveau"]);
    expect((await fiche.actes("pilote-2")).versions).toHaveLength(1);
  });
});

describe("an object that dies", () => {
  it("after an act and before its contrat heard of it tells it when it is back", async () => {
    const fiche = await submitted();
    const contrat = env.CONTRAT.getByName(await contratOf(fiche));
    // As it is when the telling is lost: the contrat knows what it knew before, the document that it owes a word.
    await runInDurableObject(contrat, (_, { storage }) => {
      storage.sql.exec("UPDATE fiches SET etat = 'brouillon', vie = NULL, told = 0 WHERE id = ?", fiche.id);
    });
    expect(await fiche.inList("cotech-1")).toBeUndefined();
    await makeDue(env.DOCUMENT.getByName(fiche.id), "announce", (sql) => {
      sql.exec("UPDATE announcement SET told = 0, first_change_at = 1");
    });
    await evictDurableObject(env.DOCUMENT.getByName(fiche.id));
    expect(await runDurableObjectAlarm(env.DOCUMENT.getByName(fiche.id))).toBe(true);
    expect((await fiche.inList("cotech-1"))?.derniere).toMatchObject({ numero: 1, etat: "soumise" });
    // And the fiche stands where it stood.
    expect(await fiche.last()).toMatchObject({ numero: 1, etat: "soumise" });
  });

  it("is not believed when it says what was true before", async () => {
    const fiche = await submitted();
    const contrat = env.CONTRAT.getByName(await contratOf(fiche));
    await contrat.tellFiche(fiche.id, 1, {
      intitule: "Vieux",
      remplies: [],
      modifieeLe: null,
      vie: null,
      intitulePublie: null,
      intituleLu: null,
      masques: 0,
    });
    expect((await fiche.inList("cotech-1"))?.intitule).toBe("");
  });
});

async function contratOf(fiche: AskedFiche): Promise<string> {
  return onStorage(fiche, (sql) => String(sql.exec("SELECT contrat FROM document").one()["contrat"]));
}
