import type { Genre } from "../../shared/editor/genres.ts";
import { frAll } from "./typography.ts";

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
