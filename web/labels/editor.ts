import { INTITULE_MAX } from "../../shared/editor/sections.ts";
import { counted, fr, frAll } from "./typography.ts";

/** The field of the intitulé. */
export const INTITULE = {
  full: fr(`C'est le plus long que l'on puisse écrire : ${counted(INTITULE_MAX, "caractère")}.`),
  tooLong(excess: number): string {
    return fr(
      `L'intitulé dépasse de ${counted(excess, "caractère")} les ${INTITULE_MAX} que les outils de l'État acceptent.`,
    );
  },
  pasteTooLong(excess: number): string {
    return fr(`Rien n'a été collé : ce texte est trop long de ${counted(excess, "caractère")}.`);
  },
} as const;

/** How an intitulé is announced while it is empty. */
export const INTITULE_PLACEHOLDER = fr("Que fait cette action, en une phrase ?");

/** A section of the sheet. */
export const SECTION = frAll({
  emptyToRead: "Rien n'est encore écrit ici.",
});
