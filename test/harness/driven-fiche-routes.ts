import { lifeOf, type Stage, setDraft } from "./matrice-stage.ts";

/** A request that is right in every way, so that only the rights of who sends it decide. */
export interface Request {
  readonly path: string;
  readonly body?: unknown;
  /** Puts things back, when it was done and when it was not. */
  readonly after?: (done: boolean) => Promise<unknown>;
}

/** Prepares a request of a route for the stage as it is. */
export type Prepare = (stage: Stage) => Promise<Request> | Request;

/** Words that are nowhere: whoever may mask is told that there is nothing to. */
const MASKED = { partie: "constats", mots: "Nulle part", motif: "donnee_personnelle" };

/** How the routes of a fiche's life and past are driven, by their names as in `driven-routes.ts`. */
export const DRIVEN_OF_A_FICHE: readonly (readonly [route: string, prepare: Prepare])[] = [
  ["GET /fiches/:fiche/actes", ({ fiche }) => ({ path: `/fiches/${fiche}/actes` })],
  [
    "POST /fiches/:fiche/actes",
    async (stage) => {
      const { etat } = await lifeOf(stage);
      const shows = etat === "brouillon";
      return {
        path: `/fiches/${stage.fiche}/actes`,
        body: { acte: shows ? "mettre_en_relecture" : "reprendre_redaction" },
        after: (done) => (done ? setDraft(stage, etat) : Promise.resolve()),
      };
    },
  ],
  ["GET /fiches/:fiche/journal", ({ fiche }) => ({ path: `/fiches/${fiche}/journal` })],
  ["GET /fiches/:fiche/instruction", ({ fiche }) => ({ path: `/fiches/${fiche}/instruction` })],
  ["GET /fiches/:fiche/historique", ({ fiche }) => ({ path: `/fiches/${fiche}/historique` })],
  // The empty sheet, which every fiche was.
  ["GET /fiches/:fiche/moments/:moment", ({ fiche }) => ({ path: `/fiches/${fiche}/moments/m0` })],
  ["GET /fiches/:fiche/comparaisons/:de/:a", ({ fiche }) => ({ path: `/fiches/${fiche}/comparaisons/m0/m0` })],
  ["GET /fiches/:fiche/auteurs/:partie", ({ fiche }) => ({ path: `/fiches/${fiche}/auteurs/constats` })],
  [
    "POST /fiches/:fiche/restauration",
    ({ fiche }) => ({ path: `/fiches/${fiche}/restauration`, body: { moment: "m0", partie: "constats" } }),
  ],
  [
    "POST /fiches/:fiche/caviardages/apercu",
    ({ fiche }) => ({ path: `/fiches/${fiche}/caviardages/apercu`, body: MASKED }),
  ],
  [
    "POST /fiches/:fiche/caviardages",
    ({ fiche }) => ({ path: `/fiches/${fiche}/caviardages`, body: { ...MASKED, apercu: "0".repeat(64) } }),
  ],
];
