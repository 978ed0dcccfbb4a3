import type { Place } from "../../shared/editor/sections.ts";
import { PLACE_TITLES } from "./sections.ts";
import { counted, fr, frAll, listed } from "./typography.ts";

/** The page of a fiche-action. */
export const FICHE = frAll({
  kind: "Fiche-action",
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
  nobodyElse: "Personne d'autre ici",
  whoIsHere: "Qui est là",
  reads: "lit la fiche",
  canOnlyRead: "peut lire, pas écrire",
  goToSection: "Aller à sa section",
  tellWho: "Faire annoncer qui est là",
  whoUnknown: "Hors ligne : on ne peut pas savoir qui est là.",
  readOnlyTitle: "Vous lisez cette fiche.",
  notYet: "Le serveur ne répond pas : le texte de la fiche s'affichera dès que la liaison sera rétablie.",
  groupe: "Groupe de travail :",
  notFoundTitle: "Fiche introuvable",
  notFound:
    "Cette fiche n'existe pas, ou elle ne vous est pas ouverte. L'adresse a peut-être été coupée en la copiant.",
  backToContrat: "Voir les fiches de ce contrat",
});

/** Who else is here, in a few words: names while they are few. */
export function othersHere(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return FICHE.nobodyElse;
  if (second === undefined) return fr(`${first} est ici`);
  if (names.length === 2) return fr(`${first} et ${second} sont ici`);
  return `${counted(names.length, "autre personne", "autres personnes")} ici`;
}

/** The same where there is little room. */
export function othersCounted(count: number): string {
  return `${counted(count, "autre")} ici`;
}

/** « Yvonne K. écrit ici », under the title of a section. */
export function writeHere(names: readonly string[]): string {
  if (names.length === 0) return "";
  if (names.length > 2) return `${counted(names.length, "personne")} écrivent ici`;
  return `${listed(names)} ${names.length === 1 ? "écrit" : "écrivent"} ici`;
}

/** « dans « Freins » », where somebody's caret is. */
export function inPlace(place: Place): string {
  return fr(`dans « ${PLACE_TITLES[place]} »`);
}

/** The whole answer to « who is here and where », for a screen reader. */
export function whoAndWhere(people: readonly { readonly name: string; readonly place: Place | null }[]): string {
  if (people.length === 0) return fr(`${FICHE.nobodyElse}.`);
  const each = people.map(({ name, place }) => (place === null ? `${name} lit` : `${name} est ${inPlace(place)}`));
  return fr(`${counted(people.length, "autre personne", "autres personnes")} ici : ${each.join(" ; ")}.`);
}
