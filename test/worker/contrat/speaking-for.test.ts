import { describe, expect, it } from "vitest";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import type { OrganisationId } from "../../../shared/ids.ts";
import type { InvitationPlace } from "../../../shared/protocol/bodies/invitation.ts";
import { type AContrat, aContrat, anId, aPerson, mails } from "./a-contrat.ts";

/** A contrat with two organisations. */
async function withOrganisations() {
  const contrat = await aContrat();
  const add = async (nom: string): Promise<OrganisationId> =>
    (await contrat.act(contrat.nolwenn, "creer_organisation", { nom, kind: "autre", siret: null })).id;
  return { contrat, ccas: await add("CCAS"), msa: await add("MSA") };
}

/** Anne is invited there for this organisation; the token of her link. */
async function invited(
  contrat: AContrat,
  organisation: OrganisationId | null,
  place: InvitationPlace,
): Promise<string> {
  const adresse = "anne@exemple.fr" as Adresse;
  await contrat.act(contrat.nolwenn, "inviter", { adresse, nom: "Anne", organisation, place });
  return (await mails(contrat)).at(-1)?.token ?? "";
}

const TO_COPIL: InvitationPlace = { groupe: null, role: "copil" };

async function spokenFor({ nolwenn, see }: AContrat, id: string): Promise<OrganisationId | null | undefined> {
  return (await see(nolwenn, "membres", {})).membres.find((membre) => membre.id === id)?.organisation;
}

describe("whoever accepts an invitation", () => {
  it("speaks for whom they choose among the contrat's organisations, or for nobody", async () => {
    const { contrat, ccas, msa } = await withOrganisations();
    const chosen = async (said: OrganisationId | null | undefined) => {
      const anne = await aPerson("Anne");
      const token = await invited(contrat, ccas, TO_COPIL);
      expect(await contrat.door.openInvitation(token, anne.id)).toMatchObject({
        value: { organisation: ccas, organisations: [{ nom: "CCAS" }, { nom: "MSA" }] },
      });
      const done = await contrat.door.acceptInvitation(anne.id, token, { nom: "Anne", organisation: said });
      expect(done.ok).toBe(true);
      return spokenFor(contrat, anne.id);
    };
    expect(await chosen(undefined)).toBe(ccas);
    expect(await chosen(msa)).toBe(msa);
    expect(await chosen(null)).toBeNull();
  });

  it("is refused an organisation that the contrat does not have, and the invitation waits", async () => {
    const { contrat, ccas } = await withOrganisations();
    const anne = await aPerson("Anne");
    const token = await invited(contrat, ccas, TO_COPIL);
    const organisation = anId<OrganisationId>();
    expect(await contrat.door.acceptInvitation(anne.id, token, { nom: "Anne", organisation })).toEqual({
      ok: false,
      code: "organisation_inconnue",
    });
    expect(await spokenFor(contrat, anne.id)).toBeUndefined();
    expect(await contrat.door.openInvitation(token, null)).toMatchObject({ ok: true });
  });

  it("acts for one organisation in the whole contrat: a second invitation keeps it, unless they change it", async () => {
    const { contrat, ccas, msa } = await withOrganisations();
    const anne = await aPerson("Anne");
    await contrat.door.acceptInvitation(anne.id, await invited(contrat, ccas, TO_COPIL), { nom: "Anne" });
    const toGroupe: InvitationPlace = { groupe: contrat.groupe, role: "partenaire" };
    const second = await invited(contrat, msa, toGroupe);
    // What they speak for already is proposed to them, and to nobody else.
    expect(await contrat.door.openInvitation(second, anne.id)).toMatchObject({ value: { organisation: ccas } });
    expect(await contrat.door.openInvitation(second, null)).toMatchObject({ value: { organisation: msa } });
    await contrat.door.acceptInvitation(anne.id, second, { nom: "Anne" });
    expect(await spokenFor(contrat, anne.id)).toBe(ccas);

    const third = await invited(contrat, ccas, { groupe: null, role: "lecteur" });
    await contrat.door.acceptInvitation(anne.id, third, { nom: "Anne", organisation: msa });
    expect(await spokenFor(contrat, anne.id)).toBe(msa);
    const { membres } = await contrat.see(contrat.nolwenn, "groupe", { groupe: contrat.groupe });
    expect(membres.map(({ organisation }) => organisation?.nom)).toEqual(["MSA"]);
  });
});
