import { frAll } from "./typography.ts";

/** A form that is left with something typed in it. */
export const UNSAVED = frAll({
  title: "Quitter cette page ?",
  sentence: "Ce que vous avez changé ici n'est pas enregistré.",
  stay: "Continuer",
  leave: "Fermer sans enregistrer",
  kept: "Ce que vous avez écrit ici n'est pas envoyé. Cet appareil le garde : vous le retrouverez en revenant.",
  leaveKept: "Quitter, je finirai plus tard",
});
