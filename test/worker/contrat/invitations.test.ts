import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import type { InvitationPlace } from "../../../shared/protocol/bodies/invitation.ts";
import { ring } from "../ring.ts";
import { type AContrat, aContrat, aPerson, mails, type Person } from "./a-contrat.ts";

const DAY_MS = 24 * 3_600_000;
const anne = { adresse: "anne@exemple.fr" as Adresse, nom: "Anne Le Gall", organisation: null };

/** Invites, before any alarm sends the mail; the token of the link. */
async function invited(contrat: AContrat, by: Person, place: InvitationPlace, whom = anne): Promise<string> {
  await contrat.act(by, "inviter", { ...whom, place });
  return (await mails(contrat)).at(-1)?.token ?? "";
}

function inGroupe(contrat: AContrat): InvitationPlace {
  return { groupe: contrat.groupe, role: "partenaire" };
}

/** As if so much time had passed for every invitation and workshop. */
async function later(contrat: AContrat, ms: number): Promise<void> {
  await runInDurableObject(contrat.door, (_, { storage }) => {
    storage.sql.exec("UPDATE invitations SET expire_le = expire_le - ?", ms);
    storage.sql.exec("UPDATE ateliers SET expire_le = expire_le - ?", ms);
  });
}

describe("an invitation by mail", () => {
  it("says who invites to what, and lets its holder in once, with the role and the organisation", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const { id: organisation } = await contrat.act(nolwenn, "creer_organisation", {
      nom: "CCAS",
      kind: "autre",
      siret: null,
    });
    await contrat.act(nolwenn, "inviter", { ...anne, organisation, place: inGroupe(contrat) });
    const [mail] = await mails(contrat);
    expect(mail).toMatchObject({ to: "anne@exemple.fr", subject: "Invitation\u202f: Contrat de l'essai" });
    expect(mail?.body).toContain("Nolwenn Kerbrat vous invite");
    expect(mail?.body).toContain(`http://127.0.0.1:8787/invitation/contrat-${contrat.id}#`);
    const token = mail?.token ?? "";
    expect(token).toMatch(/^[0-9a-z]{32}$/);
    // What is kept opens nothing.
    expect(JSON.stringify(await contrat.rows("SELECT * FROM invitations"))).not.toContain(token);

    expect(await contrat.door.openInvitation(token, null)).toMatchObject({
      ok: true,
      value: {
        contrat: "Contrat de l'essai",
        groupe: "Bien vieillir",
        role: "partenaire",
        organisation,
        organisations: [{ id: organisation, nom: "CCAS" }],
        par: "Nolwenn Kerbrat",
      },
    });
    const person = await aPerson("Anne Le Gall");
    expect(await contrat.door.acceptInvitation(person.id, token, { nom: person.nom })).toMatchObject({
      ok: true,
      value: { groupe },
    });
    const { membres } = await contrat.see(nolwenn, "groupe", { groupe });
    expect(membres).toEqual([
      { id: person.id, nom: "Anne Le Gall", organisation: { id: organisation, nom: "CCAS" }, roles: ["partenaire"] },
    ]);
    expect(await contrat.door.acceptInvitation((await aPerson("Autre")).id, token, { nom: "Autre" })).toEqual({
      ok: false,
      code: "invitation_utilisee",
    });
    // Whom it was for is not kept once they came.
    const [row] = await contrat.rows("SELECT adresse, nom FROM invitations");
    expect(row).toEqual({ adresse: null, nom: null });
  });

  it("tells apart what was used, withdrawn, too old, replaced, and what never was", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const codeOf = async (token: string) => {
      const opened = await contrat.door.openInvitation(token, null);
      return opened.ok ? "oui" : opened.code;
    };
    const place = inGroupe(contrat);
    const token = await invited(contrat, nolwenn, place);
    expect(await codeOf(token)).toBe("oui");
    for (const wrong of ["", "x", `${token}x`, token.toUpperCase(), "__proto__", "' OR 1=1 --"]) {
      expect(await codeOf(wrong), wrong).toBe("invitation_inconnue");
    }
    const invitation = (await contrat.see(nolwenn, "invitations", {})).invitations[0]?.id;
    if (invitation === undefined) throw new Error("nobody is invited");
    await contrat.act(nolwenn, "relancer_invitation", { groupe, invitation });
    const second = (await mails(contrat)).at(-1)?.token ?? "";
    expect([await codeOf(token), await codeOf(second)]).toEqual(["invitation_inconnue", "oui"]);
    await later(contrat, 30 * DAY_MS + 1);
    expect(await codeOf(second)).toBe("invitation_expiree");
    await contrat.act(nolwenn, "relancer_invitation", { groupe, invitation });
    const third = (await mails(contrat)).at(-1)?.token ?? "";
    await contrat.act(nolwenn, "retirer_invitation", { groupe, invitation });
    expect(await codeOf(third)).toBe("invitation_retiree");
    expect(await contrat.refusal(nolwenn, "relancer_invitation", { groupe, invitation })).toBe("introuvable");
    // A groupe that was thrown away takes nobody in.
    const other = await invited(contrat, nolwenn, place);
    await contrat.act(nolwenn, "jeter_groupe", { groupe });
    expect(await codeOf(other)).toBe("invitation_retiree");
  });

  it("to a groupe is its pilote's matter, to the contrat the coordination's", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const partenaire = await contrat.person("Goulven", { groupe: ["partenaire"] });
    const toContrat = { groupe: null, role: "coordination" } as const;
    expect(await contrat.refusal(pilote, "inviter", { ...anne, place: toContrat })).toBe("reserve_a_la_coordination");
    expect(await contrat.refusal(partenaire, "inviter", { ...anne, place: inGroupe(contrat) })).toBe(
      "reserve_au_pilote",
    );
    expect(await contrat.refusal(pilote, "inviter", { ...anne, place: inGroupe(contrat) })).toBe("oui");
    expect(await contrat.refusal(pilote, "inviter", { ...anne, place: inGroupe(contrat) })).toBe("deja_invitee");
    await contrat.act(nolwenn, "inviter", { ...anne, place: toContrat });

    const [own] = (await contrat.see(pilote, "invitations_groupe", { groupe })).invitations;
    expect(own).toMatchObject({
      etat: "envoyee",
      adresse: "anne@exemple.fr",
      par: "Baptiste",
      place: inGroupe(contrat),
    });
    await expect(contrat.see(pilote, "invitations", {})).rejects.toThrow("reserve_a_la_coordination");
    const all = (await contrat.see(nolwenn, "invitations", {})).invitations;
    expect(all).toHaveLength(2);
    // The coordination's own is not the pilote's to withdraw, by whatever address.
    const invitation = all.find(({ place }) => place.groupe === null)?.id;
    if (invitation === undefined) throw new Error("nobody is invited to the contrat");
    expect(await contrat.refusal(pilote, "retirer_invitation", { groupe, invitation })).toBe("introuvable");
    expect(await contrat.refusal(pilote, "retirer_invitation", { groupe: null, invitation })).toBe(
      "reserve_a_la_coordination",
    );
  });

  it("adds to what somebody is already, and keeps nobody at the door of a workshop", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const person = await contrat.person("Anne", { contrat: ["lecteur"], groupe: ["habitant_atelier"] });
    const token = await invited(contrat, nolwenn, inGroupe(contrat));
    await contrat.door.acceptInvitation(person.id, token, { nom: "Anne" });
    const { membres } = await contrat.see(nolwenn, "groupe", { groupe });
    expect(membres[0]?.roles).toEqual(["partenaire"]);
    const second = await invited(contrat, nolwenn, { groupe: null, role: "comite_technique" });
    await contrat.door.acceptInvitation(person.id, second, { nom: "Anne" });
    expect((await contrat.door.listFor(person.id))?.roles).toEqual(["comite_technique", "lecteur"]);
  });

  it("shows when its mail could not leave, and forgets whom it was for in the end", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    await invited(contrat, nolwenn, inGroupe(contrat));
    await runInDurableObject(contrat.door, (_, { storage }) => {
      storage.sql.exec("UPDATE mails SET next = NULL, failure = 'refuse'");
    });
    expect((await contrat.see(nolwenn, "invitations", {})).invitations[0]?.etat).toBe("courriel_en_echec");
    expect((await contrat.see(nolwenn, "courriels", {})).courriels).toMatchObject([
      { destinataire: "anne@exemple.fr" },
    ]);
    await later(contrat, 61 * DAY_MS);
    await ring(contrat.door, "oubli");
    expect((await contrat.see(nolwenn, "invitations_groupe", { groupe })).invitations).toMatchObject([
      { etat: "expiree", adresse: null, nom: null },
    ]);
  });
});

describe("a pasted list", () => {
  it("invites everybody in one act, and makes the organisations that it names", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    await contrat.act(nolwenn, "creer_organisation", { nom: "CPAM", kind: "assurance_maladie", siret: null });
    const texte = "Anne;anne@exemple.fr;cpam;pilote\nBruno;bruno@exemple.fr;Mission locale;\nchloe@exemple.fr";
    const done = await contrat.act(nolwenn, "inviter_liste", { texte, place: inGroupe(contrat) });
    expect(done).toEqual({ fait: true, invited: { invitations: 3, organisations: 1 } });
    expect((await mails(contrat)).map(({ to }) => to)).toEqual([
      "anne@exemple.fr",
      "bruno@exemple.fr",
      "chloe@exemple.fr",
    ]);
    const { invitations } = await contrat.see(nolwenn, "invitations", {});
    expect(invitations.map(({ adresse, place }) => [adresse, place.role]).sort()).toEqual([
      ["anne@exemple.fr", "pilote"],
      ["bruno@exemple.fr", "partenaire"],
      ["chloe@exemple.fr", "partenaire"],
    ]);
  });

  it("does nothing at all when one line is wrong", async () => {
    const contrat = await aContrat();
    const { nolwenn } = contrat;
    const place = inGroupe(contrat);
    await contrat.act(nolwenn, "inviter", { ...anne, place });
    const before = await contrat.rows("SELECT count(*) AS n FROM journal");
    const wrong = "Bruno;bruno@exemple.fr;Mission locale;\npas une adresse";
    expect(await contrat.act(nolwenn, "inviter_liste", { texte: wrong, place })).toEqual({
      fait: false,
      lignes: [{ ligne: 2, erreur: "adresse_absente" }],
    });
    const again = "Bruno;bruno@exemple.fr;Mission locale;\nanne@exemple.fr";
    expect(await contrat.act(nolwenn, "inviter_liste", { texte: again, place })).toEqual({
      fait: false,
      lignes: [{ ligne: 2, erreur: "deja_invitee" }],
    });
    expect(await mails(contrat)).toHaveLength(1);
    expect((await contrat.see(nolwenn, "organisations", {})).organisations).toEqual([]);
    expect(await contrat.rows("SELECT count(*) AS n FROM journal")).toEqual(before);
  });

  it("of a pilote gives no role outside the groupe", async () => {
    const contrat = await aContrat();
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const list = (place: InvitationPlace) => contrat.refusal(pilote, "inviter_liste", { texte: "a@exemple.fr", place });
    expect(await list({ groupe: null, role: "coordination" })).toBe("reserve_a_la_coordination");
    expect(await list(inGroupe(contrat))).toBe("oui");
  });
});

describe("the code of a workshop", () => {
  it("lets people in as residents who do not write, whatever the groupe says, and counts them", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe, axes } = contrat;
    const { id: fiche } = await contrat.act(nolwenn, "creer_fiche", { groupe, axe: axes[0] });
    const { code } = await contrat.act(nolwenn, "ouvrir_atelier", { groupe, jours: 2, usages: 2 });
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(JSON.stringify(await contrat.rows("SELECT * FROM ateliers"))).not.toContain(code.replace("-", ""));
    const yvonne = await aPerson("Yvonne");
    expect(await contrat.door.joinAtelier(yvonne.id, ` ${code.toLowerCase()} `, "Yvonne")).toMatchObject({ ok: true });
    expect(await contrat.door.judgeLive(yvonne.id, fiche)).toMatchObject({ writes: false });
    const [shown] = (await contrat.door.listFor(yvonne.id))?.fiches ?? [];
    expect(shown?.droits.ecrire).toEqual({ ok: false, code: "habitant_atelier" });

    // Twice is as once; a second person is the last one.
    await contrat.door.joinAtelier(yvonne.id, code, "Yvonne");
    await contrat.door.joinAtelier((await aPerson("Thierry")).id, code, "Thierry");
    expect((await contrat.see(nolwenn, "groupe", { groupe })).ateliers).toMatchObject([
      { etat: "epuise", usages: 2, usagesMax: 2 },
    ]);
    expect(await contrat.door.joinAtelier((await aPerson("Trop")).id, code, "Trop")).toEqual({
      ok: false,
      code: "atelier_epuise",
    });

    // The groupe admits her: then she writes as its residents do.
    await contrat.act(nolwenn, "changer_membre_groupe", { groupe, personne: yvonne.id, roles: ["habitant"] });
    expect(await contrat.door.judgeLive(yvonne.id, fiche)).toMatchObject({ writes: true });
  });

  it("tells apart what is closed, too old, and no code", async () => {
    const contrat = await aContrat();
    const { nolwenn, groupe } = contrat;
    const codeOf = async (code: string) => {
      const checked = await contrat.door.checkAtelier(code);
      return checked.ok ? "oui" : checked.code;
    };
    const { id: atelier, code } = await contrat.act(nolwenn, "ouvrir_atelier", { groupe, jours: 1, usages: 5 });
    const { code: other } = await contrat.act(nolwenn, "ouvrir_atelier", { groupe, jours: 1, usages: 5 });
    expect(await codeOf(code)).toBe("oui");
    for (const wrong of ["", "ACFH-JKLM", "toString", "'--", "ACFH-JKLM-ACFH"]) {
      expect(await codeOf(wrong), wrong).toBe("atelier_inconnu");
    }
    await contrat.act(nolwenn, "fermer_atelier", { atelier });
    expect(await codeOf(code)).toBe("atelier_ferme");
    await later(contrat, DAY_MS + 1);
    expect(await codeOf(other)).toBe("atelier_expire");
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    const partenaire = await contrat.person("Goulven", { groupe: ["partenaire"] });
    expect(await contrat.refusal(partenaire, "ouvrir_atelier", { groupe, jours: 1, usages: 5 })).toBe(
      "reserve_au_pilote",
    );
    expect(await contrat.refusal(partenaire, "fermer_atelier", { atelier })).toBe("reserve_au_pilote");
    expect(await contrat.refusal(pilote, "ouvrir_atelier", { groupe, jours: 1, usages: 5 })).toBe("oui");
  });

  it("of one contrat is nothing in another", async () => {
    const here = await aContrat();
    const there = await aContrat();
    const { code } = await here.act(here.nolwenn, "ouvrir_atelier", { groupe: here.groupe, jours: 1, usages: 5 });
    expect(await there.door.checkAtelier(code)).toEqual({ ok: false, code: "atelier_inconnu" });
  });
});
