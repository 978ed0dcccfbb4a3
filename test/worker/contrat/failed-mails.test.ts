import { describe, expect, it } from "vitest";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import { type AContrat, aContrat, aPerson, mails } from "./a-contrat.ts";

const ANNE = "anne@exemple.fr" as Adresse;

/** A contrat of which an invitation to its groupe could not be delivered; the number of the mail. */
async function withFailure(): Promise<{ contrat: AContrat; courriel: number }> {
  const contrat = await aContrat();
  const { nolwenn, groupe } = contrat;
  const place = { groupe, role: "partenaire" } as const;
  await contrat.act(nolwenn, "inviter", { adresse: ANNE, nom: null, organisation: null, place });
  await contrat.rows("UPDATE mails SET next = NULL, failure = 'refuse'");
  const { courriels } = await contrat.see(nolwenn, "courriels", {});
  expect(courriels).toMatchObject([{ destinataire: ANNE, raison: "refuse" }]);
  return { contrat, courriel: courriels[0]?.id ?? 0 };
}

const failuresOf = async (contrat: AContrat) => (await contrat.see(contrat.nolwenn, "courriels", {})).courriels;
const etatOf = async (contrat: AContrat) =>
  (await contrat.see(contrat.nolwenn, "invitations", {})).invitations[0]?.etat;
const actesOf = async (contrat: AContrat) =>
  (await contrat.see(contrat.nolwenn, "journal", {})).entrees.map(({ acte }) => acte);

describe("a mail that did not arrive", () => {
  it("is sent again with another link, and is then no failure any more", async () => {
    const { contrat, courriel } = await withFailure();
    expect(await contrat.act(contrat.nolwenn, "renvoyer_courriel", { courriel })).toEqual({ renvoyes: 1 });
    expect(await failuresOf(contrat)).toEqual([]);
    expect(await etatOf(contrat)).toBe("envoyee");
    const waiting = await mails(contrat);
    expect(waiting.map(({ to }) => to)).toEqual([ANNE]);
    expect(await contrat.door.openInvitation(waiting[0]?.token ?? "", null)).toMatchObject({ ok: true });
    expect(await actesOf(contrat)).toContain("relancer_invitation");
    // Somebody else presses too: nothing leaves twice.
    expect(await contrat.act(contrat.nolwenn, "renvoyer_courriel", { courriel })).toEqual({ renvoyes: 0 });
    expect(await mails(contrat)).toHaveLength(1);
  });

  it("is dismissed with an entry in the journal, and the invitation still says that it did not arrive", async () => {
    const { contrat, courriel } = await withFailure();
    await contrat.act(contrat.nolwenn, "ecarter_courriel", { courriel });
    expect(await failuresOf(contrat)).toEqual([]);
    expect(await etatOf(contrat)).toBe("courriel_en_echec");
    expect((await actesOf(contrat)).filter((acte) => acte === "ecarter_courriel")).toHaveLength(1);
    await contrat.act(contrat.nolwenn, "ecarter_courriel", { courriel });
    expect((await actesOf(contrat)).filter((acte) => acte === "ecarter_courriel")).toHaveLength(1);

    const { groupe, nolwenn } = contrat;
    const [invitation] = (await contrat.see(nolwenn, "invitations", {})).invitations;
    if (invitation === undefined) throw new Error("nobody is invited");
    await contrat.act(nolwenn, "relancer_invitation", { groupe, invitation: invitation.id });
    expect(await etatOf(contrat)).toBe("envoyee");
  });

  it("is the coordination's to see to, and not the pilote's", async () => {
    const { contrat, courriel } = await withFailure();
    const pilote = await contrat.person("Baptiste", { groupe: ["pilote"] });
    for (const acte of ["renvoyer_courriel", "ecarter_courriel"] as const) {
      expect(await contrat.refusal(pilote, acte, { courriel })).toBe("reserve_a_la_coordination");
    }
    expect(await failuresOf(contrat)).toHaveLength(1);
  });

  it.each(["withdrawn", "sent again", "accepted"])(
    "is forgotten with its address once the invitation is %s",
    async (how) => {
      const { contrat } = await withFailure();
      const { groupe, nolwenn } = contrat;
      const [invitation] = (await contrat.see(nolwenn, "invitations", {})).invitations;
      if (invitation === undefined) throw new Error("nobody is invited");
      const one = { groupe, invitation: invitation.id };
      if (how === "withdrawn") await contrat.act(nolwenn, "retirer_invitation", one);
      else {
        await contrat.act(nolwenn, "relancer_invitation", one);
        expect(await failuresOf(contrat)).toEqual([]);
      }
      if (how === "accepted") {
        const token = (await mails(contrat)).at(-1)?.token ?? "";
        await contrat.rows("UPDATE mails SET next = NULL, failure = 'refuse'");
        await contrat.door.acceptInvitation((await aPerson("Anne")).id, token, { nom: "Anne" });
      }
      expect(await failuresOf(contrat)).toEqual([]);
    },
  );
});
