import { describe, expect, it } from "vitest";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import { aContrat, aPerson } from "./a-contrat.ts";

describe("what an account says to its contrats", () => {
  it("is a name: the newest word stays, whatever comes late", async () => {
    const contrat = await aContrat();
    const anne = await contrat.person("Anne", { groupe: ["pilote"] });
    const nameIn = async () =>
      (await contrat.see(contrat.nolwenn, "groupe", { groupe: contrat.groupe })).membres[0]?.nom;
    await contrat.door.hearAccount(anne.id, 3, "Anne Le Gall");
    expect(await nameIn()).toBe("Anne Le Gall");
    await contrat.door.hearAccount(anne.id, 2, "Anne Avant");
    expect(await nameIn()).toBe("Anne Le Gall");
    // Nobody comes into a contrat by saying a name.
    const stranger = await aPerson("Inconnue");
    await contrat.door.hearAccount(stranger.id, 1, "Inconnue");
    expect(await contrat.door.listFor(stranger.id)).toBeNull();
  });

  it("is that it was closed: their rights end, their name is nowhere, what they did stays", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const anne = await contrat.person("Anne Confidentielle", { groupe: ["pilote"] });
    const { id: fiche } = await contrat.act(anne, "creer_fiche", { groupe, axe: axes[0] });
    await contrat.door.hearAccount(anne.id, 9, null);
    expect(await contrat.door.judgeLive(anne.id, fiche)).toBeNull();
    expect(await contrat.door.accessEnded(anne.id)).toBeNull();
    const { entrees, noms } = await contrat.see(nolwenn, "journal", {});
    expect(entrees.map(({ acte, par }) => [acte, par])).toEqual([
      ["fermer_compte", anne.id],
      ["creer_fiche", anne.id],
      ["creer_contrat", nolwenn.id],
    ]);
    expect(noms[anne.id]).toBeUndefined();
    const tables = await contrat.rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
    );
    for (const { name } of tables) {
      expect(JSON.stringify(await contrat.rows(`SELECT * FROM "${name}"`)), String(name)).not.toContain(
        "Confidentielle",
      );
    }
    await contrat.door.hearAccount(anne.id, 9, null);
    await contrat.door.hearAccount(anne.id, 10, "Anne Revenante");
    expect((await contrat.see(nolwenn, "journal", {})).entrees).toHaveLength(3);
  });

  it("is that two accounts are one person's: what one might the other may, and what the first did is hers", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const old = await contrat.person("A. Le Gall", { contrat: ["comite_technique"], groupe: ["pilote"] });
    const { id: fiche } = await contrat.act(old, "creer_fiche", { groupe, axe: axes[0] });
    const kept = await aPerson("Anne Le Gall");
    await contrat.door.joinAccounts(old.id, kept.id, "Anne Le Gall");
    await contrat.door.joinAccounts(old.id, kept.id, "Anne Le Gall");
    expect(await contrat.door.listFor(old.id)).toBeNull();
    expect((await contrat.door.listFor(kept.id))?.roles).toEqual(["comite_technique"]);
    expect(await contrat.door.judgeLive(kept.id, fiche)).toMatchObject({ writes: true });
    const { noms } = await contrat.see(nolwenn, "journal", {});
    expect(noms[old.id]).toBe("Anne Le Gall");
    // Closing the one account forgets the name of both.
    await contrat.door.hearAccount(kept.id, 5, null);
    const after = await contrat.see(nolwenn, "journal", {});
    expect([after.noms[old.id], after.noms[kept.id]]).toEqual([undefined, undefined]);
  });

  it("may leave unless the contrat would have nobody to coordinate it", async () => {
    const contrat = await aContrat();
    const anne = await contrat.person("Anne", { contrat: ["coordination"] });
    expect(await contrat.door.mayLeave(anne.id)).toBe(true);
    await contrat.act(anne, "quitter_contrat", {});
    expect(await contrat.door.mayLeave(contrat.nolwenn.id)).toBe(false);
  });

  it("is asked what the contrat keeps about its person: all of it, and nothing of the others", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const anne = await contrat.person("Anne", { groupe: ["habitant"] });
    const bob = await contrat.person("Bob", { groupe: ["pilote"] });
    await contrat.act(nolwenn, "changer_membre_groupe", { groupe, personne: anne.id, roles: ["partenaire"] });
    await contrat.act(nolwenn, "changer_membre", { personne: bob.id, roles: ["lecteur"], organisation: null });
    await contrat.act(nolwenn, "inviter", {
      adresse: "bob@exemple.fr" as Adresse,
      nom: null,
      organisation: null,
      place: { groupe, role: "pilote" },
    });
    const { id: reunion } = await contrat.act(bob, "prevoir_reunion", {
      groupe,
      le: 2e12,
      lieu: null,
      lien: null,
      ordreDuJour: [],
    });
    await contrat.act(bob, "noter_presence", { reunion, presents: [anne.id], excuses: [], autres: 0 });
    const data: unknown = await contrat.door.dataOf(anne.id);
    expect(data).toMatchObject({
      donnees: {
        nom: "Anne",
        rolesDansLesGroupes: [{ groupe, roles: ["partenaire"] }],
        dernierChangement: { change: { quoi: "roles_groupe" } },
        reunions: [{ id: reunion }],
        journal: [{ acte: "changer_membre_groupe" }],
      },
    });
    expect(JSON.stringify(data)).not.toMatch(/Bob|bob@/);
  });
});
