import type { FicheActe } from "../../shared/workflow/acts.ts";

const NO_WORDS = "0".repeat(64);
const OTHER = { version: 9_999, empreinte: NO_WORDS };

/** One of each act, right in its form: of a version that there is not, so that nothing is done when the right is there. */
export const ASKED_ACTS: { readonly [Acte in FicheActe]: { readonly acte: Acte } } = {
  mettre_en_relecture: { acte: "mettre_en_relecture" },
  reprendre_redaction: { acte: "reprendre_redaction" },
  clore: { acte: "clore" },
  rouvrir: { acte: "rouvrir" },
  soumettre: Object.assign({ acte: "soumettre" as const }, { empreinte: NO_WORDS, malgre: null }),
  retirer: Object.assign({ acte: "retirer" as const }, { ...OTHER, raison: "Non." }),
  rendre_avis: Object.assign(
    { acte: "rendre_avis" as const },
    { ...OTHER, sens: "favorable", raison: null, reserves: [] },
  ),
  confirmer_avis: Object.assign({ acte: "confirmer_avis" as const }, OTHER),
  deporter: Object.assign({ acte: "deporter" as const }, OTHER),
  repondre_reserve: Object.assign({ acte: "repondre_reserve" as const }, { reserve: 99_999, texte: "Oui." }),
  lever_reserve: Object.assign({ acte: "lever_reserve" as const }, { ...OTHER, reserve: 1 }),
  relever_decision: Object.assign(
    { acte: "relever_decision" as const },
    { ...OTHER, sens: "ajournee", date: "2026-01-15", raison: "Non.", mode: "seance", presents: [] },
  ),
  valider: Object.assign({ acte: "valider" as const }, { ...OTHER, date: "2026-01-15" }),
  renvoyer: Object.assign({ acte: "renvoyer" as const }, { ...OTHER, date: "2026-01-15", raison: "Non." }),
  publier: Object.assign({ acte: "publier" as const }, { ...OTHER, malgre: null }),
  depublier: Object.assign({ acte: "depublier" as const }, { ...OTHER, raison: "Non." }),
};
