import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { ReunionId } from "../../../shared/ids.ts";
import { type AContrat, aContrat, anId, aPerson, type Person } from "./a-contrat.ts";

async function rolesIn(contrat: AContrat, person: Person): Promise<readonly string[]> {
  const { membres } = await contrat.see(contrat.nolwenn, "groupe", { groupe: contrat.groupe });
  return membres.find(({ id }) => id === person.id)?.roles ?? [];
}

describe("a groupe", () => {
  it("lets its residents write unless it says otherwise, and tells them when that changes", async () => {
    const contrat = await aContrat();
    const { nolwenn, axes } = contrat;
    const { id: groupe } = await contrat.act(nolwenn, "creer_groupe", { nom: "Jeunes" });
    const yvonne = await contrat.person("Yvonne");
    await contrat.act(nolwenn, "changer_membre_groupe", { groupe, personne: yvonne.id, roles: ["habitant"] });
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    expect(await contrat.door.judgeLive(yvonne.id, fiche)).toMatchObject({ writes: true });

    await contrat.act(nolwenn, "changer_ecriture_habitants", { groupe, habitantsEcrivent: false });
    expect(await contrat.door.judgeLive(yvonne.id, fiche)).toMatchObject({ writes: false });
    expect((await contrat.door.listFor(yvonne.id))?.changement).toMatchObject({
      change: { quoi: "ecriture_habitants", groupe, ouverte: false },
      groupe: "Jeunes",
      par: "Nolwenn Kerbrat",
    });
  });

  it("has a name of its own, whatever its capitals", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    expect(await contrat.refusal(nolwenn, "creer_groupe", { nom: "BIEN VIÉILLIR" })).toBe("groupe_existe");
    await contrat.act(nolwenn, "renommer_groupe", { groupe, nom: "Bien Vieillir" });
    const { id } = await contrat.act(nolwenn, "creer_groupe", { nom: "Jeunes" });
    expect(await contrat.refusal(nolwenn, "renommer_groupe", { groupe: id, nom: "bien vieillir" })).toBe(
      "groupe_existe",
    );
  });

  it("is managed by its pilote, and no other groupe is; only the coordination makes one", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const partenaire = await contrat.person("Goulven", { groupe: ["partenaire"] });
    const { id: other } = await contrat.act(nolwenn, "creer_groupe", { nom: "Jeunes" });
    await contrat.act(pilote, "renommer_groupe", { groupe, nom: "Bien vieillir chez soi" });
    await contrat.act(pilote, "changer_membre_groupe", { groupe, personne: partenaire.id, roles: ["copilote"] });
    expect(await rolesIn(contrat, partenaire)).toEqual(["copilote"]);
    expect(await contrat.refusal(pilote, "renommer_groupe", { groupe: other, nom: "X" })).toBe("introuvable");
    expect(await contrat.refusal(pilote, "creer_groupe", { nom: "X" })).toBe("reserve_a_la_coordination");
    expect(await contrat.refusal(pilote, "jeter_groupe", { groupe })).toBe("reserve_a_la_coordination");
    const stranger = await aPerson("Inconnue");
    expect(
      await contrat.refusal(pilote, "changer_membre_groupe", { groupe, personne: stranger.id, roles: ["pilote"] }),
    ).toBe("membre_inconnu");
  });

  it("is joined by whom its pilote picks by name among the people of the contrat", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const partenaire = await contrat.person("Goulven", { groupe: ["partenaire"] });
    const elsewhere = await contrat.person("Anne", { contrat: ["copil"] });
    const { id: ccas } = await contrat.act(nolwenn, "creer_organisation", { nom: "CCAS", kind: "autre", siret: null });
    await contrat.act(nolwenn, "changer_membre", { personne: elsewhere.id, roles: ["copil"], organisation: ccas });
    await contrat.act(nolwenn, "retirer_membre", { personne: (await contrat.person("Parti")).id });
    // A name and an organisation, to tell namesakes apart: not what they are elsewhere.
    expect(await contrat.see(pilote, "personnes_hors_groupe", { groupe })).toEqual({
      personnes: [
        { id: elsewhere.id, nom: "Anne", organisation: "CCAS" },
        { id: nolwenn.id, nom: nolwenn.nom, organisation: null },
      ],
    });
    await expect(contrat.see(partenaire, "personnes_hors_groupe", { groupe })).rejects.toThrow("reserve_au_pilote");
    await expect(contrat.see(elsewhere, "personnes_hors_groupe", { groupe })).rejects.toThrow("introuvable");

    await contrat.act(pilote, "changer_membre_groupe", { groupe, personne: elsewhere.id, roles: ["partenaire"] });
    const { membres } = await contrat.see(pilote, "groupe", { groupe });
    expect(membres.map(({ nom }) => nom)).toEqual(["Baptiste", "Anne", "Goulven"]);
    const { personnes } = await contrat.see(pilote, "personnes_hors_groupe", { groupe });
    expect(personnes.map(({ nom }) => nom)).toEqual([nolwenn.nom]);
  });

  it("shows its page to its own and to the coordination alone", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const habitant = await contrat.person("Yvonne", { groupe: ["habitant"] });
    const cotech = await contrat.person("Sandrine", { contrat: ["comite_technique"] });
    const { id: organisation } = await contrat.act(nolwenn, "creer_organisation", {
      nom: "CCAS",
      kind: "medico_social",
      siret: null,
    });
    await contrat.act(nolwenn, "changer_membre", { personne: pilote.id, roles: [], organisation });

    const seen = await contrat.see(habitant, "groupe", { groupe });
    expect(seen.membres).toEqual([
      { id: pilote.id, nom: "Baptiste", organisation: { id: organisation, nom: "CCAS" }, roles: ["pilote"] },
      { id: habitant.id, nom: "Yvonne", organisation: null, roles: ["habitant"] },
    ]);
    expect(seen.droits.gerer_groupe).toEqual({ ok: false, code: "reserve_au_pilote" });
    expect([seen.demandes, seen.ateliers]).toEqual([null, null]);
    expect((await contrat.see(pilote, "groupe", { groupe: groupe.slice(0, 8) })).demandes).toEqual([]);
    await expect(contrat.see(cotech, "groupe", { groupe })).rejects.toThrow("introuvable");
    expect((await contrat.see(cotech, "groupes", {})).groupes).toEqual([]);
    expect((await contrat.see(nolwenn, "groupes", {})).groupes).toHaveLength(1);
    await expect(contrat.see(await aPerson("Inconnue"), "groupes", {})).rejects.toThrow("introuvable");
  });
});

describe("a call to join", () => {
  it("is read by everybody of the contrat, answered by whoever manages the groupe", async () => {
    const contrat = await aContrat();
    const { groupe } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const lecteur = await contrat.person("Loïc", { contrat: ["lecteur"] });
    expect(await contrat.refusal(lecteur, "demander_groupe", { groupe })).toBe("appel_ferme");
    await contrat.act(pilote, "changer_appel", { groupe, ouvert: true, texte: "Venez écrire avec nous." });
    expect((await contrat.see(lecteur, "groupes", {})).groupes).toMatchObject([
      {
        id: groupe,
        nom: "Bien vieillir",
        roles: [],
        appel: "Venez écrire avec nous.",
        demande: false,
        // What goes on in it is its own matter.
        fiches: null,
        membres: null,
        demandes: null,
        prochaine: null,
      },
    ]);
    await contrat.act(lecteur, "demander_groupe", { groupe });
    await contrat.act(lecteur, "demander_groupe", { groupe });
    expect((await contrat.see(lecteur, "groupes", {})).groupes[0]?.demande).toBe(true);
    expect((await contrat.see(pilote, "groupe", { groupe })).demandes).toMatchObject([{ id: lecteur.id, nom: "Loïc" }]);

    await contrat.act(pilote, "repondre_demande", { groupe, personne: lecteur.id, role: "habitant" });
    expect(await rolesIn(contrat, lecteur)).toEqual(["habitant"]);
    expect(await contrat.refusal(lecteur, "demander_groupe", { groupe })).toBe("deja_membre");
    expect(await contrat.refusal(pilote, "repondre_demande", { groupe, personne: lecteur.id, role: null })).toBe(
      "introuvable",
    );
  });

  it("may be answered no, and asked again", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const lecteur = await contrat.person("Loïc", { contrat: ["lecteur"] });
    await contrat.act(nolwenn, "changer_appel", { groupe, ouvert: true, texte: "" });
    await contrat.act(lecteur, "demander_groupe", { groupe });
    await contrat.act(nolwenn, "repondre_demande", { groupe, personne: lecteur.id, role: null });
    expect(await rolesIn(contrat, lecteur)).toEqual([]);
    await contrat.act(lecteur, "demander_groupe", { groupe });
    expect(await contrat.refusal(await aPerson("Inconnue"), "demander_groupe", { groupe })).toBe("introuvable");
  });
});

describe("a meeting", () => {
  const facts = { le: Date.UTC(2100, 0, 5, 14), lieu: "Mairie", lien: null, ordreDuJour: ["Les constats"] };

  it("is planned, moved, held and noted by whoever manages the groupe", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const habitant = await contrat.person("Yvonne", { groupe: ["habitant"] });
    const { id: reunion } = await contrat.act(pilote, "prevoir_reunion", { groupe, ...facts });
    const moved = { ...facts, le: facts.le + 3_600_000, lien: "https://visio.example/salle" };
    await contrat.act(nolwenn, "changer_reunion", { reunion, ...moved });
    await contrat.act(pilote, "noter_presence", { reunion, presents: [pilote.id], excuses: [habitant.id], autres: 3 });
    expect((await contrat.see(habitant, "groupe", { groupe })).reunions).toEqual([
      { id: reunion, ...moved, presence: { presents: [pilote.id], excuses: [habitant.id], autres: 3 }, notes: null },
    ]);
    expect(await contrat.refusal(habitant, "changer_reunion", { reunion, ...facts })).toBe("reserve_au_pilote");
    const stranger = await aPerson("Inconnue");
    expect(
      await contrat.refusal(pilote, "noter_presence", { reunion, presents: [stranger.id], excuses: [], autres: 0 }),
    ).toBe("membre_inconnu");
    expect(await contrat.refusal(stranger, "annuler_reunion", { reunion })).toBe("introuvable");
    expect(await contrat.refusal(pilote, "annuler_reunion", { reunion: anId<ReunionId>() })).toBe("introuvable");
  });

  it("shows the next one first, then those that were, the newest first", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const now = Date.now();
    for (const le of [now - 2e9, now + 3e9, now - 1e9, now + 1e9]) {
      await contrat.act(nolwenn, "prevoir_reunion", { groupe, ...facts, le });
    }
    const { reunions } = await contrat.see(nolwenn, "groupe", { groupe });
    expect(reunions.map(({ le }) => le - now)).toEqual([1e9, 3e9, -1e9, -2e9]);
  });

  it("has notes that whoever writes in the groupe opens and writes, and the others of it read", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const partenaire = await contrat.person("Goulven", { groupe: ["partenaire"] });
    const atelier = await contrat.person("Passant", { groupe: ["habitant_atelier"] });
    const cotech = await contrat.person("Sandrine", { contrat: ["comite_technique"] });
    const { id: reunion } = await contrat.act(nolwenn, "prevoir_reunion", { groupe, ...facts });
    expect(await contrat.refusal(atelier, "ouvrir_notes", { reunion })).toBe("habitant_atelier");
    const { id: notes } = await contrat.act(partenaire, "ouvrir_notes", { reunion });
    expect((await contrat.act(nolwenn, "ouvrir_notes", { reunion })).id).toBe(notes);
    expect(await env.DOCUMENT.getByName(notes).readNotes()).toEqual([]);
    expect(await contrat.door.judgeLive(partenaire.id, notes)).toMatchObject({ writes: true });
    expect(await contrat.door.judgeLive(atelier.id, notes)).toMatchObject({ writes: false });
    expect(await contrat.door.judgeLive(cotech.id, notes)).toBeNull();

    await contrat.act(nolwenn, "annuler_reunion", { reunion });
    expect(await contrat.door.judgeLive(partenaire.id, notes)).toBeNull();
    expect(await env.DOCUMENT.getByName(notes).readNotes()).toBeNull();
    const left = await runInDurableObject(env.DOCUMENT.getByName(notes), (_, { storage }) =>
      storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'").toArray(),
    );
    expect(left).toEqual([]);
  });
});
