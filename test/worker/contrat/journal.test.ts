import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { JOURNAL_ACTES } from "../../../shared/domain/journal.ts";
import type { JournalQuery } from "../../../shared/protocol/bodies/journal.ts";
import { ACTS } from "../../../worker/contrat/acts/index.ts";
import { Journal } from "../../../worker/contrat/journal.ts";
import { type AContrat, aContrat } from "./a-contrat.ts";

function onJournal<Answer>(contrat: AContrat, work: (journal: Journal, sql: SqlStorage) => Answer): Promise<Answer> {
  return runInDurableObject(contrat.door, (_, { storage }) => work(new Journal(storage.sql), storage.sql));
}

describe("the journal of a contrat", () => {
  it("keeps who did what to whom, by ids alone, chained", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const anne = await contrat.person("Anne Confidentielle");
    await contrat.act(nolwenn, "changer_membre_groupe", { groupe, personne: anne.id, roles: ["pilote"] });
    await contrat.act(nolwenn, "renommer_groupe", { groupe, nom: "Un nom reconnaissable" });
    const { entrees, noms, suite } = await contrat.see(nolwenn, "journal", {});
    expect(entrees.map(({ numero, acte }) => [numero, acte])).toEqual([
      [3, "renommer_groupe"],
      [2, "changer_membre_groupe"],
      [1, "creer_contrat"],
    ]);
    expect(entrees[1]).toMatchObject({
      par: nolwenn.id,
      sur: { personne: anne.id, groupe },
      detail: { roles: ["pilote"] },
      precedente: entrees[2]?.empreinte,
    });
    expect(suite).toBe(false);
    // The names are those of today, and are not in the rows.
    expect(noms).toEqual({
      [nolwenn.id]: "Nolwenn Kerbrat",
      [anne.id]: "Anne Confidentielle",
      [groupe]: "Un nom reconnaissable",
    });
    const stored = JSON.stringify(await contrat.rows("SELECT * FROM journal"));
    expect(stored).not.toMatch(/Confidentielle|reconnaissable|Kerbrat/);
  });

  it("cannot be changed nor cut, not even by a mistake of ours", async () => {
    const contrat = await aContrat();
    await onJournal(contrat, (_, sql) => {
      expect(() => sql.exec("UPDATE journal SET acte = 'inviter'")).toThrow("append-only");
      expect(() => sql.exec("DELETE FROM journal")).toThrow("append-only");
      expect(() => sql.exec("INSERT OR REPLACE INTO journal SELECT * FROM journal")).toThrow("append-only");
    });
    expect((await contrat.see(contrat.nolwenn, "journal_verification", {})).entrees).toBe(1);
  });

  it("tells where it was broken by whoever took its guards away", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    for (const nom of ["A", "B", "C"]) await contrat.act(nolwenn, "creer_groupe", { nom });
    expect(await contrat.see(nolwenn, "journal_verification", {})).toMatchObject({ entrees: 4, rompueA: null });
    await onJournal(contrat, (_, sql) => {
      sql.exec("DROP TRIGGER journal_is_not_changed");
      sql.exec("UPDATE journal SET par = 'somebody-else' WHERE numero = 3");
    });
    expect(await contrat.see(nolwenn, "journal_verification", {})).toMatchObject({ entrees: 4, rompueA: 3 });
  });

  it("says nothing of what was refused, or was so already", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const anne = await contrat.person("Anne", { groupe: ["habitant"] });
    await contrat.refusal(anne, "renommer_groupe", { groupe, nom: "X" });
    await contrat.refusal(nolwenn, "creer_groupe", { nom: "Bien vieillir" });
    await contrat.act(nolwenn, "renommer_groupe", { groupe, nom: "Bien vieillir" });
    await contrat.act(nolwenn, "changer_membre_groupe", { groupe, personne: anne.id, roles: ["habitant"] });
    expect((await contrat.see(nolwenn, "journal", {})).entrees).toHaveLength(1);
  });

  it("is found by act, by person, by groupe, by fiche and by time, page after page", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const { id: fiche } = await contrat.act(pilote, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.act(nolwenn, "placer_fiche", { fiche, axe: axes[1], numero: null });
    await contrat.act(nolwenn, "changer_membre", { personne: pilote.id, roles: ["lecteur"], organisation: null });
    const actes = async (query: JournalQuery) =>
      (await contrat.see(nolwenn, "journal", query)).entrees.map(({ acte }) => acte);
    expect(await actes({ personne: pilote.id })).toEqual(["changer_membre", "creer_fiche"]);
    expect(await actes({ fiche })).toEqual(["placer_fiche", "creer_fiche"]);
    expect(await actes({ groupe })).toEqual(["creer_fiche"]);
    expect(await actes({ acte: "placer_fiche", fiche })).toEqual(["placer_fiche"]);
    expect(await actes({ personne: pilote.id, acte: "placer_fiche" })).toEqual([]);
    expect(await actes({ jusquau: 1_000 })).toEqual(["creer_contrat"]);
    expect(await actes({ avant: 3 })).toEqual(["creer_fiche", "creer_contrat"]);

    for (let i = 0; i < 50; i++) await contrat.act(nolwenn, "creer_groupe", { nom: `Groupe ${i}` });
    const first = await contrat.see(nolwenn, "journal", {});
    expect([first.entrees.length, first.suite]).toEqual([50, true]);
    const next = await contrat.see(nolwenn, "journal", { avant: first.entrees.at(-1)?.numero ?? 0 });
    expect([next.entrees.map(({ numero }) => numero), next.suite]).toEqual([[4, 3, 2, 1], false]);
  });

  it("is read by the coordination alone, and taken along whole", async () => {
    const contrat = await aContrat();
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    await expect(contrat.see(pilote, "journal", {})).rejects.toThrow("reserve_a_la_coordination");
    const file = await contrat.see(contrat.nolwenn, "journal_fichier", {});
    expect(file).toMatchObject({ format: "coaction/journal/1", entrees: 1, rompueA: null });
    expect(file.derniere).toBe(file.journal[0]?.empreinte);
  });

  it("has a word for every act that may be asked", () => {
    expect(Object.keys(ACTS).filter((acte) => !(JOURNAL_ACTES as readonly string[]).includes(acte))).toEqual([
      // Told entry by entry, as the invitations that they are.
      "inviter_liste",
      "renvoyer_courriel",
    ]);
  });
});
