import type { EtatRedaction } from "../domain/contrat.ts";
import type { SensDecision, VersionEtat } from "../domain/version.ts";
import type { FicheActe } from "./acts.ts";

/** From where to where an act takes a draft or a version. Everything else leaves them as they are. */
interface Transition<Etat> {
  readonly from: readonly Etat[];
  readonly to: Etat;
}

/** The draft. */
export const DRAFT_TRANSITIONS = {
  mettre_en_relecture: { from: ["proposition", "brouillon"], to: "en_relecture" },
  reprendre_redaction: { from: ["proposition", "en_relecture"], to: "brouillon" },
  clore: { from: ["proposition", "brouillon", "en_relecture"], to: "close" },
  rouvrir: { from: ["close"], to: "brouillon" },
} as const satisfies Partial<Record<FicheActe, Transition<EtatRedaction>>>;

/** A version while the comité technique examines it. */
export const IN_INSTRUCTION = ["soumise", "ajournee"] as const satisfies readonly VersionEtat[];

/** A version whose words bind: the last of them is what was approved. */
export const APPROVED = ["approuvee", "approuvee_sous_reserve", "validee"] as const satisfies readonly VersionEtat[];

/** A version that may be made public, in the place of the one that is. */
export const PUBLISHABLE = ["validee"] as const satisfies readonly VersionEtat[];

/** A version: what each act makes of the one that it names. It is born `soumise`. */
export const VERSION_TRANSITIONS = {
  retirer: { from: IN_INSTRUCTION, to: "retiree" },
  /** From sous réserve when nobody who takes part could lift what is left of them. */
  valider: { from: ["approuvee", "approuvee_sous_reserve"], to: "validee" },
  renvoyer: { from: ["approuvee", "approuvee_sous_reserve"], to: "a_amender" },
  /** The last réserve of a version approved with some. */
  lever_reserve: { from: ["approuvee_sous_reserve"], to: "approuvee" },
} as const satisfies Partial<Record<FicheActe, Transition<VersionEtat>>>;

/** What a decision makes of the version. */
export const DECISIONS: Readonly<Record<SensDecision, Transition<VersionEtat>>> = {
  approuvee: { from: IN_INSTRUCTION, to: "approuvee" },
  approuvee_sous_reserve: { from: IN_INSTRUCTION, to: "approuvee_sous_reserve" },
  ajournee: { from: IN_INSTRUCTION, to: "ajournee" },
  refusee: { from: IN_INSTRUCTION, to: "refusee" },
};

/** Which earlier versions give way, when a later one is submitted, approved and validated. */
export const GIVES_WAY = {
  soumettre: ["soumise", "ajournee", "a_amender"],
  relever_decision: ["approuvee", "approuvee_sous_reserve"],
  valider: ["approuvee", "approuvee_sous_reserve", "validee"],
} as const satisfies Partial<Record<FicheActe, readonly VersionEtat[]>>;
