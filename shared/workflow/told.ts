import type { FicheVie, VersionPubliee } from "../domain/fiche.ts";
import { changedParts, type Empreintes } from "../editor/canonical.ts";
import type { FicheState, VersionState } from "./state.ts";
import { approved, currentParts, examined, isSubmitted, openReserves, reservesOn, underReserve } from "./versions.ts";

/** What a contrat is told of a fiche's life. `draft`: the text as it stands; read only when a version was approved. */
export function toldLife(state: FicheState, draft: () => Empreintes["parts"]): FicheVie {
  const binding = approved(state);
  const last = state.versions.at(-1);
  return {
    etat: state.etat,
    soumise: isSubmitted(state),
    derniere: last === undefined ? null : { numero: last.numero, etat: last.etat, le: last.soumiseLe },
    approuvee:
      binding === null
        ? null
        : {
            version: binding.numero,
            le: approvalTime(binding),
            sousReserve: binding.etat === "approuvee_sous_reserve",
            modifieeDepuis: changedParts(currentParts(binding), draft()).length > 0,
          },
    instruction: instructionOf(state),
    reserves: openReserves(state).map(({ de, le, reponses }) => ({
      de,
      repondue: reponses.length > 0,
      depuis: reponses.at(-1)?.le ?? le,
    })),
    aValider: toValidate(state),
    deports: state.deports,
    publiee: publicationOf(state),
  };
}

/** What everybody may read of this fiche, and since when; null: nothing. */
export function publicationOf({ publication }: FicheState): VersionPubliee | null {
  return publication === null ? null : { version: publication.version, le: publication.le };
}

/** When the words of this version were approved, in milliseconds since 1970: a moment of the day that was decided on. */
export function approvalTime({ approuveeLe, soumiseLe }: VersionState): number {
  return approuveeLe ?? soumiseLe;
}

/** The version that is examined, with what was said of it; null: none is. */
export function instructionOf(state: FicheState): FicheVie["instruction"] {
  const version = examined(state);
  if (version === null) return null;
  const { numero, soumiseLe, regle } = version;
  const avis = state.avis.map(({ de, version: on }) => ({ de, aJour: on === numero }));
  const putOff =
    version.etat === "ajournee" ? state.decisions.findLast((decision) => decision.version === numero) : undefined;
  const aDecider = putOff === undefined || state.avis.some((each) => each.version === numero && each.le > putOff.le);
  return { version: numero, depuis: soumiseLe, regle, avis, aDecider };
}

function toValidate(state: FicheState): FicheVie["aValider"] {
  const version = state.versions.findLast(({ etat }) => etat === "approuvee") ?? underReserve(state);
  if (version === null) return null;
  const waits = version.etat === "approuvee_sous_reserve" ? reservesOn(state, version.numero) : [];
  // Since somebody did something about it here: its decision may be of an earlier day.
  const recorded = state.decisions.flatMap((decision) => (decision.version === version.numero ? decision.le : []));
  const lifted = state.reserves.flatMap(({ levee }) => (levee?.version === version.numero ? levee.le : []));
  return {
    version: version.numero,
    depuis: Math.max(...recorded, ...lifted),
    attend: [...new Set(waits.map(({ de }) => de))],
  };
}
