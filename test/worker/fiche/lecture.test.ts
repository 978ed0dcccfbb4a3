import { SELF } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { shortId } from "../../../shared/ids.ts";
import type { OwnDataBody } from "../../../shared/protocol/bodies/account.ts";
import { ask, personaId } from "../http/asked.ts";
import { ORIGIN } from "../signed-in.ts";
import { AskedFiche, OK, TODAY } from "./asked.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

/** The reading view as this persona gets it; null: there is none for them. */
async function lecture(fiche: AskedFiche, persona: string): Promise<string | null> {
  const path = `/contrats/${SLUG}/fiches/x-${shortId(fiche.id)}/lecture`;
  const cookie = await fiche.cookie(persona);
  const response = await SELF.fetch(`${ORIGIN}${path}`, { headers: { cookie } });
  if (response.status === 404) return null;
  expect(response.status).toBe(200);
  return (await response.text()).replace(/<[^>]+>/g, "");
}

describe("the reading view", () => {
  it("shows who may not read the draft the version that they may, and says which", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    expect(await lecture(fiche, "cotech-1")).toBeNull();
    expect(await fiche.submit("coordinatrice")).toBe(OK);
    await fiche.write("partenaire", { constats: " Pas encore soumis." });

    const draft = await lecture(fiche, "partenaire");
    expect(draft).toContain("Pas encore soumis.");
    expect(draft).toContain("Document de travail\u202f: cette fiche n’est pas approuvée.");
    expect(draft).toContain("Rédaction");
    const version = (await lecture(fiche, "cotech-1")) ?? "";
    expect(version).toContain("Des mots.");
    expect(version).not.toContain("Pas encore soumis.");
    expect(version).toContain("Version 1 soumise");
    expect(version).toContain("Document de travail\u202f: la version 1 n’est pas approuvée.");
    const { empreinte } = await fiche.last();
    expect(version).toContain(`${empreinte.slice(0, 4)} ${empreinte.slice(4, 8)} … ${empreinte.slice(-4)}`);
    expect(version).not.toContain("Rédaction");
    expect(version).not.toContain("Jamais modifiée");
    expect(await lecture(fiche, "ars")).toBeNull();
  });

  it("says what was approved, and that the text was changed since", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    await fiche.submit("coordinatrice");
    for (const membre of ["cotech-1", "cotech-2"]) expect(await fiche.giveAvis(membre, "favorable")).toBe(OK);
    expect(await fiche.decideOn("cotech-1", "approuvee")).toBe(OK);
    const approved = /Version 1, approuvée le \d+(er)? \S+ \d{4}\./;
    expect(await lecture(fiche, "cotech-1")).toMatch(approved);
    expect(await lecture(fiche, "partenaire")).toMatch(approved);
    expect(await lecture(fiche, "partenaire")).not.toContain("Document de travail");

    await fiche.write("partenaire", { constats: " Ajouté depuis." });
    const draft = await lecture(fiche, "partenaire");
    expect(draft).toMatch(
      /Document de travail\u202f: modifiée depuis l’approbation du \d+(er)? \S+ \d{4}\. La version 1, /,
    );
    expect(draft).toContain("Ajouté depuis.");
    const version = await lecture(fiche, "cotech-1");
    expect(version).toMatch(approved);
    expect(version).toMatch(/Fiche modifiée depuis l’approbation du \d/);
    expect(version).not.toContain("Ajouté depuis.");

    expect(await fiche.submit("coordinatrice")).toBe(OK);
    const second = await lecture(fiche, "cotech-1");
    expect(second).toContain("Ajouté depuis.");
    expect(second).toMatch(/la version 2 n’est pas approuvée\. La version 1, approuvée le .*, fait toujours foi\./);
  });
});

describe("« Mes données »", () => {
  async function donnees(fiche: AskedFiche, persona: string): Promise<OwnDataBody> {
    const { status, body } = await ask("GET", "/api/compte/donnees", await fiche.cookie(persona));
    expect(status).toBe(200);
    // An answer of our own server.
    return body as OwnDataBody;
  }
  const actesOn = (data: OwnDataBody, fiche: AskedFiche) =>
    data.contrats.flatMap(({ fiches }) => fiches ?? []).find(({ id }) => id === fiche.id)?.actes;

  it("holds what the person did in the life of each fiche, with their own words, and nobody else's", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    await fiche.submit("coordinatrice");
    const reserves = [{ sur: { partie: "constats", citation: "mots" }, texte: "Lesquels, au juste ?" }];
    const avis = { raison: "À préciser d’abord.", reserves };
    expect(await fiche.giveAvis("cotech-2", "favorable_avec_reserves", avis)).toBe(OK);
    expect(await fiche.giveAvis("cotech-3", "favorable", { raison: "Rien à redire." })).toBe(OK);
    expect(await fiche.act("partenaire", { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." })).toBe(OK);
    expect(await fiche.decideOn("cotech-1", "ajournee", { raison: "À revoir en mars." })).toBe(OK);

    const { empreinte } = await fiche.last();
    const { version, le } = { version: 1, le: expect.any(Number) };
    expect(actesOn(await donnees(fiche, "cotech-2"), fiche)).toEqual([
      {
        numero: 2,
        le,
        role: "auteur",
        fait: { acte: "rendre_avis", version, empreinte, sens: "favorable_avec_reserves", ...avis },
      },
      { numero: 5, le, role: "compte", fait: { acte: "relever_decision", version, empreinte, date: TODAY } },
    ]);
    expect(actesOn(await donnees(fiche, "partenaire"), fiche)).toEqual([
      { numero: 4, le, role: "auteur", fait: { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." } },
    ]);
    const president = JSON.stringify(actesOn(await donnees(fiche, "cotech-1"), fiche));
    expect(president).toContain("À revoir en mars.");
    for (const other of ["cotech-2", "cotech-3", "partenaire"]) expect(president).not.toContain(personaId(other));
    for (const words of ["À préciser", "Rien à redire", "Ceux-ci"]) expect(president).not.toContain(words);
    expect(actesOn(await donnees(fiche, "coordinatrice"), fiche)).toMatchObject([
      { numero: 1, role: "auteur", fait: { acte: "soumettre", version, empreintes: { version: empreinte } } },
    ]);
    expect(actesOn(await donnees(fiche, "habitant-2"), fiche)).toBeUndefined();
  });
});
