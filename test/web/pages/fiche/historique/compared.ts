import type { Genre, Retrait } from "../../../../../shared/editor/genres.ts";
import type { AccountId } from "../../../../../shared/ids.ts";
import type { ComparedBlock, ComparedRun } from "../../../../../shared/protocol/bodies/history.ts";

/** Who made every change of these comparisons. */
export const ANNE = "anne" as AccountId;

const PLAIN = { gras: false, italique: false, lien: null, saut: false };

export function kept(texte: string): ComparedRun {
  return { ...PLAIN, texte, kind: "garde" };
}

/** @param deplacePar who moved the words there, when Anne wrote them elsewhere */
export function added(texte: string, deplacePar: AccountId | null = null): ComparedRun {
  return { ...PLAIN, texte, kind: "ajoute", par: ANNE, deplacePar, le: 1 };
}

export function removed(texte: string): ComparedRun {
  return { ...PLAIN, texte, kind: "retire", par: ANNE, auteur: ANNE, le: 1, deplace: false };
}

/** A paragraph that was one, and is the same kind of one. */
export function block(runs: readonly ComparedRun[], genre: Genre = "texte", retrait: Retrait = 0): ComparedBlock {
  return { avant: { genre, retrait }, apres: { genre, retrait }, runs };
}
