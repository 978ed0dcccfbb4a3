import { frAll } from "./typography.ts";

/** The sign-in page. */
export const CONNEXION = frAll({
  title: "Entrer dans la démonstration",
  lede: "Choisissez une personne : vous verrez Coaction avec ses yeux et ses droits. Rien d'autre ne vous est demandé.",
  note: "Toutes ces personnes sont inventées. Ouvrez un second navigateur, ou une fenêtre privée, pour écrire à deux dans la même fiche.",
  returning: "Vous irez ensuite à la page que vous avez demandée.",
  enterAs: "Entrer comme",
  entering: "Entrée…",
  already: "Vous êtes déjà ici avec le nom de",
  goOn: "Continuer",
  realTitle: "Connexion",
  real: "La connexion par courriel n'est pas encore ouverte sur cette instance.",
  realWho: "La coordination de votre contrat local de santé vous dira quand elle le sera.",
  loading: "Chargement des personnes de la démonstration…",
});
