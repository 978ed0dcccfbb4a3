import type { BlockSection } from "./sections.ts";

/** What a paragraph is. An absent genre is `texte`. */
export const GENRES = ["texte", "titre", "sous_titre", "puce", "numero", "citation"] as const;
export type Genre = (typeof GENRES)[number];

/** How far a paragraph is indented. An absent retrait is 0. */
export const RETRAITS = [0, 1, 2] as const;
export type Retrait = (typeof RETRAITS)[number];

export const MAX_RETRAIT: Retrait = 2;

/** Whether this is a genre: a stranger's document may hold anything. */
export function isGenre(value: unknown): value is Genre {
  return typeof value === "string" && (GENRES as readonly string[]).includes(value);
}

/** The same of a retrait. */
export function isRetrait(value: unknown): value is Retrait {
  return value === 0 || value === 1 || value === 2;
}

const ONLY_TEXT: readonly Genre[] = ["texte"];

/** The genres that a section's toolbar offers. The plain summary is made of sentences only. */
export function genresOf(section: BlockSection): readonly Genre[] {
  return section === "resume" ? ONLY_TEXT : GENRES;
}
