import type { AttenteKind } from "../domain/attente.ts";
import { fichePages } from "./fiche-paths.ts";
import { type FicheAddress, paths } from "./paths.ts";

/** The part of the Instruction view in which each is done; null: it is done in the text. */
const PARTS: Readonly<Record<AttenteKind, string | null>> = {
  avis_a_donner: "avis",
  avis_a_confirmer: "avis",
  reserve_a_lever: "reserves",
  reserve_a_repondre: "reserves",
  decision_a_relever: "decision",
  validation: "copil",
  sections_a_completer: null,
};

/** Where what waits for somebody is done: the very part of its page. */
export function attentePath(quoi: AttenteKind, slug: string, fiche: FicheAddress): string {
  const part = PARTS[quoi];
  return part === null ? paths.fiche(slug, fiche) : `${fichePages.instruction(slug, fiche)}#${part}`;
}
