import { fr, frAll } from "./typography.ts";

export interface Shortcut {
  /** Each key by its name on the keyboard. */
  readonly keys: readonly string[];
  readonly does: string;
}

/** The dialog of the shortcuts. */
export const SHORTCUTS = frAll({
  title: "Raccourcis clavier",
  everywhere: "Partout",
  inText: "Dans le texte d'une fiche",
  inInstruction: "Dans l'instruction d'une fiche",
  inComparison: "Dans une comparaison",
  questionMark: "Ouvrir cette liste avec la touche ?",
  mac: "Sur un Mac, la touche Cmd remplace Ctrl.",
});

/** Keys that work on every page. */
export const EVERYWHERE: readonly Shortcut[] = [
  { keys: ["?"], does: "Montrer cette liste" },
  { keys: ["Tab"], does: "Passer à l'élément suivant ; avec Maj, au précédent" },
  { keys: ["Échap"], does: "Fermer un menu ou une fenêtre" },
].map(({ keys, does }) => ({ keys, does: fr(does) }));

/** Keys of a fiche. */
export const IN_TEXT: readonly Shortcut[] = [
  { keys: ["F8"], does: "Faire annoncer qui est là, et dans quelle section" },
  { keys: ["Maj", "F8"], does: "Demander qui a écrit les mots sélectionnés" },
  { keys: ["Ctrl", "Z"], does: "Annuler ma dernière modification" },
  { keys: ["Ctrl", "Maj", "Z"], does: "La rétablir" },
  { keys: ["Ctrl", "B"], does: "Mettre en gras" },
  { keys: ["Ctrl", "I"], does: "Mettre en italique" },
  { keys: ["Ctrl", "K"], does: "Faire un lien" },
  { keys: ["Ctrl", "Alt", "1"], does: "Faire un titre ; 2 : un sous-titre ; 0 : du texte" },
  { keys: ["Ctrl", "Maj", "8"], does: "Faire une liste à puces ; 7 : numérotée ; 9 : une citation" },
  { keys: ["Maj", "Entrée"], does: "Aller à la ligne sans faire de paragraphe" },
  { keys: ["Tab"], does: "Dans une liste, décaler la ligne ; Échap puis Tab sort du texte" },
].map(({ keys, does }) => ({ keys, does: fr(does) }));

/** Keys of a comparison. */
export const IN_COMPARISON: readonly Shortcut[] = [
  { keys: ["Alt", "↓"], does: "Aller au changement suivant" },
  { keys: ["Alt", "↑"], does: "Revenir au changement précédent" },
].map(({ keys, does }) => ({ keys, does: fr(does) }));

/** Keys of the Instruction view. */
export const IN_INSTRUCTION: readonly Shortcut[] = [
  { keys: ["Alt", "Page suivante"], does: "Aller à la fiche suivante à examiner" },
  { keys: ["Alt", "Page précédente"], does: "Aller à la fiche précédente" },
].map(({ keys, does }) => ({ keys, does: fr(does) }));
