import type { Capability } from "../../shared/policy/capabilities.ts";
import type { ClientFrame } from "../../shared/protocol/client-frames.ts";

/** What is needed for a route to do what it says. */
export type Need =
  /** Anybody may ask: what is public, what lets people in, and what holds its own proof (a code, a token, a one-time address). */
  | "nothing"
  /** A session; it is about its own person. */
  | "session"
  /** A session of who administers the instance. */
  | "administration"
  /** A session of whoever is of the contrat, whatever they are there. */
  | "membre"
  /** A session of a reader of the région. */
  | "region"
  /** One of these capabilities, in the contrat, in the groupe, or on the fiche that the address names. */
  | { readonly can: Capability | readonly Capability[]; readonly about: "contrat" | "groupe" | "fiche" };

const plan: Need = { can: "gerer_plan", about: "contrat" };
const people: Need = { can: "gerer_membres", about: "contrat" };
const journal: Need = { can: "lire_journal", about: "contrat" };
const readGroupe: Need = { can: "lire_brouillon", about: "groupe" };
const runGroupe: Need = { can: "gerer_groupe", about: "groupe" };
const readDraft: Need = { can: "lire_brouillon", about: "fiche" };
const readVersions: Need = { can: "lire_version_soumise", about: "fiche" };
const seesHistory: Need = { can: "voir_historique", about: "fiche" };
const knows: Need = { can: ["lire_brouillon", "lire_version_soumise", "lire_partage"], about: "fiche" };

/** What a contrat is asked, under its own address. */
const OF_A_CONTRAT: readonly (readonly [route: string, need: Need])[] = [
  // Also says why to who was of it.
  ["GET ", "membre"],
  ["GET /identite", "membre"],
  ["PUT /identite", plan],
  ["PUT /slug", plan],
  ["POST /stades", plan],
  ["PUT /signataires", plan],
  ["GET /partage", plan],
  ["PUT /partage", plan],
  ["GET /export", journal],

  ["POST /axes", plan],
  ["PUT /axes/:axe", plan],
  ["PUT /axes/:axe/place", plan],
  ["DELETE /axes/:axe", plan],

  ["GET /fiches/:fiche", knows],
  ["GET /fiches/:document/live", readDraft],
  ["POST /groupes/:groupe/fiches", runGroupe],
  ["PUT /fiches/:fiche/place", { can: "gerer_plan", about: "fiche" }],
  ["PUT /fiches/:fiche/groupe", { can: "gerer_plan", about: "fiche" }],
  // Each sees what they may of it: the draft's fingerprint, versions, or only where it stands.
  ["GET /fiches/:fiche/actes", knows],
  // Each act has its own right, which the workflow asks for: this one is the draft's passage to the bodies and back.
  ["POST /fiches/:fiche/actes", { can: "soumettre", about: "fiche" }],
  ["GET /fiches/:fiche/journal", readVersions],
  ["GET /fiches/:fiche/instruction", readVersions],
  // The versions alone for who does not see the writing itself.
  ["GET /fiches/:fiche/historique", { can: ["voir_historique", "lire_version_soumise"], about: "fiche" }],
  // Of a version: who may read it, and compare it.
  ["GET /fiches/:fiche/moments/:moment", seesHistory],
  ["GET /fiches/:fiche/comparaisons/:de/:a", seesHistory],
  ["GET /fiches/:fiche/auteurs/:partie", seesHistory],
  ["POST /fiches/:fiche/restauration", { can: "ecrire", about: "fiche" }],
  ["POST /fiches/:fiche/caviardages/apercu", { can: "caviarder", about: "fiche" }],
  ["POST /fiches/:fiche/caviardages", { can: "caviarder", about: "fiche" }],
  ["DELETE /fiches/:fiche", { can: "gerer_groupe", about: "fiche" }],
  // Each sees what they may bring back.
  ["GET /corbeille", "membre"],
  ["POST /corbeille/fiches/:fiche/retour", runGroupe],
  ["POST /corbeille/groupes/:groupe/retour", people],

  // Each sees their own groupes, and those that call.
  ["GET /groupes", "membre"],
  ["POST /groupes", people],
  ["GET /groupes/:groupe", readGroupe],
  ["PUT /groupes/:groupe", runGroupe],
  ["DELETE /groupes/:groupe", people],
  ["PUT /groupes/:groupe/ecriture", runGroupe],
  ["PUT /groupes/:groupe/appel", runGroupe],
  ["PUT /groupes/:groupe/membres/:personne", runGroupe],
  ["POST /groupes/:groupe/demandes", "membre"],
  ["POST /groupes/:groupe/demandes/:personne", runGroupe],
  ["POST /groupes/:groupe/reunions", runGroupe],
  ["PUT /reunions/:reunion", runGroupe],
  ["DELETE /reunions/:reunion", runGroupe],
  ["PUT /reunions/:reunion/presence", runGroupe],
  ["POST /reunions/:reunion/notes", { can: "ecrire", about: "groupe" }],
  ["GET /notes/:document/live", readGroupe],
  ["POST /groupes/:groupe/ateliers", runGroupe],
  ["DELETE /ateliers/:atelier", runGroupe],

  ["GET /membres", people],
  ["DELETE /membres/moi", "membre"],
  ["PUT /membres/:personne", people],
  ["DELETE /membres/:personne", people],
  ["POST /coordination", people],
  ["GET /organisations", "membre"],
  ["POST /organisations", people],
  ["PUT /organisations/:organisation", people],
  ["DELETE /organisations/:organisation", people],
  ["GET /instances", "membre"],
  ["PUT /instances/:instance", people],
  ["PUT /instances/:instance/presidence", people],
  ["GET /courriels", people],
  ["POST /courriels/:courriel/relance", people],
  ["DELETE /courriels/:courriel", people],
  ["GET /journal", journal],
  ["GET /journal/verification", journal],
  ["GET /journal/fichier", journal],

  ["GET /invitations", people],
  ["POST /invitations", people],
  ["POST /invitations/liste", people],
  ["POST /invitations/:invitation/relance", people],
  ["DELETE /invitations/:invitation", people],
  ["GET /groupes/:groupe/personnes", runGroupe],
  ["GET /groupes/:groupe/invitations", runGroupe],
  ["POST /groupes/:groupe/invitations", runGroupe],
  ["POST /groupes/:groupe/invitations/liste", runGroupe],
  ["POST /groupes/:groupe/invitations/:invitation/relance", runGroupe],
  ["DELETE /groupes/:groupe/invitations/:invitation", runGroupe],
  ["POST /invitation", "nothing"],
  ["POST /invitation/acceptation", "nothing"],
  ["POST /atelier", "nothing"],
];

const ELSEWHERE: readonly (readonly [route: string, need: Need])[] = [
  ["GET /api/sante", "nothing"],
  ["GET /api/session", "session"],
  // Ends the session that the request came with, if any.
  ["DELETE /api/session", "nothing"],
  ["POST /api/connexion", "nothing"],
  ["POST /api/connexion/code", "nothing"],
  ["POST /api/connexion/lien", "nothing"],
  ["GET /api/sessions", "session"],
  ["DELETE /api/sessions", "session"],
  ["DELETE /api/sessions/:session", "session"],
  ["GET /api/compte", "session"],
  ["PATCH /api/compte", "session"],
  ["GET /api/compte/donnees", "session"],
  ["POST /api/compte/adresses", "session"],
  ["POST /api/compte/adresses/confirmation", "session"],
  ["DELETE /api/compte/adresses", "session"],
  ["POST /api/compte/jonction", "session"],
  ["DELETE /api/compte/courriels/:id", "session"],
  ["POST /api/compte/fermeture", "session"],
  ["PUT /api/compte/rappels", "session"],

  ["GET /api/contrats", "session"],
  ["GET /api/attentes", "session"],
  ["GET /api/regions", "session"],
  ["GET /api/regions/:region/contrats/:contrat", "region"],

  ["GET /api/instance", "nothing"],
  ["POST /api/instance/premier-acces/verification", "nothing"],
  ["POST /api/instance/premier-acces", "nothing"],
  ["GET /api/instance/contrats", "administration"],
  ["POST /api/instance/contrats", "administration"],
  ["POST /api/instance/contrats/:id/coordination", "administration"],
  ["POST /api/instance/contrats/:id/coordination/:invitation/relance", "administration"],
  ["DELETE /api/instance/contrats/:id/coordination/:invitation", "administration"],
  ["GET /api/instance/administration", "administration"],
  ["POST /api/instance/administration", "administration"],
  ["DELETE /api/instance/administration/:account", "administration"],
  ["GET /api/instance/regions", "administration"],
  ["POST /api/instance/regions", "administration"],
  ["PUT /api/instance/regions/:region", "administration"],
  ["POST /api/instance/regions/:region/lecteurs", "administration"],
  ["DELETE /api/instance/regions/:region/lecteurs/:account", "administration"],
  ["GET /api/instance/reglages", "administration"],
  ["PUT /api/instance/reglages", "administration"],

  // The demonstration's bundle alone has these.
  ["GET /api/demo/personas", "nothing"],
  ["POST /api/demo/session", "nothing"],
  ["POST /api/demo/droits", "session"],
  ["GET /demo/courrier", "nothing"],

  // Pages. Those of the workspace are one shell, the same for everybody; the reading view is the text itself.
  ["GET /contrats/:contrat/fiches/:piece/lecture", { can: ["lire_brouillon", "lire_version_soumise"], about: "fiche" }],
  ["GET /contrats/:contrat/fiches/:piece", "nothing"],
  // The address is its own proof.
  ["GET /rappels/:jeton", "nothing"],
  ["POST /rappels/:jeton", "nothing"],
  ["GET /", "nothing"],
  // What was published: files, the same for everybody.
  ["GET /plans/:slug", "nothing"],
  ["GET /plans/:slug/fiches/:piece", "nothing"],
  ["GET /accessibilite", "nothing"],
  ["GET /mentions-legales", "nothing"],
  ["GET /donnees-personnelles", "nothing"],
  ["GET /signaler-un-probleme", "nothing"],
  ["GET /connexion", "nothing"],
  ["GET /connexion/courriel", "nothing"],
  ["GET /connexion/lien", "nothing"],
  ["GET /premier-acces", "nothing"],
  ["GET /invitation/:contrat", "nothing"],
  ["GET /atelier", "nothing"],
  ["GET /atelier/*", "nothing"],
  ["GET /compte", "nothing"],
  ["GET /compte/*", "nothing"],
  ["GET /administration", "nothing"],
  ["GET /administration/*", "nothing"],
  ["GET /contrats", "nothing"],
  ["GET /contrats/*", "nothing"],
  ["GET /*", "nothing"],
];

export const CONTRAT_PREFIX = "/api/contrats/:contrat";

/**
 * Every route of the application, « GET /api/sante », and what it needs. Written by hand, from the table of rights: the
 * test that drives them all is `test/server/matrice.test.ts`, and a route that is not here fails it.
 */
export const ROUTES: ReadonlyMap<string, Need> = new Map([
  ...ELSEWHERE,
  ...OF_A_CONTRAT.map(([route, need]) => [route.replace(" ", ` ${CONTRAT_PREFIX}`), need] as const),
]);

/** What a page needs to send each frame of the live path. */
export const FRAMES: Readonly<Record<ClientFrame["kind"], Capability>> = {
  sync_step_1: "lire_brouillon",
  presence: "lire_brouillon",
  query_presence: "lire_brouillon",
  update: "ecrire",
  numbered_update: "ecrire",
  declared_update: "ecrire",
  decide_set_aside: "ecrire",
  tickets: "ecrire",
};
