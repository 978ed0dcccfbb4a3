import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { firstBroken } from "../../../shared/domain/journal.ts";
import type { FicheJournalBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import type { MomentBody } from "../../../shared/protocol/bodies/history.ts";
import { demonstration } from "../../../worker/demo/data.ts";
import { FicheJournal } from "../../../worker/fiche/journal.ts";
import { AskedFiche, OK } from "./asked.ts";

const PUBLISH = { acte: "publier", malgre: "Le résumé suivra." };
const BACK = { acte: "depublier", raison: "Une erreur de lieu." };

/** A fiche of which a version was validated, with that version. */
async function validated() {
  const fiche = await AskedFiche.make();
  await fiche.fill("partenaire");
  return { fiche, shown: await fiche.validate() };
}

describe("over HTTP, a version is published", () => {
  it("by the coordination alone, on the words that it names", async () => {
    const { fiche, shown } = await validated();
    for (const person of ["pilote-2", "partenaire", "cotech-1", "copil"]) {
      expect(await fiche.act(person, { ...PUBLISH, ...shown }), person).toBe("403 reserve_a_la_coordination");
      expect(await fiche.act(person, { ...BACK, ...shown }), person).toBe("403 reserve_a_la_coordination");
    }
    expect(await fiche.act("ars", { ...PUBLISH, ...shown })).toBe("404 introuvable");
    const other = { version: shown.version, empreinte: "0".repeat(64) };
    expect(await fiche.act("coordinatrice", { ...PUBLISH, ...other })).toBe("409 empreinte_autre");
    expect(await fiche.act("coordinatrice", { ...PUBLISH, ...shown, version: 7 })).toBe("404 version_inconnue");
    expect((await fiche.actes("coordinatrice")).publiee).toBeNull();
    expect((await fiche.inList("coordinatrice"))?.publiee).toBeNull();
  });

  it("once, though two ask at the same moment; and its lists say so at once", async () => {
    const { fiche, shown } = await validated();
    const answers = await Promise.all([1, 2].map(() => fiche.act("coordinatrice", { ...PUBLISH, ...shown })));
    expect(answers.sort()).toEqual([OK, "409 deja_publiee"]);
    const published = { version: shown.version, le: expect.any(Number) };
    for (const person of ["coordinatrice", "partenaire", "cotech-3"]) {
      expect((await fiche.inList(person))?.publiee, person).toEqual(published);
      expect((await fiche.actes(person)).publiee, person).toEqual(published);
    }
  });

  it("and stays as it was while others write, submit and validate, until another takes its place", async () => {
    const { fiche, shown } = await validated();
    expect(await fiche.act("coordinatrice", { ...PUBLISH, ...shown })).toBe(OK);
    const words = (await fiche.see<MomentBody>("cotech-1", `/moments/v${shown.version}`)).content;
    const { publiee } = await fiche.actes("coordinatrice");
    await fiche.write("partenaire", { constats: " Autre chose." });
    const second = await fiche.validate();
    expect(second.version).toBe(2);
    expect(await fiche.actes("coordinatrice")).toMatchObject({
      publiee,
      approuvee: { version: 2 },
      versions: [{ etat: "validee" }, { etat: "remplacee" }],
    });
    expect((await fiche.see<MomentBody>("cotech-1", `/moments/v${shown.version}`)).content).toEqual(words);
    expect(await fiche.act("coordinatrice", { ...PUBLISH, ...second })).toBe(OK);
    expect((await fiche.inList("cotech-1"))?.publiee?.version).toBe(2);
    expect(await fiche.act("coordinatrice", { ...BACK, ...shown })).toBe("409 publication_autre");
  });
});

it("it is taken back with a reason; both acts stand in the journal, chained to the words that they name", async () => {
  const { fiche, shown } = await validated();
  expect(await fiche.act("coordinatrice", { ...PUBLISH, ...shown })).toBe(OK);
  expect(await fiche.act("coordinatrice", { acte: "depublier", ...shown })).toBe("400 corps_invalide");
  expect(await fiche.act("coordinatrice", { ...BACK, ...shown, raison: " " })).toBe("400 corps_invalide");
  const answers = await Promise.all([1, 2].map(() => fiche.act("coordinatrice", { ...BACK, ...shown })));
  expect(answers.sort()).toEqual([OK, "409 aucune_publication"]);
  expect((await fiche.inList("cotech-1"))?.publiee).toBeNull();
  const { entrees } = await fiche.see<FicheJournalBody>("partenaire", "/journal");
  expect(entrees.slice(0, 2).map(({ event }) => event)).toEqual([
    { ...BACK, ...shown },
    { ...PUBLISH, ...shown },
  ]);
  await runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage: { sql } }) => {
    const journal = new FicheJournal(sql, (length) => new Uint8Array(length));
    expect(firstBroken(journal.chain())).toBeNull();
    expect(journal.firstChangedWords()).toBeNull();
    const sealed = journal.sealed().at(-1);
    expect(sealed?.forme).toContain(shown.empreinte);
    // What people wrote with an act stands beside the chain.
    expect(sealed?.forme).not.toContain(BACK.raison);
    expect(sealed?.mots).toMatchObject([{ champ: "/raison", mots: BACK.raison }]);
  });
});

it("what a document told before publication was an act says that nothing is published", async () => {
  const { fiche } = await validated();
  const before = await fiche.inList("cotech-1");
  const contrat = demonstration.contrats.find(({ slug }) => fiche.at("").includes(slug));
  await runInDurableObject(env.CONTRAT.getByName(contrat?.id ?? ""), (_, { storage: { sql } }) => {
    sql.exec("UPDATE fiches SET vie = json_remove(vie, '$.publiee') WHERE id = ?", fiche.id);
  });
  expect(before?.publiee).toBeNull();
  expect(await fiche.inList("cotech-1")).toEqual(before);
});
