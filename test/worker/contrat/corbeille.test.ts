import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { CORBEILLE_MS } from "../../../shared/domain/corbeille.ts";
import type { DocumentId } from "../../../shared/ids.ts";
import { ring } from "../ring.ts";
import { type AContrat, aContrat, anId } from "./a-contrat.ts";

/** As if everything had been thrown away this long ago; then the alarm rings. */
async function later(contrat: AContrat, ms: number): Promise<void> {
  await ring(contrat.door, "corbeille", (sql) => {
    sql.exec("UPDATE fiches SET jete_le = jete_le - ?", ms);
    sql.exec("UPDATE groupes SET jete_le = jete_le - ?", ms);
  });
}

async function numeros(contrat: AContrat): Promise<string[]> {
  return ((await contrat.door.listFor(contrat.nolwenn.id))?.fiches ?? []).map(({ numero }) => numero);
}

describe("a fiche made by mistake", () => {
  it("disappears for everybody, and comes back in one act with its text", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const partenaire = await contrat.person("Goulven", { groupe: ["partenaire"] });
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    expect(await contrat.refusal(partenaire, "jeter_fiche", { fiche })).toBe("reserve_au_pilote");
    await contrat.act(pilote, "jeter_fiche", { fiche });
    expect(await contrat.door.judgeLive(nolwenn.id, fiche)).toBeNull();
    expect(await contrat.door.ficheFor(nolwenn.id, fiche)).toBeNull();
    expect(await contrat.refusal(pilote, "jeter_fiche", { fiche })).toBe("introuvable");

    expect((await contrat.see(pilote, "corbeille", {})).fiches).toMatchObject([
      { id: fiche, numero: "1.1", par: "Baptiste" },
    ]);
    expect((await contrat.see(partenaire, "corbeille", {})).fiches).toEqual([]);
    expect(await contrat.refusal(partenaire, "restaurer_fiche", { fiche })).toBe("reserve_au_pilote");
    await contrat.act(pilote, "restaurer_fiche", { fiche });
    expect(await numeros(contrat)).toEqual(["1.1"]);
    expect(await contrat.door.judgeLive(partenaire.id, fiche)).toMatchObject({ writes: true });
    expect(await env.DOCUMENT.getByName(fiche).exported("brouillon")).not.toBeNull();
  });

  it("gives way to whoever took its number meanwhile", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const { id: first } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.act(nolwenn, "jeter_fiche", { fiche: first });
    await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    expect(await numeros(contrat)).toEqual(["1.1"]);
    await contrat.act(nolwenn, "restaurer_fiche", { fiche: first });
    expect(await numeros(contrat)).toEqual(["1.1", "1.2"]);
  });

  it("is gone for ever after thirty days, its text too, and the journal says so", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    const { id: kept } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.act(nolwenn, "jeter_fiche", { fiche });
    await later(contrat, CORBEILLE_MS - 60_000);
    expect((await contrat.see(nolwenn, "corbeille", {})).fiches).toHaveLength(1);
    await later(contrat, 60_000);
    expect((await contrat.see(nolwenn, "corbeille", {})).fiches).toEqual([]);
    expect(await contrat.refusal(nolwenn, "restaurer_fiche", { fiche })).toBe("introuvable");
    expect(await env.DOCUMENT.getByName(fiche).exported("brouillon")).toBeNull();
    expect(await env.DOCUMENT.getByName(kept).exported("brouillon")).not.toBeNull();
    const [last] = (await contrat.see(nolwenn, "journal", { acte: "purger_fiche" })).entrees;
    expect(last).toMatchObject({ par: null, sur: { fiche } });
  });
});

describe("a groupe made by mistake", () => {
  it("takes its fiches, its meetings and its people's rights along, and brings them back", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.act(nolwenn, "jeter_groupe", { groupe });
    expect(await numeros(contrat)).toEqual([]);
    expect(await contrat.door.judgeLive(pilote.id, fiche)).toBeNull();
    expect((await contrat.door.listFor(pilote.id))?.changement).toMatchObject({
      change: { quoi: "groupe_jete" },
      groupe: "Bien vieillir",
    });
    expect(await contrat.refusal(pilote, "renommer_groupe", { groupe, nom: "X" })).toBe("introuvable");
    expect((await contrat.see(nolwenn, "corbeille", {})).groupes).toMatchObject([
      { id: groupe, par: "Nolwenn Kerbrat" },
    ]);
    expect((await contrat.see(pilote, "corbeille", {})).groupes).toEqual([]);

    const { id: namesake } = await contrat.act(nolwenn, "creer_groupe", { nom: "Bien vieillir" });
    expect(await contrat.refusal(nolwenn, "restaurer_groupe", { groupe })).toBe("groupe_existe");
    await contrat.act(nolwenn, "renommer_groupe", { groupe: namesake, nom: "Autre" });
    await contrat.act(nolwenn, "restaurer_groupe", { groupe });
    expect(await numeros(contrat)).toEqual(["1.1"]);
    expect(await contrat.door.judgeLive(pilote.id, fiche)).toMatchObject({ writes: true });
    expect(await contrat.refusal(nolwenn, "restaurer_groupe", { groupe })).toBe("introuvable");
  });

  it("is gone for ever after thirty days, with every text of it", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    const facts = { le: 4e12, lieu: null, lien: null, ordreDuJour: [] };
    const { id: reunion } = await contrat.act(nolwenn, "prevoir_reunion", { groupe, ...facts });
    const { id: notes } = await contrat.act(nolwenn, "ouvrir_notes", { reunion });
    await contrat.act(nolwenn, "ouvrir_atelier", { groupe, jours: 3, usages: 10 });
    await contrat.act(nolwenn, "jeter_groupe", { groupe });
    await later(contrat, CORBEILLE_MS);
    for (const table of ["groupes", "fiches", "reunions", "ateliers", "groupe_roles"]) {
      expect(await contrat.rows(`SELECT * FROM ${table}`), table).toEqual([]);
    }
    expect(await env.DOCUMENT.getByName(fiche).exported("brouillon")).toBeNull();
    expect(await env.DOCUMENT.getByName(notes).readNotes()).toBeNull();
    expect((await contrat.see(nolwenn, "journal_verification", {})).rompueA).toBeNull();
  });

  it("rings by itself: the alarm is set when something is thrown away", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.act(nolwenn, "jeter_fiche", { fiche });
    const [row] = await contrat.rows("SELECT at FROM alarms WHERE name = 'corbeille'");
    const at = Number(row?.["at"]);
    expect(at).toBeGreaterThan(Date.now() + CORBEILLE_MS - 60_000);
    expect(at).toBeLessThanOrEqual(Date.now() + CORBEILLE_MS);
    expect(await contrat.refusal(nolwenn, "restaurer_fiche", { fiche: anId<DocumentId>() })).toBe("introuvable");
  });
});
