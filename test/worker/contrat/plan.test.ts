import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { AxeId, DocumentId, GroupeId } from "../../../shared/ids.ts";
import { type AContrat, aContrat, anId, type Person } from "./a-contrat.ts";

/** « 1.1 Prévenir/…  2.1 … »: every fiche with where it stands, as this person sees them. */
async function catalogue(contrat: AContrat, by: Person): Promise<string[]> {
  const body = await contrat.door.listFor(by.id);
  return (body?.fiches ?? []).map(({ numero, axe }) => `${numero} (axe ${axe})`).sort();
}

async function tree(contrat: AContrat): Promise<string[]> {
  const body = await contrat.door.listFor(contrat.nolwenn.id);
  return (body?.axes ?? []).map(
    ({ numero, libelle, objectifs }) => `${numero} ${libelle}${objectifs.map((each) => ` > ${each.libelle}`).join("")}`,
  );
}

describe("the plan", () => {
  it("is renamed, reordered and moved, and the fiches follow with their numbers", async () => {
    const contrat = await aContrat();
    const { nolwenn, axes, objectif, groupe } = contrat;
    const first = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.act(nolwenn, "creer_fiche", { groupe, axe: objectif });
    await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[1] });
    expect(await catalogue(contrat, nolwenn)).toEqual(["1.1 (axe 1)", "1.2 (axe 1)", "2.1 (axe 2)"]);

    await contrat.act(nolwenn, "renommer_axe", { axe: axes[1], libelle: "Mieux soigner" });
    await contrat.act(nolwenn, "deplacer_axe", { axe: axes[1], parent: null, rang: 0 });
    expect(await tree(contrat)).toEqual(["1 Mieux soigner", "2 Prévenir > Aller vers"]);
    expect(await catalogue(contrat, nolwenn)).toEqual(["1.1 (axe 1)", "2.1 (axe 2)", "2.2 (axe 2)"]);

    // An objectif becomes an axe, with its fiche.
    await contrat.act(nolwenn, "deplacer_axe", { axe: objectif, parent: null, rang: 9 });
    expect(await tree(contrat)).toEqual(["1 Mieux soigner", "2 Prévenir", "3 Aller vers"]);
    expect(await catalogue(contrat, nolwenn)).toEqual(["1.1 (axe 1)", "2.1 (axe 2)", "3.2 (axe 3)"]);
    // The fiche is the same.
    expect((await contrat.door.ficheFor(nolwenn.id, first.id))?.fiche.numero).toBe("2.1");
  });

  it("lets a fiche have a number of its own, once", async () => {
    const contrat = await aContrat();
    const { nolwenn, axes, groupe } = contrat;
    const { id: one } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    const { id: two } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.act(nolwenn, "placer_fiche", { fiche: one, axe: axes[1], numero: "7 bis" });
    expect(await contrat.refusal(nolwenn, "placer_fiche", { fiche: two, axe: axes[0], numero: "7 bis" })).toBe(
      "numero_pris",
    );
    await contrat.act(nolwenn, "placer_fiche", { fiche: two, axe: axes[1], numero: null });
    expect(await catalogue(contrat, nolwenn)).toEqual(["2.1 (axe 2)", "7 bis (axe 2)"]);
  });

  it("keeps what something stands under", async () => {
    const contrat = await aContrat();
    const { nolwenn, axes, objectif, groupe } = contrat;
    expect(await contrat.refusal(nolwenn, "retirer_axe", { axe: axes[0] })).toBe("axe_occupe");
    const { id } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: objectif });
    expect(await contrat.refusal(nolwenn, "retirer_axe", { axe: objectif })).toBe("axe_occupe");
    await contrat.act(nolwenn, "jeter_fiche", { fiche: id });
    // It may come back to its place.
    expect(await contrat.refusal(nolwenn, "retirer_axe", { axe: objectif })).toBe("axe_occupe");
    await contrat.act(nolwenn, "retirer_axe", { axe: axes[1] });
    expect(await tree(contrat)).toEqual(["1 Prévenir > Aller vers"]);
  });

  it("grows three levels deep, and knows what is not in it", async () => {
    const contrat = await aContrat();
    const { nolwenn, objectif, groupe } = contrat;
    const { id } = await contrat.act(nolwenn, "ajouter_axe", { parent: objectif, libelle: "Chez soi" });
    expect(await contrat.refusal(nolwenn, "ajouter_axe", { parent: id, libelle: "Trop" })).toBe("plan_trop_profond");
    const nowhere = anId<AxeId>();
    expect(await contrat.refusal(nolwenn, "ajouter_axe", { parent: nowhere, libelle: "X" })).toBe("axe_inconnu");
    expect(await contrat.refusal(nolwenn, "renommer_axe", { axe: nowhere, libelle: "X" })).toBe("introuvable");
    expect(await contrat.refusal(nolwenn, "creer_fiche", { groupe, axe: nowhere })).toBe("axe_inconnu");
  });

  it("is the coordination's: a pilote makes fiches in the groupe and moves nothing", async () => {
    const contrat = await aContrat();
    const { axes, groupe } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const { id: fiche } = await contrat.act(pilote, "creer_fiche", { groupe, axe: axes[0] });
    const coordination = "reserve_a_la_coordination";
    expect(await contrat.refusal(pilote, "placer_fiche", { fiche, axe: axes[1], numero: null })).toBe(coordination);
    expect(await contrat.refusal(pilote, "ajouter_axe", { parent: null, libelle: "X" })).toBe(coordination);
    expect(await contrat.refusal(pilote, "confier_fiche", { fiche, groupe })).toBe(coordination);
    const partenaire = await contrat.person("Goulven", { groupe: ["partenaire"] });
    expect(await contrat.refusal(partenaire, "creer_fiche", { groupe, axe: axes[0] })).toBe("reserve_au_pilote");
    const cotech = await contrat.person("Sandrine", { contrat: ["comite_technique"] });
    expect(await contrat.refusal(cotech, "creer_fiche", { groupe, axe: axes[0] })).toBe("introuvable");
    expect(await contrat.refusal(cotech, "placer_fiche", { fiche, axe: axes[1], numero: null })).toBe("introuvable");
  });
});

describe("a new fiche", () => {
  it("has a text of its own, empty, that its groupe opens", async () => {
    const contrat = await aContrat();
    const partenaire = await contrat.person("Goulven", { groupe: ["partenaire"] });
    const { id } = await contrat.act(contrat.nolwenn, "creer_fiche", { groupe: contrat.groupe, axe: contrat.axes[0] });
    const content = (await env.DOCUMENT.getByName(id).exported("brouillon"))?.content;
    expect(content?.intitule).toBe("");
    expect(await contrat.door.judgeLive(partenaire.id, id)).toMatchObject({ writes: true });
  });

  it("is shown to the bodies from its relecture on, and to nobody else", async () => {
    const contrat = await aContrat();
    const cotech = await contrat.person("Sandrine", { contrat: ["comite_technique"] });
    const ars = await contrat.person("Clémence", { contrat: ["ars"] });
    const { id } = await contrat.act(contrat.nolwenn, "creer_fiche", { groupe: contrat.groupe, axe: contrat.axes[0] });
    expect(await catalogue(contrat, cotech)).toEqual([]);
    expect(await contrat.ask(contrat.nolwenn, id, { acte: "mettre_en_relecture" })).toBe("oui");
    expect(await catalogue(contrat, cotech)).toEqual(["1.1 (axe 1)"]);
    expect(await contrat.door.judgeLive(cotech.id, id)).toMatchObject({ writes: false });
    expect(await catalogue(contrat, ars)).toEqual([]);
    expect(await contrat.ask(contrat.nolwenn, id, { acte: "reprendre_redaction" })).toBe("oui");
    expect(await contrat.door.judgeLive(cotech.id, id)).toBeNull();
  });

  it("goes to another groupe with whoever writes there", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const here = await contrat.person("Goulven", { groupe: ["partenaire"] });
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    const { id: other } = await contrat.act(nolwenn, "creer_groupe", { nom: "Jeunes" });
    await contrat.act(nolwenn, "confier_fiche", { fiche, groupe: other });
    expect(await contrat.door.judgeLive(here.id, fiche)).toBeNull();
    expect(await contrat.refusal(nolwenn, "confier_fiche", { fiche, groupe: anId<GroupeId>() })).toBe("groupe_inconnu");
    expect(await contrat.refusal(nolwenn, "confier_fiche", { fiche: anId<DocumentId>(), groupe: other })).toBe(
      "introuvable",
    );
  });
});

describe("what is shared", () => {
  it("is seen in lists by the ARS and the lecteurs, and its draft is not read", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const ars = await contrat.person("Clémence", { contrat: ["ars"] });
    const { id: one } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[1] });
    await contrat.door.tellFiche(one, 5, {
      intitule: "Marcher",
      remplies: ["constats"],
      modifieeLe: 77,
      vie: null,
      intitulePublie: null,
      intituleLu: null,
      masques: 0,
    });
    await contrat.act(nolwenn, "changer_partage", { lecteurs: [one], regions: [] });
    const [shown, ...more] = (await contrat.door.listFor(ars.id))?.fiches ?? [];
    expect(more).toEqual([]);
    expect(shown).toMatchObject({ intitule: "Marcher", remplies: [], modifieeLe: null, mienne: false });
    expect(shown?.droits.lire).toEqual({ ok: false, code: "hors_du_groupe" });
    expect(await contrat.door.judgeLive(ars.id, one)).toBeNull();
    await contrat.act(nolwenn, "changer_partage", { lecteurs: "toutes", regions: [] });
    expect(await catalogue(contrat, ars)).toHaveLength(2);
    await contrat.act(nolwenn, "changer_partage", { lecteurs: "aucune", regions: [] });
    expect(await catalogue(contrat, ars)).toEqual([]);
    expect(await contrat.refusal(nolwenn, "changer_partage", { lecteurs: [anId<DocumentId>()], regions: [] })).toBe(
      "fiche_inconnue",
    );
  });

  it("with a région is what its readers are shown, and the annuaire knows", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const annuaire = env.ANNUAIRE.getByName("annuaire");
    const region = await annuaire.addRegion("Bretagne");
    const { id } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    expect(await contrat.door.sharedWith(region)).toBeNull();
    await contrat.act(nolwenn, "changer_partage", { lecteurs: "aucune", regions: [{ region, fiches: [id] }] });
    expect(await contrat.door.sharedWith(region)).toMatchObject({
      nom: "Contrat de l'essai",
      fiches: [{ numero: "1.1" }],
    });
    expect((await annuaire.listRegions()).find((each) => each.id === region)?.contrats).toEqual([contrat.id]);
    await contrat.act(nolwenn, "changer_partage", { lecteurs: "aucune", regions: [] });
    expect(await contrat.door.sharedWith(region)).toBeNull();
    expect((await annuaire.listRegions()).find((each) => each.id === region)?.contrats).toEqual([]);
  });
});
