import { fullDate } from "./dates.ts";
import { fr, frAll } from "./typography.ts";

/** What somebody began to write in a form, and did not send yet. */
export const BEGUN = frAll({
  copy: "Copier ce texte",
  copied: "Le texte est copié : vous pouvez le coller ailleurs.",
  notCopied: "Le texte n'a pas pu être copié. Sélectionnez-le à l'écran.",
  erase: "Effacer ce que j'ai écrit",
  eraseTitle: "Effacer ce que vous avez écrit ?",
  eraseMeans: "Ce texte n'a pas été envoyé : il ne pourra pas être retrouvé.",
  erased: "Le texte est effacé.",
  closedAvis: "Vous ne pouvez plus donner cet avis. Ce que vous aviez écrit est resté ici :",
  closedDecision: "Vous ne pouvez plus relever cette décision. Ce que vous aviez écrit est resté ici :",
});

/**
 * « Commencé le 12 mars 2026 à 14 h 05 et gardé sur cet appareil. Ce n'est pas encore envoyé. »
 *
 * @param isUnheard it was sent and no answer came: nobody knows
 */
export function begunWords(le: number, isUnheard: boolean): string {
  const unsent = isUnheard ? "" : " Ce n'est pas encore envoyé.";
  return fr(`Commencé le ${fullDate(le)} et gardé sur cet appareil.${unsent}`);
}

/** What one writes was begun about a version, and another took its place meanwhile. */
export function replacedMeanwhile(before: number, now: number): string {
  return fr(
    `La version ${now} a remplacé la version ${before} depuis que vous avez commencé. Ce que vous avez écrit est resté : relisez ce qui a changé avant de l'envoyer.`,
  );
}
