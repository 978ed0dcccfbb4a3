import type { TextSection } from "../editor/sections.ts";

/** What the contrat keeps of a fiche's text, told by its document: a copy, for lists. */
export interface FicheSummary {
  readonly intitule: string;
  /** Text sections with at least one word. */
  readonly remplies: readonly TextSection[];
  /** Milliseconds since 1970. */
  readonly modifieeLe: number;
}
