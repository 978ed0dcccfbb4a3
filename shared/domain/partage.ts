import type { DocumentId } from "../ids.ts";

/** Which fiches a contrat shows to somebody: none, all of them, those of tomorrow included, or these. */
export type Selection = "aucune" | "toutes" | readonly DocumentId[];

/** Whether a selection holds this fiche. */
export function selects(selection: Selection, fiche: DocumentId): boolean {
  if (selection === "toutes") return true;
  return selection !== "aucune" && selection.includes(fiche);
}
