import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { DocumentId } from "../../../shared/ids.ts";
import { migrations } from "../../../worker/document/migrations.ts";
import { migrate } from "../../../worker/durable/migrate.ts";
import { aContrat, anId } from "../contrat/a-contrat.ts";
import { migrateBefore } from "../migrated.ts";

describe("what a contrat says of a person", () => {
  it("is asked for again when it is older than a change of rights that the fiche knows", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const baptiste = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.door.judgeLive(baptiste.id, fiche);
    const old = await contrat.door.ficheContext(baptiste.id, fiche, false);
    if (old === null) throw new Error("no context");
    const document = env.DOCUMENT.getByName(fiche);
    expect((await document.actes(baptiste.id, old)).ok).toBe(true);

    // He pilots no more; the fiche hears of it, since he might have it open.
    await contrat.act(nolwenn, "changer_membre_groupe", { groupe, personne: baptiste.id, roles: ["habitant"] });
    expect(await document.act(baptiste.id, old, { acte: "mettre_en_relecture" })).toEqual({
      ok: false,
      code: "contexte_depasse",
    });
    expect(await document.actes(baptiste.id, old)).toMatchObject({ code: "contexte_depasse" });
    expect(await contrat.ask(baptiste, fiche, { acte: "mettre_en_relecture" })).toBe("reserve_au_pilote");
    expect(await contrat.ask(nolwenn, fiche, { acte: "mettre_en_relecture" })).toBe("oui");
  });

  it("is nothing about a fiche to who is not of it, and of the notes of a meeting to nobody", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const elsewhere = await contrat.person("Clémence", { contrat: ["ars"] });
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    expect(await contrat.ask(elsewhere, fiche, { acte: "clore" })).toBe("introuvable");
    expect(await contrat.ask({ id: anId(), nom: "Personne" }, fiche, { acte: "clore" })).toBe("introuvable");
    const context = await contrat.door.ficheContext(nolwenn.id, fiche, false);
    if (context === null) throw new Error("no context");
    const nowhere = env.DOCUMENT.getByName(anId<DocumentId>());
    expect(await nowhere.act(nolwenn.id, context, { acte: "clore" })).toMatchObject({ code: "introuvable" });
    expect(await nowhere.instruction(nolwenn.id, context)).toMatchObject({ code: "introuvable" });
  });

  it("names who sits in the comité, and who of them may write the fiche", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const sandrine = await contrat.person("Sandrine", { contrat: ["comite_technique"] });
    const rachid = await contrat.person("Rachid", { contrat: ["comite_technique"], groupe: ["partenaire"] });
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    expect(await contrat.door.ficheContext(nolwenn.id, fiche.slice(0, 8), false)).toMatchObject({
      fiche,
      droits: { contratRoles: ["coordination"], groupeRoles: [], partagee: false },
      comite: { membres: [sandrine.id, rachid.id].sort(), deportes: [rachid.id] },
      place: { numero: "1.1", axe: "Prévenir" },
      etat: "brouillon",
    });
    await contrat.act(nolwenn, "retirer_membre", { personne: sandrine.id });
    expect(await contrat.door.namesOf([nolwenn.id, sandrine.id])).toEqual({
      [nolwenn.id]: { nom: "Nolwenn Kerbrat", organisation: null },
      [sandrine.id]: { nom: null, organisation: null },
    });
  });
});

describe("a document of before it owned its life", () => {
  it("takes for its first etat what its contrat says, with the first act", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    const old = env.DOCUMENT.getByName(anId<DocumentId>());
    await runInDurableObject(old, (_, { storage }) => {
      const { sql } = storage;
      storage.transactionSync(() => {
        migrateBefore(sql, migrations, "life: journal, versions");
        sql.exec("INSERT INTO document VALUES ('d', 'fiche', 'c', 1)");
        sql.exec("INSERT INTO announcement VALUES (1, 3, 12, NULL, 3)");
        migrate(sql, migrations);
      });
    });
    const context = await contrat.door.ficheContext(nolwenn.id, fiche, false);
    if (context === null) throw new Error("no context");
    const shown = { ...context, etat: "en_relecture" as const };
    expect(await old.actes(nolwenn.id, shown)).toMatchObject({ value: { etat: "en_relecture", versions: [] } });
    expect(await old.act(nolwenn.id, shown, { acte: "mettre_en_relecture" })).toMatchObject({ code: "etat_autre" });
    expect(await old.act(nolwenn.id, shown, { acte: "clore" })).toMatchObject({ ok: true });
    // From then on its own journal alone says.
    expect(await old.actes(nolwenn.id, { ...context, etat: "brouillon" })).toMatchObject({ value: { etat: "close" } });
    await runInDurableObject(old, (_, { storage: { sql } }) => {
      expect(sql.exec("SELECT number, acted, changed_at FROM announcement").one()).toMatchObject({
        number: 4,
        acted: 4,
        changed_at: 12,
      });
    });
  });
});
