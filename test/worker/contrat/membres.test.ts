import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { ContratRole } from "../../../shared/domain/contrat.ts";
import { REGLE_DEFAULT } from "../../../shared/domain/instance.ts";
import type { OrganisationId } from "../../../shared/ids.ts";
import { type AContrat, aContrat, anId, aPerson, type Person } from "./a-contrat.ts";

async function rolesOf(contrat: AContrat, person: Person): Promise<readonly ContratRole[]> {
  return (await contrat.door.listFor(person.id))?.roles ?? [];
}

function makes(contrat: AContrat, by: Person, personne: Person, roles: readonly ContratRole[]) {
  return contrat.refusal(by, "changer_membre", { personne: personne.id, roles, organisation: null });
}

describe("what a person is in the contrat", () => {
  it("is said by the coordination, and the person reads by whom", async () => {
    const contrat = await aContrat();
    const anne = await contrat.person("Anne");
    const bob = await contrat.person("Bob");
    expect(await makes(contrat, anne, anne, ["coordination"])).toBe("reserve_a_la_coordination");
    expect(await makes(contrat, contrat.nolwenn, anne, ["comite_technique", "lecteur"])).toBe("oui");
    expect(await rolesOf(contrat, anne)).toEqual(["comite_technique", "lecteur"]);
    expect((await contrat.door.listFor(anne.id))?.changement).toMatchObject({
      change: { quoi: "roles_contrat", roles: ["comite_technique", "lecteur"] },
      par: "Nolwenn Kerbrat",
    });
    expect(await makes(contrat, contrat.nolwenn, await aPerson("Inconnue"), ["lecteur"])).toBe("membre_inconnu");
    await expect(contrat.see(bob, "membres", {})).rejects.toThrow("reserve_a_la_coordination");
    const { membres } = await contrat.see(contrat.nolwenn, "membres", {});
    expect(membres.map(({ nom }) => nom).sort()).toEqual(["Anne", "Bob", "Nolwenn Kerbrat"]);
  });

  it("is whom they speak for: one organisation, known to the contrat", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    const anne = await contrat.person("Anne");
    const cpam = { nom: "CPAM", kind: "assurance_maladie", siret: null } as const;
    const { id: organisation } = await contrat.act(nolwenn, "creer_organisation", cpam);
    await contrat.act(nolwenn, "changer_membre", { personne: anne.id, roles: [], organisation });
    expect(await contrat.refusal(nolwenn, "creer_organisation", { ...cpam, nom: "cpam" })).toBe("organisation_existe");
    expect(await contrat.refusal(nolwenn, "retirer_organisation", { organisation })).toBe("organisation_utilisee");
    const unknown = anId<OrganisationId>();
    expect(
      await contrat.refusal(nolwenn, "changer_membre", { personne: anne.id, roles: [], organisation: unknown }),
    ).toBe("organisation_inconnue");
    await contrat.act(nolwenn, "changer_membre", { personne: anne.id, roles: [], organisation: null });
    await contrat.act(nolwenn, "retirer_organisation", { organisation });
    expect((await contrat.see(anne, "organisations", {})).organisations).toEqual([]);
  });

  it("ends at once: they are told why, and everybody else that there is nothing", async () => {
    const contrat = await aContrat();
    const anne = await contrat.person("Anne", { groupe: ["partenaire"] });
    await contrat.act(contrat.nolwenn, "retirer_membre", { personne: anne.id });
    expect(await contrat.door.listFor(anne.id)).toBeNull();
    expect(await contrat.door.accessEnded(anne.id)).toMatchObject({
      refus: "acces_retire",
      contrat: "Contrat de l'essai",
      changement: { change: { quoi: "retire_du_contrat" }, par: "Nolwenn Kerbrat" },
    });
    expect(await contrat.door.accessEnded((await aPerson("Inconnue")).id)).toBeNull();
    expect(await contrat.door.accessEnded(contrat.nolwenn.id)).toBeNull();
    expect(await env.ACCOUNT.getByName(anne.id).memberships()).toEqual([]);
  });
});

describe("the coordination", () => {
  it("never leaves a contrat alone", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    expect(await contrat.refusal(nolwenn, "quitter_contrat", {})).toBe("derniere_coordination");
    expect(await contrat.refusal(nolwenn, "retirer_membre", { personne: nolwenn.id })).toBe("derniere_coordination");
    expect(await makes(contrat, nolwenn, nolwenn, ["lecteur"])).toBe("derniere_coordination");
    expect(await contrat.door.mayLeave(nolwenn.id)).toBe(false);
  });

  it("is handed over in one act, and then its first holder may leave", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    const anne = await contrat.person("Anne", { contrat: ["lecteur"] });
    const stranger = await aPerson("Inconnue");
    expect(await contrat.refusal(nolwenn, "transmettre_coordination", { successeur: stranger.id })).toBe(
      "membre_inconnu",
    );
    expect(await contrat.refusal(nolwenn, "transmettre_coordination", { successeur: nolwenn.id })).toBe(
      "membre_inconnu",
    );
    expect(await contrat.refusal(anne, "transmettre_coordination", { successeur: nolwenn.id })).toBe(
      "reserve_a_la_coordination",
    );
    await contrat.act(nolwenn, "transmettre_coordination", { successeur: anne.id });
    expect(await rolesOf(contrat, anne)).toEqual(["coordination", "lecteur"]);
    expect(await rolesOf(contrat, nolwenn)).toEqual([]);
    expect(await contrat.refusal(nolwenn, "creer_groupe", { nom: "X" })).toBe("reserve_a_la_coordination");
    expect(await contrat.door.mayLeave(nolwenn.id)).toBe(true);
    await contrat.act(nolwenn, "quitter_contrat", {});
    expect(await contrat.door.listFor(nolwenn.id)).toBeNull();
  });
});

describe("a body", () => {
  it("is presided, and in their absence, by two of its membres", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    const anne = await contrat.person("Anne", { contrat: ["comite_technique"] });
    const bob = await contrat.person("Bob", { contrat: ["comite_technique"] });
    const other = await contrat.person("Chloé", { contrat: ["copil"] });
    const preside = (president: Person | null, remplacant: Person | null) =>
      contrat.refusal(nolwenn, "changer_presidence", {
        instance: "comite_technique",
        president: president?.id ?? null,
        remplacant: remplacant?.id ?? null,
      });
    expect(await preside(other, null)).toBe("membre_inconnu");
    expect(await preside(anne, anne)).toBe("presidence_double");
    expect(await preside(anne, bob)).toBe("oui");
    expect(await rolesOf(contrat, anne)).toEqual(["comite_technique", "president_comite_technique"]);
    expect(await preside(bob, null)).toBe("oui");
    expect(await rolesOf(contrat, anne)).toEqual(["comite_technique"]);
    const [body] = (await contrat.see(other, "instances", {})).instances;
    expect(body).toMatchObject({
      kind: "comite_technique",
      nom: "Comité technique",
      president: bob.id,
      remplacant: null,
    });
    expect(body?.membres.map(({ nom }) => nom).sort()).toEqual(["Anne", "Bob"]);
  });

  it("loses its president when they sit in it no more", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    const anne = await contrat.person("Anne", { contrat: ["comite_technique", "president_comite_technique"] });
    expect(await makes(contrat, nolwenn, anne, ["comite_technique", "lecteur"])).toBe("oui");
    expect(await rolesOf(contrat, anne)).toContain("president_comite_technique");
    expect(await makes(contrat, nolwenn, anne, ["lecteur"])).toBe("oui");
    expect(await rolesOf(contrat, anne)).toEqual(["lecteur"]);
  });

  it("decides by the rule that the coordination wrote, which says how many must be there today", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    for (const nom of ["Anne", "Bob", "Chloé"]) await contrat.person(nom, { contrat: ["copil"] });
    const regle = { ...REGLE_DEFAULT, quorum: { en: "part", pourcent: 60 } } as const;
    await contrat.act(nolwenn, "changer_instance", { instance: "copil", nom: "Comité des élus", regle });
    const body = (await contrat.see(nolwenn, "instances", {})).instances.find(({ kind }) => kind === "copil");
    expect(body).toMatchObject({ nom: "Comité des élus", regle, quorum: 2 });
    expect((await contrat.door.listFor(nolwenn.id))?.instances).toEqual(["Comité technique", "Comité des élus"]);
  });
});

describe("what a contrat says of itself", () => {
  const facts = {
    nom: "Contrat local de santé du Pays",
    porteur: "Communauté",
    territoire: "Pays, 2 communes",
    epci: ["Communauté"],
    communes: ["Ici", "Là"],
    ars: ["ARS Bretagne", "ARS Pays de la Loire"],
    periode: "2025-2030",
    faits: [],
    objectifsDeMethode: ["Associer les habitants"],
  };

  it("is changed by the coordination, and the annuaire hears of its name and slug", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    const anne = await contrat.person("Anne");
    expect(await contrat.refusal(anne, "changer_identite", facts)).toBe("reserve_a_la_coordination");
    await contrat.act(nolwenn, "changer_identite", facts);
    expect(await contrat.door.listFor(anne.id)).toMatchObject({ ...facts, stade: "prefiguration" });
    const slug = `pays-${contrat.id}`;
    await contrat.act(nolwenn, "changer_slug", { slug });
    expect((await contrat.see(anne, "identite", {})).slugs).toEqual([slug, `contrat-${contrat.id}`]);
    const listed = (await env.ANNUAIRE.getByName("annuaire").listContrats()).find(({ id }) => id === contrat.id);
    expect(listed).toMatchObject({ nom: facts.nom, slug });
  });

  it("passes its stades one by one, each with its day", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    await contrat.act(nolwenn, "passer_stade", { stade: "diagnostic", le: "2025-02-03" });
    expect(await contrat.refusal(nolwenn, "passer_stade", { stade: "diagnostic", le: "2025-02-04" })).toBe(
      "stade_deja",
    );
    await contrat.act(nolwenn, "passer_stade", { stade: "elaboration", le: "2025-06-01" });
    expect((await contrat.door.listFor(nolwenn.id))?.stade).toBe("elaboration");
    expect((await contrat.see(nolwenn, "identite", {})).stades).toEqual([
      { stade: "diagnostic", le: "2025-02-03" },
      { stade: "elaboration", le: "2025-06-01" },
    ]);
  });

  it("names who signs it, in order, among its organisations", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    const { id: ars } = await contrat.act(nolwenn, "creer_organisation", {
      nom: "ARS Bretagne",
      kind: "agence_regionale_de_sante",
      siret: null,
    });
    const signataire = { representant: "La directrice", qualite: "Directrice générale", delibereLe: "2025-01-31" };
    await contrat.act(nolwenn, "changer_signataires", { signataires: [{ organisation: ars, ...signataire }] });
    expect((await contrat.see(nolwenn, "identite", {})).signataires).toEqual([
      { organisation: ars, ...signataire, nom: "ARS Bretagne" },
    ]);
    const unknown = { organisation: anId<OrganisationId>(), ...signataire };
    expect(await contrat.refusal(nolwenn, "changer_signataires", { signataires: [unknown] })).toBe(
      "organisation_inconnue",
    );
    expect(await contrat.refusal(nolwenn, "retirer_organisation", { organisation: ars })).toBe("organisation_utilisee");
  });
});
