import { frAll } from "./typography.ts";

/** The sign-in page. */
export const CONNEXION = frAll({
  title: "Entrer dans la démonstration",
  lede: "Choisissez une personne : vous verrez Coaction avec ses yeux et ses droits. Rien d'autre ne vous est demandé.",
  note: "Toutes ces personnes sont inventées. Ouvrez un second navigateur, ou une fenêtre privée, pour écrire à deux dans la même fiche.",
  sharedTitle: "Cet ordinateur est partagé ?",
  sharedNo: "Non : garder ici les fiches que j'ouvre, pour les lire et les écrire sans réseau",
  sharedYes: "Oui, d'autres personnes s'en servent : n'y garder que le texte qui n'a pas pu être envoyé",
  returning: "Vous irez ensuite à la page que vous avez demandée.",
  enterAs: "Entrer comme",
  entering: "Entrée…",
  already: "Vous êtes déjà ici avec le nom de",
  goOn: "Continuer",
  loading: "Chargement de la page de connexion…",
});
