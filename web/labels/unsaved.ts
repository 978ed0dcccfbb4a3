import { frAll } from "./typography.ts";

/** A form that is left with something typed in it. */
export const UNSAVED = frAll({
  title: "Quitter cette page ?",
  sentence: "Ce que vous avez changé ici n'est pas enregistré.",
  stay: "Continuer",
  leave: "Fermer sans enregistrer",
});
