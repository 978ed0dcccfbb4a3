import { counted, fr, frAll } from "./typography.ts";

/** What every form says. */
export const FORMS = frAll({
  optional: "(facultatif)",
  notDone: "Cela n'a pas été fait.",
  nothingLost: "Ce que vous avez écrit est toujours là.",
  signInElsewhere: "Se connecter dans un autre onglet, puis revenir ici et recommencer",
  cancel: "Annuler",
  search: "Chercher",
  clearSearch: "Effacer la recherche",
  noneFound: "Rien ne contient tous ces mots.",
  wrongAdresse: "Écrivez une adresse électronique entière, par exemple prenom.nom@exemple.fr.",
  wrongName: "Écrivez un prénom et un nom, en 80 caractères au plus.",
  wrongCode: "Le code a huit chiffres. Recopiez-les tous.",
  missing: "Ce champ est à remplir.",
});

/** What the summary of a form begins with. */
export function problemsTitle(count: number): string {
  return fr(count === 1 ? "Une chose est à revoir :" : `${counted(count, "chose")} sont à revoir :`);
}

/** How many of a list are shown. */
export function shownOf(shown: number, all: number): string {
  return shown === all ? counted(all, "ligne") : `${counted(shown, "ligne")} sur ${all}`;
}

/** A button that shows the next of a long list. */
export function showMore(count: number): string {
  return count === 1 ? "Montrer la suivante" : `Montrer les ${counted(count, "suivante")}`;
}
