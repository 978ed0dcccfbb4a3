import type { IdentiteBody, PartageBody } from "../../shared/protocol/bodies/contrat.ts";
import type { InstancesBody } from "../../shared/protocol/bodies/instance.ts";
import type { ContratWithFiches } from "../../shared/protocol/http-bodies.ts";
import { DRIVEN_OF_A_FICHE, type Prepare } from "./driven-fiche-routes.ts";
import { ask } from "./instance.ts";
import { AT, made, must, newcomer, REUNION, type Stage } from "./matrice-stage.ts";

let last = 0;

/** A name that nothing else has. */
function fresh(word: string): string {
  last += 1;
  return `${word} ${last}`;
}

const personField = () => ({ adresse: `${fresh("a").replace(" ", "")}@exemple.fr`, nom: null, organisation: null });

async function contratOf(stage: Stage): Promise<ContratWithFiches> {
  return (await must(stage, "GET", "")).body as ContratWithFiches;
}

/**
 * How each route of a contrat is driven, by its name in the table of routes without the address of the contrat. Those
 * that make somebody leave are last: who left is brought back before the next situation.
 */
export const DRIVEN: ReadonlyMap<string, Prepare> = new Map<string, Prepare>([
  ["GET ", () => ({ path: "" })],
  ["GET /identite", () => ({ path: "/identite" })],
  [
    "PUT /identite",
    async (stage) => {
      const { nom, porteur, territoire, epci, communes, ars, periode, faits, objectifsDeMethode } =
        await contratOf(stage);
      const body = { nom, porteur, territoire, epci, communes, ars, periode, faits, objectifsDeMethode };
      return { path: "/identite", body };
    },
  ],
  ["PUT /slug", async (stage) => ({ path: "/slug", body: { slug: (await contratOf(stage)).slug } })],
  [
    "POST /stades",
    async (stage) => {
      const stade = (await contratOf(stage)).stade === "evaluation" ? "mise_en_oeuvre" : "evaluation";
      return { path: "/stades", body: { stade, le: "2026-01-01" } };
    },
  ],
  [
    "PUT /signataires",
    async (stage) => {
      const { signataires } = (await must(stage, "GET", "/identite")).body as IdentiteBody;
      return { path: "/signataires", body: { signataires: signataires.map(({ nom: _, ...each }) => each) } };
    },
  ],
  ["GET /partage", () => ({ path: "/partage" })],
  [
    "PUT /partage",
    async (stage) => {
      const { lecteurs, regions } = (await must(stage, "GET", "/partage")).body as PartageBody;
      return { path: "/partage", body: { lecteurs, regions } };
    },
  ],
  ["GET /export", () => ({ path: "/export" })],

  ["POST /axes", (stage) => ({ path: "/axes", body: { parent: stage.axes[1], libelle: fresh("Objectif") } })],
  [
    "PUT /axes/:axe",
    async (stage) => ({ path: `/axes/${await objectif(stage)}`, body: { libelle: fresh("Objectif") } }),
  ],
  [
    "PUT /axes/:axe/place",
    async (stage) => ({ path: `/axes/${await objectif(stage)}/place`, body: { parent: stage.axes[1], rang: 0 } }),
  ],
  ["DELETE /axes/:axe", async (stage) => ({ path: `/axes/${await objectif(stage)}` })],

  ["GET /fiches/:fiche", ({ fiche }) => ({ path: `/fiches/${fiche}` })],
  [
    "POST /groupes/:groupe/fiches",
    ({ groupe, axes }) => ({ path: `/groupes/${groupe}/fiches`, body: { axe: axes[1] } }),
  ],
  [
    "PUT /fiches/:fiche/place",
    ({ fiche, axes }) => ({ path: `/fiches/${fiche}/place`, body: { axe: axes[0], numero: fresh("n") } }),
  ],
  ["PUT /fiches/:fiche/groupe", ({ fiche, groupe }) => ({ path: `/fiches/${fiche}/groupe`, body: { groupe } })],
  ...DRIVEN_OF_A_FICHE,
  [
    "DELETE /fiches/:fiche",
    (stage) => ({
      path: `/fiches/${stage.fiche}`,
      after: (done) => (done ? bringBack(stage) : Promise.resolve()),
    }),
  ],
  ["GET /corbeille", () => ({ path: "/corbeille" })],
  [
    "POST /corbeille/fiches/:fiche/retour",
    async (stage) => {
      await must(stage, "DELETE", `/fiches/${stage.fiche}`);
      return {
        path: `/corbeille/fiches/${stage.fiche}/retour`,
        after: (done) => (done ? Promise.resolve() : bringBack(stage)),
      };
    },
  ],
  [
    "POST /corbeille/groupes/:groupe/retour",
    async (stage) => {
      const groupe = await made(stage, "/groupes", { nom: fresh("Jeté") });
      await must(stage, "DELETE", `/groupes/${groupe}`);
      return { path: `/corbeille/groupes/${groupe}/retour` };
    },
  ],

  ["GET /groupes", () => ({ path: "/groupes" })],
  ["POST /groupes", () => ({ path: "/groupes", body: { nom: fresh("Groupe") } })],
  ["GET /groupes/:groupe", ({ groupe }) => ({ path: `/groupes/${groupe}` })],
  ["PUT /groupes/:groupe", ({ groupe }) => ({ path: `/groupes/${groupe}`, body: { nom: fresh("Matrice") } })],
  [
    "DELETE /groupes/:groupe",
    async (stage) => ({ path: `/groupes/${await made(stage, "/groupes", { nom: fresh("Groupe") })}` }),
  ],
  [
    "PUT /groupes/:groupe/ecriture",
    async (stage) => {
      const { habitantsEcrivent } = (await must(stage, "GET", `/groupes/${stage.groupe}`)).body as {
        habitantsEcrivent: boolean;
      };
      return { path: `/groupes/${stage.groupe}/ecriture`, body: { habitantsEcrivent } };
    },
  ],
  [
    "PUT /groupes/:groupe/appel",
    ({ groupe }) => ({ path: `/groupes/${groupe}/appel`, body: { ouvert: false, texte: fresh("Venez") } }),
  ],
  ["GET /groupes/:groupe/personnes", ({ groupe }) => ({ path: `/groupes/${groupe}/personnes` })],
  [
    "PUT /groupes/:groupe/membres/:personne",
    ({ groupe, bystander }) => ({ path: `/groupes/${groupe}/membres/${bystander.id}`, body: { roles: [] } }),
  ],
  ["POST /groupes/:groupe/demandes", ({ groupe }) => ({ path: `/groupes/${groupe}/demandes` })],
  [
    "POST /groupes/:groupe/demandes/:personne",
    async (stage) => {
      const { groupe, bystander } = stage;
      await must(stage, "PUT", `/groupes/${groupe}/appel`, { ouvert: true, texte: "" });
      await ask(bystander, "POST", `${AT}/groupes/${groupe}/demandes`);
      await must(stage, "PUT", `/groupes/${groupe}/appel`, { ouvert: false, texte: "" });
      return { path: `/groupes/${groupe}/demandes/${bystander.id}`, body: { role: null } };
    },
  ],
  ["POST /groupes/:groupe/reunions", ({ groupe }) => ({ path: `/groupes/${groupe}/reunions`, body: REUNION })],
  ["PUT /reunions/:reunion", ({ reunion }) => ({ path: `/reunions/${reunion}`, body: REUNION })],
  ["DELETE /reunions/:reunion", async (stage) => ({ path: `/reunions/${await meeting(stage)}` })],
  [
    "PUT /reunions/:reunion/presence",
    ({ reunion }) => ({ path: `/reunions/${reunion}/presence`, body: { presents: [], excuses: [], autres: 2 } }),
  ],
  ["POST /reunions/:reunion/notes", async (stage) => ({ path: `/reunions/${await meeting(stage)}/notes` })],
  [
    "POST /groupes/:groupe/ateliers",
    ({ groupe }) => ({ path: `/groupes/${groupe}/ateliers`, body: { jours: 1, usages: 1 } }),
  ],
  [
    "DELETE /ateliers/:atelier",
    async (stage) => ({
      path: `/ateliers/${await made(stage, `/groupes/${stage.groupe}/ateliers`, { jours: 1, usages: 1 })}`,
    }),
  ],

  ["GET /membres", () => ({ path: "/membres" })],
  [
    "PUT /membres/:personne",
    async (stage) => ({ path: `/membres/${stage.bystander.id}`, body: { roles: ["copil"], organisation: null } }),
  ],
  ["DELETE /membres/:personne", async (stage) => ({ path: `/membres/${(await newcomer(stage)).id}` })],
  ["GET /organisations", () => ({ path: "/organisations" })],
  [
    "POST /organisations",
    () => ({ path: "/organisations", body: { nom: fresh("Organisation"), kind: "autre", siret: null } }),
  ],
  [
    "PUT /organisations/:organisation",
    ({ organisation }) => ({
      path: `/organisations/${organisation}`,
      body: { nom: fresh("Organisation"), kind: "association", siret: null },
    }),
  ],
  [
    "DELETE /organisations/:organisation",
    async (stage) => ({
      path: `/organisations/${await made(stage, "/organisations", { nom: fresh("Organisation"), kind: "autre", siret: null })}`,
    }),
  ],
  ["GET /instances", () => ({ path: "/instances" })],
  [
    "PUT /instances/:instance",
    () => ({
      path: "/instances/copil",
      body: {
        nom: fresh("Comité"),
        regle: { quorum: { en: "nombre", nombre: 1 }, majorite: "unanimite", consultationEcrite: true },
      },
    }),
  ],
  [
    "PUT /instances/:instance/presidence",
    async (stage) => {
      const { instances } = (await must(stage, "GET", "/instances")).body as InstancesBody;
      const { president = null, remplacant = null } = instances.find(({ kind }) => kind === "copil") ?? {};
      return { path: "/instances/copil/presidence", body: { president, remplacant } };
    },
  ],
  ["GET /courriels", () => ({ path: "/courriels" })],
  // No mail fails in a demonstration: of one that did not, there is nothing to send again nor to see to.
  ["POST /courriels/:courriel/relance", () => ({ path: "/courriels/1/relance" })],
  ["DELETE /courriels/:courriel", () => ({ path: "/courriels/1" })],
  ["GET /journal", () => ({ path: "/journal" })],
  ["GET /journal/verification", () => ({ path: "/journal/verification" })],
  ["GET /journal/fichier", () => ({ path: "/journal/fichier" })],

  ["GET /invitations", () => ({ path: "/invitations" })],
  ["POST /invitations", () => ({ path: "/invitations", body: { ...personField(), role: "lecteur" } })],
  [
    "POST /invitations/liste",
    () => ({ path: "/invitations/liste", body: { texte: personField().adresse, role: "lecteur" } }),
  ],
  [
    "POST /invitations/:invitation/relance",
    async (stage) => ({
      path: `/invitations/${await made(stage, "/invitations", { ...personField(), role: "lecteur" })}/relance`,
    }),
  ],
  [
    "DELETE /invitations/:invitation",
    async (stage) => ({
      path: `/invitations/${await made(stage, "/invitations", { ...personField(), role: "lecteur" })}`,
    }),
  ],
  ["GET /groupes/:groupe/invitations", ({ groupe }) => ({ path: `/groupes/${groupe}/invitations` })],
  [
    "POST /groupes/:groupe/invitations",
    ({ groupe }) => ({ path: `/groupes/${groupe}/invitations`, body: { ...personField(), role: "partenaire" } }),
  ],
  [
    "POST /groupes/:groupe/invitations/liste",
    ({ groupe }) => ({
      path: `/groupes/${groupe}/invitations/liste`,
      body: { texte: personField().adresse, role: "partenaire" },
    }),
  ],
  [
    "POST /groupes/:groupe/invitations/:invitation/relance",
    async (stage) => ({ path: `${await groupeInvitation(stage)}/relance` }),
  ],
  ["DELETE /groupes/:groupe/invitations/:invitation", async (stage) => ({ path: await groupeInvitation(stage) })],

  ["POST /coordination", ({ coordinatrice }) => ({ path: "/coordination", body: { successeur: coordinatrice.id } })],
  ["DELETE /membres/moi", () => ({ path: "/membres/moi" })],
]);

function objectif(stage: Stage): Promise<string> {
  return made(stage, "/axes", { parent: stage.axes[1], libelle: fresh("Objectif") });
}

function meeting(stage: Stage): Promise<string> {
  return made(stage, `/groupes/${stage.groupe}/reunions`, REUNION);
}

async function groupeInvitation(stage: Stage): Promise<string> {
  const path = `/groupes/${stage.groupe}/invitations`;
  return `${path}/${await made(stage, path, { ...personField(), role: "partenaire" })}`;
}

function bringBack(stage: Stage): Promise<unknown> {
  return must(stage, "POST", `/corbeille/fiches/${stage.fiche}/retour`);
}
