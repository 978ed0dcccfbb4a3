import { SELF } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { AccessEndedBody, ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { ORIGIN, signInAs } from "../signed-in.ts";
import { ask, personaId, storyOf, verdict } from "./asked.ts";

const CHALLANS = storyOf("challans-gois-ocean-marais-de-monts");
const AT = `/api/contrats/${CHALLANS.slug}`;
// « Prévention pour les aînés »: « pilote » pilots it, « habitante » is not of the contrat.
const GROUPE = "fwg859awhv2ebce4";
const FICHE = "ayq6s3005tftaq5p";
const NO_ID = "0123456789abcdef";

let coordinatrice: string;
let pilote: string;
let habitante: string;
beforeAll(async () => {
  [coordinatrice, pilote, habitante] = await Promise.all([
    signInAs("coordinatrice"),
    signInAs("pilote"),
    signInAs("habitante"),
  ]);
});

const REUNION = { le: 4e12, lieu: "Mairie", lien: null, ordreDuJour: ["Un point"] };

/** Writing requests of the coordination that are right in every way. */
const RIGHT: readonly [method: string, path: string, body: object][] = [
  ["PUT", "/identite", { ...pick(CHALLANS, IDENTITE()), nom: CHALLANS.nom }],
  ["PUT", "/slug", { slug: CHALLANS.slug }],
  ["POST", "/stades", { stade: "evaluation", le: "2026-01-01" }],
  ["PUT", "/partage", { lecteurs: "aucune", regions: [] }],
  ["POST", "/axes", { parent: null, libelle: "Nouvel axe" }],
  ["POST", "/groupes", { nom: "Nouveau groupe" }],
  ["PUT", `/groupes/${GROUPE}/ecriture`, { habitantsEcrivent: true }],
  ["PUT", `/groupes/${GROUPE}/membres/${personaId("partenaire")}`, { roles: ["partenaire"] }],
  ["POST", `/groupes/${GROUPE}/reunions`, REUNION],
  ["POST", `/groupes/${GROUPE}/ateliers`, { jours: 3, usages: 5 }],
  ["POST", "/organisations", { nom: "Nouvelle organisation", kind: "autre", siret: null }],
  ["POST", "/invitations", { adresse: "x@exemple.fr", nom: null, organisation: null, role: "lecteur" }],
];

function IDENTITE() {
  return ["porteur", "territoire", "epci", "communes", "ars", "periode", "faits", "objectifsDeMethode"] as const;
}

function pick<Thing extends object, Key extends keyof Thing>(thing: Thing, keys: readonly Key[]): Pick<Thing, Key> {
  // Each key is one of the thing's.
  return Object.fromEntries(keys.map((key) => [key, thing[key]])) as Pick<Thing, Key>;
}

describe("a writing request", () => {
  it.each(RIGHT)(
    "%s %s: of another origin, for another host, without a session, or with a field too many, does nothing",
    async (method, path, body) => {
      const before = await journalLength();
      const foreign = { origin: "https://ailleurs.example" };
      expect(await verdict(method, AT + path, coordinatrice, body, foreign)).toBe("403 origine_refusee");
      expect(await verdict(method, AT + path, "", body)).toBe("401 session_absente");
      for (const extra of [{ role: "coordination", par: "x" }, { id: NO_ID }, { constructor: 1 }]) {
        const spoiled = { ...body, ...extra };
        // A field that the request has anyway is not one too many.
        if (Object.keys(extra).every((key) => key in body)) continue;
        expect(await verdict(method, AT + path, coordinatrice, spoiled)).toBe("400 corps_invalide");
      }
      const proto = JSON.stringify(body).replace("{", '{"__proto__":{"roles":["coordination"]},');
      expect(await verdict(method, AT + path, coordinatrice, proto)).toBe("400 corps_invalide");
      for (const wrong of ["", "[]", "null", "{", JSON.stringify([body])]) {
        expect(await verdict(method, AT + path, coordinatrice, wrong), wrong).toBe("400 corps_invalide");
      }
      expect(await journalLength()).toBe(before);
    },
  );

  it("for another host is answered by nobody", async () => {
    const elsewhere = await SELF.fetch(`http://ailleurs.example:8787${AT}/groupes`, {
      method: "POST",
      headers: { origin: ORIGIN, cookie: coordinatrice },
      body: JSON.stringify({ nom: "X" }),
    });
    expect([elsewhere.status, await elsewhere.json()]).toEqual([421, { refus: "hote_refuse" }]);
  });

  it("has bounds", async () => {
    const nom = (text: string) => verdict("POST", `${AT}/groupes`, coordinatrice, { nom: text });
    for (const wrong of ["", "   ", "x".repeat(201), "deux\nlignes", "nul\u0000", "droite\u202egauche"]) {
      expect(await nom(wrong), JSON.stringify(wrong)).toBe("400 corps_invalide");
    }
    const lien = (address: string) =>
      verdict("POST", `${AT}/groupes/${GROUPE}/reunions`, coordinatrice, { ...REUNION, lien: address });
    for (const wrong of [
      "javascript:alert(1)",
      "data:text/html,x",
      "https://a@b.example/",
      "visio",
      "http://",
      " https://a.fr",
    ]) {
      expect(await lien(wrong), wrong).toBe("400 corps_invalide");
    }
    expect(await lien("https://visio.exemple.fr/salle?n=1")).toBe("201");
  });
});

describe("what is asked about", () => {
  const guesses = [NO_ID, FICHE.toUpperCase(), "..%2F..%2Fetc", "__proto__", "constructor", "%00", "x", `${FICHE}0`];

  it("is nothing for whoever guesses, in the same words as for what does not exist", async () => {
    for (const guess of guesses) {
      for (const [method, path] of [
        ["GET", `/groupes/${guess}`],
        ["GET", `/fiches/${guess}`],
        ["PUT", `/fiches/${guess}/etat`],
        ["DELETE", `/fiches/${guess}`],
        ["DELETE", `/reunions/${guess}`],
        ["DELETE", `/ateliers/${guess}`],
        ["DELETE", `/axes/${guess}`],
      ] as const) {
        const body = method === "PUT" ? { etat: "brouillon" } : undefined;
        expect(await verdict(method, AT + path, coordinatrice, body), `${method} ${path}`).toBe("404 introuvable");
      }
    }
    for (const [method, path] of [
      ["GET", ""],
      ["GET", `/groupes/${GROUPE}`],
      ["GET", `/fiches/${FICHE}`],
      ["DELETE", `/fiches/${FICHE}`],
      ["POST", `/groupes/${GROUPE}/ateliers`],
      ["GET", "/journal"],
      ["GET", "/export"],
    ] as const) {
      const body = method === "POST" ? { jours: 1, usages: 1 } : undefined;
      expect(await verdict(method, AT + path, habitante, body), `${method} ${path}`).toBe("404 introuvable");
      expect(await verdict(method, `/api/contrats/nulle-part${path}`, habitante, body)).toBe("404 introuvable");
    }
  });

  it("is read by the first characters of its id, and changed by the whole of it", async () => {
    const short = GROUPE.slice(0, 8);
    expect(await verdict("GET", `${AT}/groupes/${short}`, coordinatrice)).toBe("200");
    const roles = { roles: ["pilote"] };
    const path = `${AT}/groupes/${short}/membres/${personaId("pilote")}`;
    expect(await verdict("PUT", path, coordinatrice, roles)).toBe("404 introuvable");
    expect(await verdict("POST", `${AT}/groupes/${short}/reunions`, coordinatrice, REUNION)).toBe("404 introuvable");
  });

  it("is of this contrat: what another one has does not exist here", async () => {
    const redon = storyOf("pays-de-redon");
    const theirs = redon.groupes[0]?.id ?? "";
    expect(await verdict("GET", `${AT}/groupes/${theirs}`, coordinatrice)).toBe("404 introuvable");
    expect(await verdict("DELETE", `${AT}/fiches/${redon.fiches[0]?.id}`, coordinatrice)).toBe("404 introuvable");
    const axe = redon.axes[0]?.id;
    expect(await verdict("POST", `${AT}/groupes/${GROUPE}/fiches`, coordinatrice, { axe })).toBe("422 axe_inconnu");
  });

  it("is never kept by a cache on the way", async () => {
    for (const path of ["", "/groupes", `/groupes/${GROUPE}`, "/membres", "/journal", "/journal/fichier", "/rien"]) {
      expect((await ask("GET", AT + path, coordinatrice)).headers.get("cache-control"), path).toBe("no-store");
    }
  });

  it("is asked in words that exist", async () => {
    for (const query of [
      "?a=1",
      "?acte=tout_effacer",
      "?personne=x",
      "?avant=0",
      "?avant=1&avant=2x",
      "?__proto__=1",
    ]) {
      expect(await verdict("GET", `${AT}/journal${query}`, coordinatrice), query).toBe("400 corps_invalide");
    }
    expect(await verdict("GET", `${AT}/groupes?tous=1`, coordinatrice)).toBe("400 corps_invalide");
    expect(await verdict("GET", `${AT}/journal?acte=creer_contrat&avant=2`, coordinatrice)).toBe("200");
  });
});

describe("the address of a contrat", () => {
  it("changes, and the old one keeps leading there; another contrat's is refused", async () => {
    expect(await verdict("PUT", `${AT}/slug`, coordinatrice, { slug: "cornouaille" })).toBe("409 slug_pris");
    expect(await verdict("PUT", `${AT}/slug`, pilote, { slug: "a-moi" })).toBe("403 reserve_a_la_coordination");
    expect(await verdict("PUT", `${AT}/slug`, coordinatrice, { slug: "challans-et-marais" })).toBe("204");
    for (const slug of [CHALLANS.slug, "challans-et-marais"]) {
      const { body } = await ask("GET", `/api/contrats/${slug}`, pilote);
      expect((body as ContratWithFiches).slug).toBe("challans-et-marais");
    }
    expect(await verdict("PUT", `${AT}/slug`, coordinatrice, { slug: CHALLANS.slug })).toBe("204");
    // Nobody took it by asking without the right to.
    expect(await verdict("GET", "/api/contrats/a-moi", coordinatrice)).toBe("404 introuvable");
  });
});

describe("somebody who was of the contrat", () => {
  it("reads since when they are not any more, and who decided", async () => {
    const cotech = await signInAs("cotech-3");
    expect(await verdict("GET", AT, cotech)).toBe("200");
    expect(await verdict("DELETE", `${AT}/membres/${personaId("cotech-3")}`, coordinatrice)).toBe("204");
    const { status, body } = await ask("GET", AT, cotech);
    expect(status).toBe(403);
    expect(body as AccessEndedBody).toMatchObject({
      refus: "acces_retire",
      contrat: CHALLANS.nom,
      changement: { change: { quoi: "retire_du_contrat" }, par: "Nolwenn Kerbrat" },
    });
    expect(await verdict("GET", `${AT}/groupes`, cotech)).toBe("404 introuvable");
    const mine = (await ask("GET", "/api/contrats", cotech)).body as { contrats: ContratWithFiches[] };
    expect(mine.contrats.map(({ slug }) => slug)).not.toContain(CHALLANS.slug);
  });
});

async function journalLength(): Promise<number> {
  const { body } = await ask("GET", `${AT}/journal/verification`, coordinatrice);
  return (body as { entrees: number }).entrees;
}
