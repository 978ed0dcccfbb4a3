import { frAll } from "./typography.ts";

/** Where there is no fiche, or none for this person. */
export const MISSING_FICHE = frAll({
  title: "Fiche introuvable",
  text: "Cette fiche n'existe pas, ou elle ne vous est pas ouverte. L'adresse a peut-être été coupée en la copiant.",
  backToContrat: "Voir les fiches de ce contrat",
});
