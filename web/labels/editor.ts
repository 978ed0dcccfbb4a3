import type { Genre } from "../../shared/editor/genres.ts";
import { INTITULE_MAX } from "../../shared/editor/sections.ts";
import { counted, fr, frAll } from "./typography.ts";

/** The buttons of a section's toolbar, and the hint under it. */
export const TOOLBAR = frAll({
  name: "Mise en forme",
  strong: "Gras",
  em: "Italique",
  link: "Lien",
  hardBreak: "Aller à la ligne",
  moveIn: "Décaler vers la droite",
  moveOut: "Décaler vers la gauche",
  undo: "Annuler",
  redo: "Rétablir",
  tabInList: "Tab décale la ligne. Pour sortir du texte : Échap, puis Tab.",
});

export const GENRE_LABELS: Readonly<Record<Genre, string>> = frAll({
  texte: "Texte",
  titre: "Titre",
  sous_titre: "Sous-titre",
  puce: "Liste à puces",
  numero: "Liste numérotée",
  citation: "Citation",
});

/** « Gras (Ctrl+B) ». `keys` with « Ctrl », which a Mac calls ⌘. */
export function withKeys(label: string, keys: string | null, mac: boolean): string {
  if (keys === null) return label;
  return `${label} (${mac ? keys.replace("Ctrl", "⌘").replace("Maj", "⇧").replace("Alt", "⌥") : keys})`;
}

/** The form for a link. */
export const LINK = frAll({
  title: "Lien",
  address: "Adresse de la page, ou adresse de courriel",
  text: "Mots à afficher",
  save: "Mettre le lien",
  remove: "Enlever le lien",
  cancel: "Annuler",
  missing: "Écrivez l'adresse.",
  refused:
    "Cette adresse n'est pas reconnue. Écrivez une adresse qui commence par https:// ou http://, une adresse de courriel, ou tel: suivi d'un numéro de téléphone.",
});

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
