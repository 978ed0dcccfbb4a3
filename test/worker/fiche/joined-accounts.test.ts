import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import type { DocumentId } from "../../../shared/ids.ts";
import type { InstructionBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import type { Shown } from "../../../shared/workflow/acts.ts";
import { Profile } from "../../../worker/account/profile.ts";
import { type AContrat, aContrat, aPerson, mails, type Person } from "../contrat/a-contrat.ts";

/** A fiche that the comité of a contrat examines: its first version is submitted in spite of what is missing. */
async function examined(contrat: AContrat) {
  const { nolwenn, groupe, axes } = contrat;
  const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
  const actes = async (by: Person) => {
    const context = await contrat.door.ficheContext(by.id, fiche, true);
    if (context === null) throw new Error("no context");
    const found = await env.DOCUMENT.getByName(fiche).actes(by.id, context);
    if (!found.ok) throw new Error(found.code);
    return found.value;
  };
  const { brouillon } = await actes(nolwenn);
  if (brouillon === null) throw new Error("no draft");
  const submit = { acte: "soumettre", empreinte: brouillon.empreinte, malgre: "Elle presse." } as const;
  expect(await contrat.ask(nolwenn, fiche, submit)).toBe("oui");
  const shown: Shown = { version: 1, empreinte: brouillon.empreinte };
  return { fiche, shown, actes };
}

async function instruction(contrat: AContrat, by: Person, fiche: DocumentId): Promise<Omit<InstructionBody, "noms">> {
  const context = await contrat.door.ficheContext(by.id, fiche, true);
  if (context === null) throw new Error("no context");
  const found = await env.DOCUMENT.getByName(fiche).instruction(by.id, context);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

const waits = async (contrat: AContrat, by: Person) =>
  (await contrat.door.attentesFor(by.id)).map(({ quoi, nombre }) => `${quoi} ${nombre}`);

const RESERVE = { sur: { partie: "constats", citation: "" }, texte: "Lesquels ?" } as const;

describe("what was done under an account that was joined to another", () => {
  it("is the person's: one avis, and their réserve to lift", async () => {
    const contrat = await aContrat();
    const old = await contrat.person("A. Le Gall", { contrat: ["comite_technique"] });
    const rachid = await contrat.person("Rachid", { contrat: ["comite_technique"] });
    const anne = await contrat.person("Anne Le Gall", { contrat: ["comite_technique"] });
    const { fiche, shown, actes } = await examined(contrat);
    const give = { acte: "rendre_avis", ...shown, raison: null } as const;
    // The later of the two is hers, whichever account it was given under.
    expect(await contrat.ask(anne, fiche, { ...give, sens: "abstention", reserves: [] })).toBe("oui");
    expect(await contrat.ask(old, fiche, { ...give, sens: "favorable_avec_reserves", reserves: [RESERVE] })).toBe(
      "oui",
    );
    await contrat.ask(contrat.nolwenn, fiche, { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." });
    expect(await waits(contrat, old)).toEqual(["reserve_a_lever 1"]);
    expect(await waits(contrat, anne)).toEqual([]);

    await contrat.door.joinAccounts(old.id, anne.id, anne.nom);
    expect(await waits(contrat, old)).toEqual([]);
    expect(await waits(contrat, anne)).toEqual(["reserve_a_lever 1"]);
    expect(await waits(contrat, rachid)).toEqual(["avis_a_donner 1"]);
    const seen = await instruction(contrat, anne, fiche);
    expect(seen.avis).toMatchObject([{ de: anne.id, sens: "favorable_avec_reserves" }]);
    expect(seen.moi).toMatchObject({ siege: true, avis: { sens: "favorable_avec_reserves" } });
    expect(seen.reserves).toMatchObject([{ de: anne.id, vivante: true }]);
    expect((await actes(anne)).actes.find(({ acte }) => acte === "lever_reserve")?.verdict.ok).toBe(true);

    const lift = { acte: "lever_reserve", reserve: 1, ...shown } as const;
    expect(await contrat.ask(rachid, fiche, lift)).toBe("pas_le_sien");
    expect(await contrat.ask(anne, fiche, lift)).toBe("oui");
    const decision = {
      acte: "relever_decision",
      ...shown,
      sens: "approuvee",
      date: new Date().toISOString().slice(0, 10),
      raison: null,
      mode: "seance",
      presents: [anne.id],
    } as const;
    expect(await contrat.ask(contrat.nolwenn, fiche, { ...decision, presents: [anne.id, old.id] })).toBe(
      "present_inconnu",
    );
    expect(await contrat.ask(contrat.nolwenn, fiche, decision)).toBe("oui");
    const [decided] = (await instruction(contrat, anne, fiche)).decisions;
    expect(decided?.compte).toMatchObject({ membres: 2, comptes: [anne.id], favorables: 1, sansAvis: 0 });
    // The journal keeps the ids that acted.
    const context = await contrat.door.ficheContext(anne.id, fiche, true);
    if (context === null) throw new Error("no context");
    const journal = await env.DOCUMENT.getByName(fiche).ficheJournal(context, null);
    expect(journal.ok && journal.value.entrees.map(({ par, event }) => [event.acte, par]).reverse()).toEqual([
      ["soumettre", contrat.nolwenn.id],
      ["rendre_avis", anne.id],
      ["rendre_avis", old.id],
      ["repondre_reserve", contrat.nolwenn.id],
      ["lever_reserve", anne.id],
      ["relever_decision", contrat.nolwenn.id],
    ]);
  });

  it("keeps its reason when it is confirmed under the other account", async () => {
    const contrat = await aContrat();
    const old = await contrat.person("A. Le Gall", { contrat: ["comite_technique"] });
    const anne = await aPerson("Anne Le Gall");
    const { fiche, shown } = await examined(contrat);
    const against = { acte: "rendre_avis", sens: "defavorable", raison: "Le budget manque.", reserves: [] } as const;
    expect(await contrat.ask(old, fiche, { ...against, ...shown })).toBe("oui");
    await contrat.door.joinAccounts(old.id, anne.id, anne.nom);
    await contrat.ask(contrat.nolwenn, fiche, { acte: "retirer", ...shown, raison: "Trop tôt." });
    const again = { acte: "soumettre", empreinte: shown.empreinte, malgre: "Elle presse." } as const;
    expect(await contrat.ask(contrat.nolwenn, fiche, again)).toBe("oui");
    expect(await waits(contrat, anne)).toEqual(["avis_a_confirmer 1"]);
    const second = { ...shown, version: 2 };
    expect(await contrat.ask(anne, fiche, { acte: "confirmer_avis", ...second })).toBe("oui");
    expect((await instruction(contrat, anne, fiche)).avis).toMatchObject([
      { de: anne.id, sens: "defavorable", raison: "Le budget manque.", version: 2, aConfirmer: false },
    ]);
  });

  it("takes part no more when either account declared so", async () => {
    const contrat = await aContrat();
    const old = await contrat.person("A. Le Gall", { contrat: ["comite_technique"] });
    const anne = await contrat.person("Anne Le Gall", { contrat: ["comite_technique"] });
    const { fiche, shown } = await examined(contrat);
    const give = { acte: "rendre_avis", ...shown, raison: null } as const;
    expect(await contrat.ask(anne, fiche, { ...give, sens: "favorable_avec_reserves", reserves: [RESERVE] })).toBe(
      "oui",
    );
    expect(await contrat.ask(old, fiche, { acte: "deporter", ...shown })).toBe("oui");
    await contrat.ask(contrat.nolwenn, fiche, { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." });
    await contrat.door.joinAccounts(old.id, anne.id, anne.nom);
    expect(await contrat.ask(anne, fiche, { ...give, sens: "favorable", reserves: [] })).toBe("deporte");
    expect(await waits(contrat, anne)).toEqual([]);
    expect((await instruction(contrat, anne, fiche)).reserves).toMatchObject([{ vivante: false }]);
  });

  it("is hers also where she had left the contrat under it, then or later", async () => {
    const contrat = await aContrat();
    const [old, older] = [
      await contrat.person("A. Le Gall", { contrat: ["comite_technique"] }),
      await contrat.person("A. Avant", { contrat: ["comite_technique"] }),
    ];
    const { fiche, shown } = await examined(contrat);
    const give = { acte: "rendre_avis", ...shown, raison: null } as const;
    for (const [index, by] of [old, older].entries()) {
      const reserves = [{ ...RESERVE, texte: `Réserve ${index + 1}` }];
      expect(await contrat.ask(by, fiche, { ...give, sens: "favorable_avec_reserves", reserves })).toBe("oui");
      await contrat.act(by, "quitter_contrat", {});
    }
    const anne = await aPerson("Anne Le Gall");
    // Her account says to a contrat that she comes into which accounts were joined to hers before.
    await runInDurableObject(env.ACCOUNT.getByName(anne.id), (_, { storage }) => {
      new Profile(storage.sql).addJoined([older.id]);
    });
    await contrat.act(contrat.nolwenn, "inviter", {
      adresse: "anne@sante.example" as Adresse,
      nom: null,
      organisation: null,
      place: { groupe: null, role: "comite_technique" },
    });
    const token = (await mails(contrat)).at(-1)?.token ?? "";
    expect(await contrat.door.acceptInvitation(anne.id, token, { nom: anne.nom })).toMatchObject({ ok: true });
    expect((await instruction(contrat, anne, fiche)).reserves).toMatchObject([{ de: old.id }, { de: anne.id }]);
    // And one that is joined while she is of it.
    await contrat.door.joinAccounts(old.id, anne.id, anne.nom);
    expect((await instruction(contrat, anne, fiche)).reserves).toMatchObject([{ de: anne.id }, { de: anne.id }]);
    // Of the two avis, the later.
    expect((await instruction(contrat, anne, fiche)).avis).toHaveLength(1);
    for (const reserve of [1, 2]) {
      expect(await contrat.ask(anne, fiche, { acte: "lever_reserve", reserve, ...shown })).toBe("oui");
    }
    expect(await contrat.door.namesOf([old.id, older.id])).toMatchObject({
      [old.id]: { nom: "Anne Le Gall" },
      [older.id]: { nom: "Anne Le Gall" },
    });
  });
});
