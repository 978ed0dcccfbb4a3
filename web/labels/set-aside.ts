import type { Place } from "../../shared/editor/sections.ts";
import { counted, fr, frAll } from "./typography.ts";
import { inPlace } from "./who-is-here.ts";

/** Words whose paragraph is gone. */
export const SET_ASIDE = frAll({
  list: "Mots qui n'ont plus leur paragraphe",
  mine: "Vos mots n'ont plus leur paragraphe :",
  stood: "Ils étaient entre",
  somebody: "une personne du groupe",
  putBack: "Remettre ici",
  putBackAtEnd: "Remettre dans l'intitulé",
  leaveOut: "Écarter",
  means:
    "« Remettre ici » les place, sous le nom de leur auteur, derrière le paragraphe où est votre curseur, ou à la fin de la section. « Écarter » les retire d'ici pour tout le monde : le serveur garde qui l'a décidé, et cela ne s'annule pas.",
  meansIntitule:
    "« Remettre dans l'intitulé » les place à la fin de l'intitulé. « Écarter » les retire d'ici pour tout le monde : le serveur garde qui l'a décidé, et cela ne s'annule pas.",
  meansUnplaced:
    "On ne sait plus dans quelle section ils étaient. « Remettre » les place à la fin de la section choisie. « Écarter » les retire d'ici pour tout le monde : le serveur garde qui l'a décidé, et cela ne s'annule pas.",
  section: "Section",
  putBackThere: "Remettre dans cette section",
  offline: "Il faut être en ligne pour en décider.",
  whole: "Montrer tout",
  putBackSaid: "Les mots sont remis dans le texte.",
  leftOutSaid: "Les mots sont écartés.",
});

/** « Ces mots, écrits par Bachir, n'ont plus leur paragraphe : » */
export function wordsOf(name: string): string {
  return fr(`Ces mots, écrits par ${name}, n'ont plus leur paragraphe :`);
}

/** « Montrer les 12 autres », under the first words set aside of a section. */
export function showOtherWords(count: number): string {
  return fr(count === 1 ? "Montrer un autre passage" : `Montrer ${counted(count, "autre passage", "autres passages")}`);
}

/** Under the words set aside, when there are more in the fiche than are shown at once. */
export function untoldWords(count: number): string {
  const others = counted(count, "autre passage", "autres passages");
  return fr(`Il reste ${others} de cette fiche : la suite s'affichera quand ceux-ci seront remis ou écartés.`);
}

/** What is said aloud when words lose their paragraph. */
export function wordsSetAside(count: number, name: string, place: Place | null): string {
  if (count > 1)
    return fr(`${counted(count, "passage")} n'ont plus leur paragraphe ; chacun est montré dans sa section.`);
  const where = place === null ? "" : `, ${inPlace(place)}`;
  return fr(`Des mots écrits par ${name} n'ont plus leur paragraphe${where}.`);
}
