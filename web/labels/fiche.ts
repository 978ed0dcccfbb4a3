import { counted, frAll, listed } from "./typography.ts";

/** The page of a fiche-action. */
export const FICHE = frAll({
  breadcrumb: "Fil d'Ariane",
  views: "Vues de la fiche",
  redaction: "Rédaction",
  lecture: "Lecture",
  historique: "Historique",
  instruction: "Instruction",
  plan: "Sections",
  sheet: "Texte de la fiche",
  filled: "remplie",
  empty: "vide",
  loading: "Chargement de la fiche…",
  loadingText: "Le texte arrive…",
  notYet: "Le serveur ne répond pas : le texte de la fiche s'affichera dès que la liaison sera rétablie.",
  groupe: "Groupe de travail :",
});

/** « Yvonne K. écrit ici », under the title of a section. */
export function writeHere(names: readonly string[]): string {
  if (names.length === 0) return "";
  if (names.length > 2) return `${counted(names.length, "personne")} écrivent ici`;
  return `${listed(names)} ${names.length === 1 ? "écrit" : "écrivent"} ici`;
}
