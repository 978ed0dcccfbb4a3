import type { EtatRedaction } from "../domain/contrat.ts";
import type { Regle } from "../domain/instance.ts";
import type { SensAvis, SensDecision, VersionEtat } from "../domain/version.ts";
import type { Empreintes, EngagementPart } from "../editor/canonical.ts";
import type { AccountId } from "../ids.ts";

/** Everything that acts made of a fiche: three facts, never one. Folded from its journal by `evolve`. */
export interface FicheState {
  /** The draft. */
  readonly etat: EtatRedaction;
  /** Every version that was submitted, oldest first; `versions[n - 1]` is version n. */
  readonly versions: readonly VersionState[];
  /** The avis of each person: the last one that they gave or confirmed. */
  readonly avis: readonly AvisState[];
  /** Every reserve ever made, oldest first; its `id` is its place here, from 1. */
  readonly reserves: readonly ReserveState[];
  readonly decisions: readonly DecisionState[];
  /** Who declared that they take no part in the instruction of this fiche. */
  readonly deports: readonly AccountId[];
  /** The version that everybody may read; null: none. Acts on later versions never change it. */
  readonly publication: PublicationState | null;
}

/** `le`: when it was published, in milliseconds since 1970. */
export interface PublicationState {
  readonly version: number;
  readonly le: number;
  readonly par: AccountId;
}

export interface VersionState {
  readonly numero: number;
  /** As it was frozen. */
  readonly empreintes: Empreintes;
  /** Parts of which words were masked since, with the fingerprint of what is left. */
  readonly masquees: Partial<Empreintes["parts"]>;
  readonly etat: VersionEtat;
  readonly soumiseLe: number;
  readonly soumisePar: AccountId;
  /** The rule of the comité technique as it was when this instruction opened. */
  readonly regle: Regle;
  /**
   * When it was approved and validated last, in milliseconds since 1970: a moment of the day that the decision names, which
   * may be written down later; or when the last réserve was lifted.
   */
  readonly approuveeLe: number | null;
  readonly valideeLe: number | null;
}

export interface AvisState {
  readonly de: AccountId;
  readonly sens: SensAvis;
  readonly raison: string | null;
  /** The version that it speaks of: on a later one it is to be confirmed, and counts for nothing until then. */
  readonly version: number;
  /** The parts as they were then: what is new since is what the person is shown. */
  readonly parts: Empreintes["parts"];
  readonly le: number;
}

/** What a réserve is about. */
export interface Passage {
  readonly partie: EngagementPart;
  /** The words of the version that it is about; empty: the whole part. */
  readonly citation: string;
}

export interface ReserveState {
  readonly id: number;
  readonly de: AccountId;
  readonly version: number;
  readonly sur: Passage;
  readonly texte: string;
  readonly le: number;
  readonly reponses: readonly { readonly de: AccountId; readonly texte: string; readonly le: number }[];
  /** By whom it was lifted is who made it. `version`: the one whose words were shown. */
  readonly levee: { readonly version: number; readonly le: number } | null;
}

export interface DecisionState {
  readonly version: number;
  readonly sens: SensDecision | "validee" | "renvoyee";
  /** The body that decided. */
  readonly instance: "comite_technique" | "copil";
  /** The day on which it decided, « 2026-03-26 ». */
  readonly date: string;
  readonly relevePar: AccountId;
  readonly le: number;
  readonly raison: string | null;
  /** How it was counted; null for the Copil, whose president or coordination says so. */
  readonly compte: Compte | null;
}

/** How a decision was counted. */
export interface Compte {
  /** A séance counts those present or represented; a written consultation, the avis given. */
  readonly mode: "seance" | "consultation_ecrite";
  /** Membres of the body, less those who take no part. */
  readonly membres: number;
  readonly quorum: number;
  /** Whom the quorum counts. */
  readonly comptes: readonly AccountId[];
  /** Who of the body took no part, because they wrote the fiche then or said so. The first entries do not say it. */
  readonly deports?: readonly AccountId[];
  readonly favorables: number;
  readonly defavorables: number;
  readonly abstentions: number;
  /** Counted by the quorum, and without an avis on this version. */
  readonly sansAvis: number;
}
