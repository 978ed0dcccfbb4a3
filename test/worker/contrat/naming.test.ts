import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import { ANNUAIRE } from "../../../worker/durable/names.ts";
import { type AContrat, aContrat, anId, aPerson, mails } from "./a-contrat.ts";

const ANNE = "anne@exemple.fr" as Adresse;
const BRUNO = "bruno@exemple.fr" as Adresse;

/** A contrat that nobody coordinates, as the annuaire knows it too. */
async function orphan(): Promise<AContrat> {
  const contrat = await aContrat({ membres: [], contratRoles: [] });
  await runInDurableObject(env.ANNUAIRE.getByName(ANNUAIRE), (_, { storage: { sql } }) => {
    sql.exec("UPDATE contrats SET coordonne = 0 WHERE id = ?", contrat.id);
  });
  return contrat;
}

async function awaited(contrat: AContrat) {
  return (await contrat.door.coordinationAwaited()) ?? [];
}

const isCoordinated = async ({ id }: AContrat) =>
  (await env.ANNUAIRE.getByName(ANNUAIRE).listContrats()).find((each) => each.id === id)?.coordonne;

describe("the administration, of a contrat that nobody coordinates", () => {
  it("invites somebody by mail in its own name; whoever accepts coordinates, and the annuaire hears of it", async () => {
    const contrat = await orphan();
    const { door } = contrat;
    const aline = await aPerson("Aline Le Goff");
    expect(await door.coordinationAwaited()).toEqual([]);
    expect(await door.nameCoordination(aline.id, aline.nom, { quoi: "inviter", adresse: ANNE })).toMatchObject({
      ok: true,
    });
    expect(await door.nameCoordination(aline.id, aline.nom, { quoi: "inviter", adresse: ANNE })).toEqual({
      ok: false,
      code: "deja_invitee",
    });
    const [mail] = await mails(contrat);
    expect(mail?.body).toContain("Aline Le Goff vous invite");
    expect(mail?.body).toContain("pour le coordonner");
    expect(await awaited(contrat)).toMatchObject([{ adresse: ANNE, etat: "envoyee" }]);
    // Inviting makes nobody a membre.
    expect(await door.listFor(aline.id)).toBeNull();
    expect(await isCoordinated(contrat)).toBe(false);

    const anne = await aPerson("Anne");
    await door.acceptInvitation(anne.id, mail?.token ?? "", { nom: "Anne" });
    expect((await door.listFor(anne.id))?.roles).toEqual(["coordination"]);
    expect(await door.coordinationAwaited()).toBeNull();
    expect(await isCoordinated(contrat)).toBe(true);
    expect(await env.ACCOUNT.getByName(anne.id).memberships()).toEqual([contrat.id]);
    const { entrees } = await contrat.see(anne, "journal", {});
    expect(entrees.map(({ acte, par }) => [acte, par])).toEqual(
      expect.arrayContaining([
        ["inviter", aline.id],
        ["accepter_invitation", anne.id],
      ]),
    );
  });

  it("takes an invitation back or sends it again, with a link that replaces the other", async () => {
    const contrat = await orphan();
    const { door } = contrat;
    const aline = await aPerson("Aline Le Goff");
    await door.nameCoordination(aline.id, aline.nom, { quoi: "inviter", adresse: ANNE });
    const first = (await mails(contrat)).at(-1)?.token ?? "";
    const invitation = (await awaited(contrat))[0]?.id ?? anId();
    expect(await door.nameCoordination(aline.id, aline.nom, { quoi: "relancer", invitation })).toMatchObject({
      ok: true,
    });
    const second = (await mails(contrat)).at(-1);
    expect(second?.body).toContain("Aline Le Goff vous invite");
    expect(await door.openInvitation(first, null)).toEqual({ ok: false, code: "invitation_inconnue" });
    await door.nameCoordination(aline.id, aline.nom, { quoi: "retirer", invitation });
    expect(await door.openInvitation(second?.token ?? "", null)).toEqual({ ok: false, code: "invitation_retiree" });
    expect(await awaited(contrat)).toEqual([]);
    expect(await door.nameCoordination(aline.id, aline.nom, { quoi: "retirer", invitation })).toEqual({
      ok: false,
      code: "introuvable",
    });
    expect(await door.nameCoordination(aline.id, aline.nom, { quoi: "inviter", adresse: BRUNO })).toMatchObject({
      ok: true,
    });
  });

  it("sees when the mail did not arrive, and no more once it is sent again", async () => {
    const contrat = await orphan();
    const aline = await aPerson("Aline Le Goff");
    await contrat.door.nameCoordination(aline.id, aline.nom, { quoi: "inviter", adresse: ANNE });
    await contrat.rows("UPDATE mails SET next = NULL, failure = 'refuse'");
    const [failed] = await awaited(contrat);
    expect(failed?.etat).toBe("courriel_en_echec");
    const invitation = failed?.id ?? anId();
    await contrat.door.nameCoordination(aline.id, aline.nom, { quoi: "relancer", invitation });
    expect((await awaited(contrat))[0]?.etat).toBe("envoyee");
  });
});

describe("the administration, of a contrat that somebody coordinates", () => {
  it("names nobody, withdraws nothing and is told of no address", async () => {
    const contrat = await aContrat();
    const { door, nolwenn } = contrat;
    const aline = await aPerson("Aline Le Goff");
    const place = { groupe: null, role: "coordination" } as const;
    const { id: invitation } = await contrat.act(nolwenn, "inviter", {
      adresse: ANNE,
      nom: null,
      organisation: null,
      place,
    });
    expect(await door.coordinationAwaited()).toBeNull();
    for (const naming of [
      { quoi: "inviter", adresse: BRUNO },
      { quoi: "relancer", invitation },
      { quoi: "retirer", invitation },
    ] as const) {
      expect(await door.nameCoordination(aline.id, aline.nom, naming)).toEqual({
        ok: false,
        code: "contrat_coordonne",
      });
    }
    expect((await contrat.see(nolwenn, "invitations", {})).invitations).toMatchObject([{ etat: "envoyee" }]);
  });
});
