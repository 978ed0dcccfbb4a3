import { beforeAll, describe, expect, it } from "vitest";
import type { GroupeBody } from "../../../shared/protocol/bodies/groupe.ts";
import type { ContratWithFiches, SessionBody } from "../../../shared/protocol/http-bodies.ts";
import { signInAs } from "../signed-in.ts";
import { ask, cookieOf, personaId, storyOf, verdict, waitingTokens } from "./asked.ts";

const CHALLANS = storyOf("challans-gois-ocean-marais-de-monts");
const AT = `/api/contrats/${CHALLANS.slug}`;
// « Prévention pour les aînés »: « pilote » pilots it, « habitante » is not of the contrat.
const GROUPE = "fwg859awhv2ebce4";
const FICHE = "ayq6s3005tftaq5p";

let pilote: string;
let habitante: string;
beforeAll(async () => {
  [pilote, habitante] = await Promise.all([signInAs("pilote"), signInAs("habitante")]);
});

describe("an invitation", () => {
  async function invite(adresse: string, nom: string | null = "Anne Le Gall"): Promise<string> {
    const body = { adresse, nom, organisation: null, role: "partenaire" };
    expect(await verdict("POST", `${AT}/groupes/${GROUPE}/invitations`, pilote, body)).toBe("201");
    return (await waitingTokens(CHALLANS.id)).get(adresse) ?? "";
  }
  const accept = (cookie: string, jeton: string, nom: string | null = null) =>
    ask("POST", `${AT}/invitation/acceptation`, cookie, { jeton, nom });

  it("is read without being used up, and makes an account and a session for whoever reads its address", async () => {
    const jeton = await invite("anne@exemple.fr");
    for (let i = 0; i < 2; i++) {
      const opened = await ask("POST", `${AT}/invitation`, "", { jeton });
      expect(opened.body).toMatchObject({
        contrat: CHALLANS.nom,
        groupe: "Prévention pour les aînés",
        role: "partenaire",
      });
    }
    const accepted = await accept("", jeton, "Anne Le Gall-Riou");
    expect(accepted).toMatchObject({ status: 200, body: { contrat: CHALLANS.slug, groupe: GROUPE } });
    const cookie = cookieOf(accepted);
    const session = (await ask("GET", "/api/session", cookie)).body as SessionBody;
    expect(session.account.nom).toBe("Anne Le Gall-Riou");
    const page = (await ask("GET", `${AT}/groupes/${GROUPE}`, cookie)).body as GroupeBody;
    expect(page.membres.find(({ id }) => id === session.account.id)?.roles).toEqual(["partenaire"]);
    const mine = (await ask("GET", "/api/contrats", cookie)).body as { contrats: ContratWithFiches[] };
    expect(mine.contrats.map(({ slug }) => slug)).toEqual([CHALLANS.slug]);
    expect(await verdict("POST", `${AT}/invitation`, "", { jeton })).toBe("410 invitation_utilisee");
  });

  it("is for its address alone", async () => {
    const jeton = await invite("bruno@exemple.fr");
    // Somebody else, signed in.
    expect(await accept(habitante, jeton)).toMatchObject({ status: 403, body: { refus: "invitation_autre_adresse" } });
    // Somebody who has an account: a link of thirty days does not stand for them.
    const known = await invite("yvonne.perrot@coaction.example");
    expect(await accept("", known)).toMatchObject({ status: 401, body: { refus: "invitation_compte_existant" } });
    const joined = await accept(habitante, known);
    expect(joined).toMatchObject({ status: 200, body: { groupe: GROUPE } });
    expect(cookieOf(joined)).toBe("");
    expect(await verdict("GET", `${AT}/groupes/${GROUPE}`, habitante)).toBe("200");
  });

  it("asks how somebody is called, when nobody said", async () => {
    const jeton = await invite("chloe@exemple.fr", null);
    expect(await accept("", jeton)).toMatchObject({ status: 422, body: { refus: "nom_attendu" } });
    expect(await accept("", jeton, "<b>Chloé</b>")).toMatchObject({ status: 400 });
    expect(await accept("", jeton, "Chloé")).toMatchObject({ status: 200 });
  });

  it("that never was is the same as a contrat that is not there", async () => {
    for (const at of [AT, "/api/contrats/nulle-part"]) {
      expect(await verdict("POST", `${at}/invitation`, "", { jeton: "x".repeat(32) })).toBe("404 invitation_inconnue");
      expect(await verdict("POST", `${at}/invitation/acceptation`, "", { jeton: "x", nom: "X" })).toBe(
        "404 invitation_inconnue",
      );
      expect(await verdict("POST", `${at}/atelier`, "", { code: "ACFH-JKLM", nom: "X" })).toBe("404 atelier_inconnu");
    }
  });

  it("by a list is all or nothing, with what is wrong line by line", async () => {
    const list = (texte: string) =>
      ask("POST", `${AT}/groupes/${GROUPE}/invitations/liste`, pilote, { texte, role: "partenaire" });
    expect(await list("david@exemple.fr\n???")).toMatchObject({
      status: 422,
      body: { refus: "liste_invalide", lignes: [{ ligne: 2, erreur: "adresse_absente" }] },
    });
    expect(await list("david@exemple.fr\nElsa;elsa@exemple.fr;;habitante")).toMatchObject({
      status: 201,
      body: { invitations: 2, organisations: 0 },
    });
    const asked = await ask("POST", `${AT}/invitations/liste`, pilote, { texte: "f@exemple.fr", role: "coordination" });
    expect(asked).toMatchObject({ status: 403, body: { refus: "reserve_a_la_coordination" } });
  });
});

describe("the code of a workshop", () => {
  async function openWorkshop(): Promise<string> {
    const { body } = await ask("POST", `${AT}/groupes/${GROUPE}/ateliers`, pilote, { jours: 1, usages: 5 });
    return (body as { code: string }).code;
  }

  it("makes an account and a session on this device, for somebody who reads and does not write", async () => {
    const code = await openWorkshop();
    expect(await verdict("POST", `${AT}/atelier`, "", { code, nom: null })).toBe("422 nom_attendu");
    const joined = await ask("POST", `${AT}/atelier`, "", { code, nom: "Odile" });
    expect(joined).toMatchObject({ status: 200, body: { contrat: CHALLANS.slug, groupe: GROUPE } });
    const cookie = cookieOf(joined);
    const found = (await ask("GET", `${AT}/fiches/${FICHE}`, cookie)).body as { fiche: { droits: object } };
    expect(found.fiche.droits).toMatchObject({ lire: { ok: true }, ecrire: { ok: false, code: "habitant_atelier" } });
  });

  it("adds somebody who is signed in under their own name, whatever they type", async () => {
    const code = await openWorkshop();
    const cotech = await signInAs("cotech-2");
    expect(await verdict("POST", `${AT}/atelier`, cotech, { code, nom: "Quelqu’un d’autre" })).toBe("200");
    const page = (await ask("GET", `${AT}/groupes/${GROUPE}`, pilote)).body as GroupeBody;
    expect(page.membres.find(({ id }) => id === personaId("cotech-2"))).toMatchObject({
      nom: "Rachid Hamdi",
      roles: ["habitant_atelier"],
    });
  });

  it("is not tried for ever from one network", async () => {
    const guess = () => verdict("POST", `${AT}/atelier`, "", { code: "ACFH-JKLM", nom: "X" });
    let tries = 0;
    let last = "";
    while (tries < 2_000 && last !== "429 trop_d_essais") {
      last = await guess();
      tries += 1;
    }
    expect(last).toBe("429 trop_d_essais");
  });
});
