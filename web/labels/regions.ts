import type { SharedContratBody } from "../../shared/protocol/bodies/contrat.ts";
import { STADE_LABELS } from "./etats.ts";
import { counted, fr, frAll } from "./typography.ts";

/** What contrats show to the regions that one reads. */
export const REGIONS = frAll({
  lede: "Ce que des contrats ont choisi de montrer à cette région : de leurs fiches, le numéro, l'intitulé et le groupe. Le texte des brouillons reste à leurs groupes.",
  none: "Aucun contrat ne partage encore avec cette région : c'est à chaque coordination de le choisir.",
  search: "Chercher un contrat de la région",
  searchFiche: "Chercher une fiche de ce contrat",
  loading: "Chargement des fiches…",
  noFiche: "Ce contrat n'a encore aucune fiche à montrer.",
  caption: "Les fiches que ce contrat montre",
  fiche: "Fiche",
  axe: "Axe",
  groupe: "Groupe",
});

/** « Région Bretagne ». */
export function regionTitle(nom: string): string {
  return `Région ${nom}`;
}

/** « Redon Agglomération, 31 communes. Étape : élaboration. 12 fiches montrées. », with what is known. */
export function sharedContrat(contrat: SharedContratBody): string {
  const known = [contrat.porteur, contrat.territoire, contrat.periode].filter((each) => each !== "").join(", ");
  const stade = fr(`Étape : ${STADE_LABELS[contrat.stade].toLowerCase()}.`);
  const fiches = `${counted(contrat.fiches.length, "fiche montrée", "fiches montrées")}.`;
  return [...(known === "" ? [] : [`${known}.`]), stade, fiches].join(" ");
}
