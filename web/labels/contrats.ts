import { PLAN } from "./plan.ts";
import { counted, fr, frAll } from "./typography.ts";

/** « Ce qui m'attend ». */
export const AWAITING = frAll({
  title: "Ce qui m'attend",
  hello: "Bonjour",
  myFiches: "Mes fiches",
  writable: "Les fiches que je peux écrire",
  complete: "Toutes les sections qu'il faut remplir ont du texte.",
  nothingTitle: "Rien ne vous attend pour l'instant",
  nothingMine:
    "Vous n'êtes dans aucun groupe de travail. Les fiches que vous pouvez lire sont dans chaque contrat, ci-dessous.",
  nothingVisible:
    "Aucune fiche ne vous est encore ouverte. Vous lirez ici celles qui vous seront soumises ; elles apparaîtront d'elles-mêmes.",
  makeContrat: "Vous administrez cette instance : créez un contrat, et nommez qui le coordonne.",
  noContrat:
    "Vous ne faites partie d'aucun contrat local de santé. La coordination de votre territoire peut vous y inviter ; les contrats apparaîtront ici.",
  contrats: "Mes contrats",
  loading: "Chargement de vos fiches…",
});

/** The page of a contrat. */
export const CONTRAT = {
  ...PLAN,
  ...frAll({
    kind: "Contrat local de santé",
    plan: "Plan d'actions",
    about: "Le contrat en bref",
    aboutNothing: "La coordination n'en a encore rien dit.",
    periode: "Période",
    stade: "Étape",
    porteur: "Porté par",
    territoire: "Territoire",
    ars: "Agence régionale de santé",
    arsMany: "Agences régionales de santé",
    roles: "Vous y êtes",
    faits: "Repères",
    instances: "Instances",
    methode: "Objectifs de méthode",
    groupe: "Groupe",
    mine: "Votre groupe",
    youWrite: "Vous pouvez écrire",
    neverWritten: "Jamais modifiée",
    modified: "Modifiée le",
    noFicheInAxe: "Aucune fiche ne vous est ouverte dans cet axe.",
    noFiche:
      "Aucune fiche de ce contrat ne vous est ouverte pour l'instant. Elles apparaîtront ici quand elles vous seront soumises.",
    noFicheGroup: "Le plan d'actions est encore vide.",
    search: "Chercher dans les fiches de ce contrat",
    searchNone: "Aucune fiche ne contient ces mots.",
    clearSearch: "Montrer toutes les fiches",
    loading: "Chargement du contrat…",
  }),
};

/** « Vous êtes dans le groupe de travail de 3 fiches, dans 2 contrats. » */
export function awaitingLede(inGroupe: boolean, fiches: number, contrats: number): string {
  if (fiches === 0) return "";
  const start = inGroupe ? "Vous êtes dans le groupe de travail de" : "Vous pouvez écrire";
  return fr(`${start} ${counted(fiches, "fiche")}, dans ${counted(contrats, "contrat")}.`);
}

/** « 4 fiches que vous pouvez lire », or that there is none. */
export function readableFiches(count: number): string {
  return count === 0
    ? "Aucune fiche ne vous est encore ouverte"
    : `${counted(count, "fiche")} ${count >= 2 ? "ouvertes" : "ouverte"} pour vous`;
}

/** « Montrer les 12 autres fiches ». */
export function showOthers(count: number): string {
  return count === 1 ? "Montrer l’autre fiche" : `Montrer les ${counted(count, "autre fiche", "autres fiches")}`;
}

/** « 3 fiches trouvées », said when a search changes the list. */
export function foundFiches(count: number): string {
  return count === 0 ? CONTRAT.searchNone : `${counted(count, "fiche trouvée", "fiches trouvées")}`;
}
