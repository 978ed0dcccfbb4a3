import { changedParts } from "../editor/canonical.ts";
import { can } from "../policy/can.ts";
import type { Capability } from "../policy/capabilities.ts";
import type { PolicyRefusal } from "../policy/refusals.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Facts, FicheActe, Shown } from "./acts.ts";
import { count, hasQuorum, pendingReserves, takingPart } from "./quorum.ts";
import type { WorkflowRefusal } from "./refusals.ts";
import type { FicheState, ReserveState, VersionState } from "./state.ts";
import { DRAFT_TRANSITIONS, IN_INSTRUCTION, PUBLISHABLE, VERSION_TRANSITIONS } from "./transitions.ts";
import {
  approved,
  avisOf,
  currentParts,
  examined,
  isOneOf,
  isSubmitted,
  openReserves,
  published,
  underReserve,
  versionOf,
} from "./versions.ts";

export type ActeRefusal = WorkflowRefusal | PolicyRefusal;
type Guard = Result<null, ActeRefusal>;

/** What each act needs, in the table of rights. */
export const NEEDS: Readonly<Record<FicheActe, Capability>> = {
  mettre_en_relecture: "soumettre",
  reprendre_redaction: "soumettre",
  clore: "soumettre",
  rouvrir: "soumettre",
  soumettre: "soumettre",
  retirer: "soumettre",
  rendre_avis: "rendre_avis",
  confirmer_avis: "rendre_avis",
  deporter: "rendre_avis",
  repondre_reserve: "ecrire",
  lever_reserve: "lever_reserve",
  relever_decision: "relever_decision",
  valider: "valider",
  renvoyer: "renvoyer",
  publier: "publier",
  depublier: "publier",
};

/**
 * Whether this person may do this act now, about this version (null: the act is about none): everything that does not
 * depend on what they would say. What greys out a button, and the first thing that a request meets.
 */
export function guard(facts: Facts, acte: FicheActe, version: VersionState | null): Guard {
  const right = mayAct(facts, acte);
  if (!right.ok) return right;
  const { state } = facts;
  switch (acte) {
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
      return when(isOneOf(DRAFT_TRANSITIONS[acte].from, state.etat), "etat_autre");
    case "soumettre":
      return maySubmit(facts);
    case "retirer":
      return isExamined(version);
    case "relever_decision":
      return mayRecord(facts, version);
    case "rendre_avis":
      return mayGiveAvis(facts, version);
    case "confirmer_avis":
      return mayConfirm(facts, version);
    case "deporter":
      if (state.deports.includes(facts.actor)) return refuse("deja_deporte");
      // A réserve of somebody who takes no part must not hold back a version for ever.
      return version?.etat === "approuvee_sous_reserve" ? ok(null) : isExamined(version);
    case "repondre_reserve":
      return when(openReserves(state).length > 0, "reserve_inconnue");
    case "lever_reserve":
      return mayLift(facts, version);
    case "valider":
    case "renvoyer":
      return isFrom(facts, acte, version);
    case "publier":
      return mayPublish(state, version);
    case "depublier":
      return mayUnpublish(state, version);
  }
}

/** The version that an act would be about, as things stand; null: none. */
export function subjectOf({ state }: Facts, acte: FicheActe): VersionState | null {
  switch (acte) {
    case "valider":
    case "renvoyer":
      return state.versions.findLast(({ etat }) => isOneOf(VERSION_TRANSITIONS.renvoyer.from, etat)) ?? null;
    case "publier":
      return state.versions.findLast(({ etat }) => isOneOf(PUBLISHABLE, etat)) ?? null;
    case "depublier":
      return published(state);
    case "lever_reserve":
      return examined(state) ?? approved(state);
    case "retirer":
    case "rendre_avis":
    case "confirmer_avis":
    case "relever_decision":
      return examined(state);
    case "deporter":
      return examined(state) ?? underReserve(state);
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
    case "soumettre":
    case "repondre_reserve":
      return null;
  }
}

/** The rights alone. `sien`: of a réserve, whether it is the person's own; while none is named, whether they have one. */
function mayAct({ state, rights, actor }: Facts, acte: FicheActe, reserve: number | null = null): Guard {
  const own = openReserves(state).some(({ id, de }) => de === actor && (reserve === null || id === reserve));
  return can(NEEDS[acte], {
    ...rights,
    etat: state.etat,
    soumise: isSubmitted(state),
    publiee: state.publication !== null,
    sien: own,
  });
}

/** Whether this person may lift this very réserve. */
export function mayLiftThis(facts: Facts, reserve: number): Guard {
  const found = facts.state.reserves[reserve - 1];
  if (found === undefined) return refuse("reserve_inconnue");
  if (found.levee !== null && !openReserves(facts.state).includes(found)) return refuse("reserve_levee");
  return mayAct(facts, "lever_reserve", reserve);
}

function maySubmit({ state, draft }: Facts): Guard {
  if (state.etat === "close") return refuse("fiche_close");
  const last = state.versions.at(-1);
  // Masking words is no change of them: what is left is compared.
  const same =
    draft !== null && last !== undefined && changedParts(currentParts(last), draft.empreintes.parts).length === 0;
  // Words that were withdrawn may be submitted again; all others were judged, or are being.
  return when(!same || last.etat === "retiree", "rien_de_nouveau");
}

function isExamined(version: VersionState | null): Guard {
  if (version === null) return refuse("version_inconnue");
  if (version.etat === "remplacee" || version.etat === "retiree") return refuse("version_depassee");
  return when(isOneOf(IN_INSTRUCTION, version.etat), "instruction_close");
}

/** Who declared that they take no part presides no decision either; the coordination writes down what others decided. */
function mayRecord(facts: Facts, version: VersionState | null): Guard {
  const { state, actor, rights } = facts;
  if (state.deports.includes(actor) && !rights.contratRoles.includes("coordination")) return refuse("deporte");
  const open = isExamined(version);
  if (!open.ok || version === null) return open;
  // Were all of them there.
  const possible = count(facts, version, "seance", takingPart(facts));
  return when(hasQuorum(possible), "quorum_non_atteint");
}

function mayGiveAvis(facts: Facts, version: VersionState | null): Guard {
  if (facts.state.deports.includes(facts.actor)) return refuse("deporte");
  return isExamined(version);
}

function mayConfirm(facts: Facts, version: VersionState | null): Guard {
  const part = mayGiveAvis(facts, version);
  if (!part.ok) return part;
  const avis = avisOf(facts.state, facts.actor);
  if (avis === null) return refuse("avis_absent");
  return when(avis.version !== version?.numero, "avis_deja_confirme");
}

function mayLift(facts: Facts, version: VersionState | null): Guard {
  if (facts.state.deports.includes(facts.actor)) return refuse("deporte");
  const current = examined(facts.state);
  // The change that answers a réserve is in the words that are examined now: an earlier version lacks it.
  if (current !== null && version !== null && version.numero < current.numero) return refuse("version_depassee");
  if (version === null || !isOneOf(VERSION_TRANSITIONS.lever_reserve.from, version.etat)) return isExamined(version);
  const own = openReserves(facts.state).filter(({ de }) => de === facts.actor);
  return when(
    own.some((reserve) => isAnswered(reserve, version)),
    "reserve_sans_reponse",
  );
}

/** Once it is what the approval of this version hangs on, a réserve is lifted for an answer or for other words. */
export function isAnswered({ version, reponses }: ReserveState, { numero }: VersionState): boolean {
  return version !== numero || reponses.length > 0;
}

function isFrom(facts: Facts, acte: "valider" | "renvoyer", version: VersionState | null): Guard {
  if (version === null) return refuse("non_approuvee");
  const { etat } = version;
  if (etat === "remplacee" || etat === "retiree") return refuse("version_depassee");
  if (etat === "approuvee_sous_reserve" && acte === "valider") {
    // Who made one and left could lift it no more: the others were, and the version waits for nobody.
    return when(pendingReserves(facts, version).length === 0, "reserves_non_levees");
  }
  if (isOneOf(VERSION_TRANSITIONS[acte].from, etat)) return ok(null);
  return refuse(etat === "validee" ? "instruction_close" : "non_approuvee");
}

function mayPublish({ publication }: FicheState, version: VersionState | null): Guard {
  if (version === null) return refuse("non_validee");
  if (publication?.version === version.numero) return refuse("deja_publiee");
  if (version.etat === "remplacee" || version.etat === "retiree") return refuse("version_depassee");
  return when(isOneOf(PUBLISHABLE, version.etat), "non_validee");
}

function mayUnpublish({ publication }: FicheState, version: VersionState | null): Guard {
  if (publication === null) return refuse("aucune_publication");
  return when(version === null || version.numero === publication.version, "publication_autre");
}

/** The version that the screen showed, if it is this one. */
export function shownVersion(
  { state }: Facts,
  shown: Shown,
): Result<VersionState, "version_inconnue" | "empreinte_autre"> {
  const version = versionOf(state, shown.version);
  if (version === null) return refuse("version_inconnue");
  return version.empreintes.version === shown.empreinte ? ok(version) : refuse("empreinte_autre");
}

function when(holds: boolean, code: WorkflowRefusal): Guard {
  return holds ? ok(null) : refuse(code);
}
