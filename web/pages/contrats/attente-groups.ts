import { attentePath as whereItIsDone } from "../../../shared/protocol/attente-paths.ts";
import type { AttenteBody } from "../../../shared/protocol/bodies/attentes.ts";
import { fichePages } from "../../../shared/protocol/fiche-paths.ts";
import { type AttenteGroup, GROUP_OF } from "../../labels/attentes.ts";

/** In the order of the page: what others wait for first. */
const ORDER: readonly AttenteGroup[] = ["a_examiner", "a_decider", "a_repondre", "a_completer"];

/** What waits, by group, those that are empty left out. */
export function groupsOf(
  attentes: readonly AttenteBody[],
): readonly { readonly group: AttenteGroup; readonly attentes: readonly AttenteBody[] }[] {
  return ORDER.map((group) => ({ group, attentes: attentes.filter(({ quoi }) => GROUP_OF[quoi] === group) })).filter(
    (each) => each.attentes.length > 0,
  );
}

/** Where it is done; an avis is given by who read the version first, and so from its beginning. */
export function attentePath({
  quoi,
  contrat: { slug },
  fiche,
}: Pick<AttenteBody, "quoi" | "contrat" | "fiche">): string {
  const isAvis = quoi === "avis_a_donner" || quoi === "avis_a_confirmer";
  return isAvis ? fichePages.instruction(slug, fiche) : whereItIsDone(quoi, slug, fiche);
}

/** The fiches that one has to examine, each once, in the order of the page. */
export function toExamine(attentes: readonly AttenteBody[]): readonly AttenteBody[] {
  const mine = attentes.filter(({ quoi }) => GROUP_OF[quoi] === "a_examiner");
  return mine.filter((each, index) => mine.findIndex(({ fiche }) => fiche.id === each.fiche.id) === index);
}
