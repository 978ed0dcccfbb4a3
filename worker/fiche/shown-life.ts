import { awaitsDecision } from "../../shared/domain/attente.ts";
import { changedParts } from "../../shared/editor/canonical.ts";
import type { AccountId } from "../../shared/ids.ts";
import { can, type FicheFacts } from "../../shared/policy/can.ts";
import {
  type ActesBody,
  type AvisBody,
  FICHE_JOURNAL_PAGE,
  type FicheJournalBody,
  type InstructionBody,
} from "../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../shared/protocol/bodies/history.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Dated, FicheEvent } from "../../shared/workflow/acts.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import { fold } from "../../shared/workflow/evolve.ts";
import { stateOfPeople } from "../../shared/workflow/joints.ts";
import { possibleActs } from "../../shared/workflow/possible-acts.ts";
import { standingReserves, takingPart } from "../../shared/workflow/quorum.ts";
import type { AvisState, Compte, FicheState, VersionState } from "../../shared/workflow/state.ts";
import { approvalTime, instructionOf, publicationOf } from "../../shared/workflow/told.ts";
import { approved, currentParts, examined, openReserves } from "../../shared/workflow/versions.ts";
import type { Drafted } from "./draft.ts";
import type { FicheLife, FicheRefusal } from "./life.ts";
import type { Versions } from "./versions.ts";

/** An answer before the contrat says what its people are called. */
export type Unnamed<Body> = Omit<Body, "noms"> & { readonly personnes: readonly AccountId[] };

/** Where the fiche stands, and every act with its verdict for this person. */
export function shownActes(
  life: FicheLife,
  by: AccountId,
  context: FicheContext,
): Result<Unnamed<ActesBody>, FicheRefusal> {
  const standing = life.standing(context);
  if (!standing.ok) return standing;
  const { state, facts } = standing.value;
  const readsDraft = can("lire_brouillon", facts).ok;
  const readsVersions = can("lire_version_soumise", facts).ok;
  const binding = readsVersions ? approved(state) : null;
  const draft = readsDraft || binding !== null ? life.draft.read() : null;
  const versions = readsVersions ? versionsInList(state, life.versions) : [];
  const actes = possibleActs(life.factsFor(by, context, state, readsDraft));
  return ok({
    etat: state.etat,
    versions,
    approuvee:
      binding === null || draft === null
        ? null
        : {
            version: binding.numero,
            le: approvalTime(binding),
            modifiees: changedParts(currentParts(binding), draft.empreintes.parts),
          },
    publiee: publicationOf(state),
    brouillon: readsDraft && draft !== null ? shownDraft(draft, context) : null,
    actes: actes.map((offered) => (readsVersions ? offered : { ...offered, version: null })),
    decisionAttendue: actes.some(
      ({ acte, verdict }) => acte === "relever_decision" && verdict.ok && isDecisionAwaited(state, context),
    ),
    reponseAttendue:
      actes.some(({ acte, verdict }) => acte === "repondre_reserve" && verdict.ok) &&
      standingReserves({ state, comite: context.comite }).some(({ reponses }) => reponses.length === 0),
    personnes: [...new Set(versions.map(({ soumisePar }) => soumisePar))],
  });
}

function isDecisionAwaited(state: FicheState, { comite }: FicheContext): boolean {
  const instruction = instructionOf(state);
  return instruction !== null && awaitsDecision(instruction, takingPart({ comite, state }));
}

function shownDraft({ empreintes, seq, manquantes }: Drafted, { droits }: FicheContext): ActesBody["brouillon"] {
  return { empreinte: empreintes.version, seq, manquantes, malgre: droits.contratRoles.includes("coordination") };
}

/** The acts on the fiche, the latest first; before the `avant`-th when it is given. */
export function shownJournal(
  life: FicheLife,
  context: FicheContext,
  avant: number | null,
): Result<Unnamed<FicheJournalBody>, FicheRefusal> {
  const standing = life.judge(context, "lire_version_soumise");
  if (!standing.ok) return standing;
  const { state, facts } = standing.value;
  const seen = life.journal
    .all()
    .filter(({ numero }) => avant === null || numero < avant)
    .filter((entry) => isShown(entry, state, facts))
    .reverse();
  const entrees = seen.slice(0, FICHE_JOURNAL_PAGE);
  return ok({
    entrees,
    suite: seen.length > entrees.length,
    personnes: [...new Set(entrees.flatMap(({ par, event }) => [par, ...peopleIn(event)]))],
  });
}

/** The instruction of the version that is examined, or of the last that was. */
export function shownInstruction(
  life: FicheLife,
  by: AccountId,
  context: FicheContext,
): Result<Unnamed<InstructionBody>, FicheRefusal> {
  const judged = life.judge(context, "lire_version_soumise");
  if (!judged.ok) return judged;
  const { state, facts } = judged.value;
  const version = examined(state) ?? state.versions.findLast(({ etat }) => etat !== "retiree") ?? null;
  const avisVisibles = seesAvisOn(version?.numero ?? 0, state, facts);
  const said = avisOn(version, life, state, context);
  const avis = said
    .filter((each) => seesAvisOn(each.version, state, facts, each.le))
    .map((each) => avisBody(each, version));
  const open = openReserves(state);
  const standing = new Set(standingReserves({ state, comite: context.comite }).map(({ id }) => id));
  const own = said.find(({ de }) => de === by);
  const { membres, deportes, regle } = context.comite;
  const reserves = state.reserves.map((reserve) => ({
    ...reserve,
    // The groupe answers it, whoever made it: that says which avis they gave.
    // Lifted on words that were withdrawn since, it is open.
    levee: open.includes(reserve) ? null : reserve.levee,
    de: reserve.de === by || seesAvisOn(reserve.version, state, facts, reserve.le) ? reserve.de : null,
    vivante: standing.has(reserve.id),
  }));
  const retiree = lastWithdrawal(life, state);
  return ok({
    retiree,
    version:
      version === null
        ? null
        : (versionsInList(state, life.versions).find(({ numero }) => numero === version.numero) ?? null),
    regle: version?.regle ?? regle,
    avisVisibles,
    avis,
    reserves,
    decisions: state.decisions,
    membres: membres.map((personne) => ({
      personne,
      deport: deportes.includes(personne) ? "redacteur" : state.deports.includes(personne) ? "declare" : null,
    })),
    moi: {
      personne: by,
      siege: membres.includes(by),
      avis: own === undefined ? null : avisBody(own, version),
      depuis: own?.version ?? null,
    },
    personnes: [
      ...new Set([
        by,
        ...membres,
        ...avis.map(({ de }) => de),
        ...reserves.flatMap(({ de, reponses }) => [de ?? [], reponses.map((reponse) => reponse.de)].flat()),
        ...state.decisions.flatMap(({ relevePar, compte }) => [relevePar, ...countedIn(compte)]),
        ...(version === null ? [] : [version.soumisePar]),
        ...(retiree === null ? [] : [retiree.par]),
      ]),
    ],
  });
}

/** Of the last version, if it was taken back from the committee. */
function lastWithdrawal(life: FicheLife, { versions }: FicheState): InstructionBody["retiree"] {
  const last = versions.at(-1);
  if (last?.etat !== "retiree") return null;
  for (const { event, par, le } of life.journal.all().reverse()) {
    if (event.acte === "retirer") return { version: last.numero, par, le, raison: event.raison };
  }
  return null;
}

/** What each said last of this version or before: what they said of a later one, withdrawn since, is not about it. */
function avisOn(
  version: VersionState | null,
  life: FicheLife,
  state: FicheState,
  { joints }: FicheContext,
): readonly AvisState[] {
  if (version === null || state.avis.every((avis) => avis.version <= version.numero)) return state.avis;
  const earlier = life.journal
    .all()
    .filter(
      ({ event }) =>
        (event.acte !== "rendre_avis" && event.acte !== "confirmer_avis") || event.version <= version.numero,
    );
  // No avis hangs on where the draft stood first.
  return stateOfPeople(fold("brouillon", earlier), joints).avis;
}

/** All of them, the latest first. */
export function versionsInList(state: FicheState, versions: Versions): VersionInList[] {
  return versions.list().map(({ numero, seq, le, par, empreintes }) => ({
    numero,
    seq,
    soumiseLe: le,
    soumisePar: par,
    empreinte: empreintes.version,
    // Each was frozen by the act that the state was folded from.
    etat: state.versions[numero - 1]?.etat ?? "soumise",
  }));
}

function avisBody({ de, sens, raison, version, le, parts }: AvisState, shown: VersionState | null): AvisBody {
  const modifiees = shown === null ? [] : changedParts(parts, currentParts(shown));
  return { de, sens, raison, version, le, aConfirmer: shown !== null && version < shown.numero, modifiees };
}

/**
 * Whether avis on this version are seen one by one: by who gives avis or records the decision, and by the coordination, as
 * they come; by everybody else who reads the version, from the decision on it. `le`: when it was given, in milliseconds since
 * 1970; what comes after a decision that put the version off waits for the next.
 */
function seesAvisOn(version: number, { decisions }: FicheState, facts: FicheFacts, le = 0): boolean {
  if (facts.contratRoles.includes("coordination")) return true;
  if (can("rendre_avis", facts).ok || can("relever_decision", facts).ok) return true;
  // What was said of a version that gave way counted, or was left out, in the decision on the next.
  return decisions.some((decision) => decision.version >= version && decision.le >= le);
}

function isShown({ event, le }: Dated, state: FicheState, facts: FicheFacts): boolean {
  switch (event.acte) {
    case "rendre_avis":
    case "confirmer_avis":
    case "lever_reserve":
      return seesAvisOn(event.version, state, facts, le);
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
    case "soumettre":
    case "retirer":
    case "deporter":
    case "repondre_reserve":
    case "relever_decision":
    case "valider":
    case "renvoyer":
    case "publier":
    case "depublier":
    case "caviarder":
      return true;
  }
}

/** Who is named by an event, besides who did it. */
function peopleIn(event: FicheEvent): readonly AccountId[] {
  return event.acte === "relever_decision" ? countedIn(event.compte) : [];
}

/** Who was counted, or took no part. */
function countedIn(compte: Compte | null): readonly AccountId[] {
  return compte === null ? [] : [...compte.comptes, ...(compte.deports ?? [])];
}
