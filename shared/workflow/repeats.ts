import { canonicalJson } from "../text/canonical-json.ts";
import type { Facts, FicheEvent } from "./acts.ts";
import type { Compte, ReserveState } from "./state.ts";
import { avisOf, openReserves } from "./versions.ts";

/**
 * Whether this very thing was done already, by the same person and of the same words: two presses of one button, or a
 * request that was sent again. Réserves that were made already are no part of the event. Acts that cannot follow themselves
 * are refused by their guards before.
 */
export function isDoneAlready({ state, actor }: Facts, event: FicheEvent): boolean {
  switch (event.acte) {
    case "rendre_avis": {
      const given = avisOf(state, actor);
      return (
        given?.version === event.version &&
        given.sens === event.sens &&
        given.raison === event.raison &&
        event.reserves.length === 0
      );
    }
    case "repondre_reserve": {
      const last = state.reserves[event.reserve - 1]?.reponses.at(-1);
      return last?.de === actor && last.texte === event.texte;
    }
    case "relever_decision": {
      const last = state.decisions.findLast(({ version }) => version === event.version);
      return (
        last?.sens === event.sens &&
        last.date === event.date &&
        last.raison === event.raison &&
        last.compte !== null &&
        sameCompte(last.compte, event.compte)
      );
    }
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
    case "soumettre":
    case "retirer":
    case "confirmer_avis":
    case "deporter":
    case "lever_reserve":
    case "valider":
    case "renvoyer":
    case "publier":
    case "depublier":
    case "caviarder":
      return false;
  }
}

/** Of these réserves, each once, those that the person has not made yet on this very version. */
export function newReserves<Asked extends Pick<ReserveState, "sur" | "texte">>(
  { state, actor }: Facts,
  version: number,
  asked: readonly Asked[],
): Asked[] {
  const own = openReserves(state).filter((made) => made.de === actor && made.version === version);
  return asked.filter(
    (each, index) =>
      !own.some((made) => isSame(made, each)) && asked.findIndex((other) => isSame(other, each)) === index,
  );
}

function sameCompte(one: Compte, other: Compte): boolean {
  const written = (compte: Compte) => canonicalJson({ ...compte, deports: compte.deports ?? [] });
  return written(one) === written(other);
}

function isSame(
  { sur, texte }: Pick<ReserveState, "sur" | "texte">,
  other: Pick<ReserveState, "sur" | "texte">,
): boolean {
  return texte === other.texte && sur.partie === other.sur.partie && sur.citation === other.sur.citation;
}
