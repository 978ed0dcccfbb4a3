import { z } from "zod";
import type { EtatRedaction } from "../../domain/contrat.ts";
import type { VersionPubliee } from "../../domain/fiche.ts";
import type { Regle } from "../../domain/instance.ts";
import { SENS_AVIS, SENS_DECISION, type SensAvis } from "../../domain/version.ts";
import { isVisible } from "../../editor/blocks.ts";
import { type Empreinte, ENGAGEMENT, type EngagementPart } from "../../editor/canonical.ts";
import type { TextSection } from "../../editor/sections.ts";
import type { AccountId } from "../../ids.ts";
import type { Dated } from "../../workflow/acts.ts";
import type { OfferedActe } from "../../workflow/possible-acts.ts";
import type { DecisionState, ReserveState } from "../../workflow/state.ts";
import { CITATION_MAX } from "../limits.ts";
import { dayField, empreinteField, idField, linesField, quotedField } from "./fields.ts";
import type { Names, VersionInList } from "./history.ts";

const shown = { version: z.int().min(1).max(10_000), empreinte: empreinteField };
/** Somebody reads it: what nobody sees is no reason. */
const sentence = linesField(2_000).refine(isVisible);

/** `POST …/actes` */
export const ficheActeBody = z.discriminatedUnion("acte", [
  z.strictObject({ acte: z.enum(["mettre_en_relecture", "reprendre_redaction", "clore", "rouvrir"]) }),
  z.strictObject({ acte: z.literal("soumettre"), empreinte: empreinteField, malgre: sentence.nullable() }),
  z.strictObject({ acte: z.literal("retirer"), ...shown, raison: sentence }),
  z.strictObject({
    acte: z.literal("rendre_avis"),
    ...shown,
    sens: z.enum(SENS_AVIS),
    raison: sentence.nullable(),
    reserves: z
      .array(
        z.strictObject({
          sur: z.strictObject({ partie: z.enum(ENGAGEMENT), citation: quotedField(CITATION_MAX) }),
          texte: sentence,
        }),
      )
      .max(50),
  }),
  z.strictObject({ acte: z.enum(["confirmer_avis", "deporter"]), ...shown }),
  z.strictObject({ acte: z.literal("repondre_reserve"), reserve: z.int().min(1).max(100_000), texte: sentence }),
  z.strictObject({ acte: z.literal("lever_reserve"), ...shown, reserve: z.int().min(1).max(100_000) }),
  z.strictObject({
    acte: z.literal("relever_decision"),
    ...shown,
    sens: z.enum(SENS_DECISION),
    date: dayField,
    raison: sentence.nullable(),
    mode: z.enum(["seance", "consultation_ecrite"]),
    presents: z.array(idField<AccountId>()).max(200),
  }),
  z.strictObject({ acte: z.literal("valider"), ...shown, date: dayField }),
  z.strictObject({ acte: z.literal("renvoyer"), ...shown, date: dayField, raison: sentence }),
  z.strictObject({ acte: z.literal("publier"), ...shown, malgre: sentence.nullable() }),
  z.strictObject({ acte: z.literal("depublier"), ...shown, raison: sentence }),
]);

/** `GET …/actes` */
export interface ActesBody {
  readonly etat: EtatRedaction;
  /** All of them, the latest first; empty for who may not read them. */
  readonly versions: readonly VersionInList[];
  /** The words that bind: the last version approved and not replaced, with what was changed since. */
  readonly approuvee: {
    readonly version: number;
    readonly le: number;
    readonly modifiees: readonly EngagementPart[];
  } | null;
  /** What everybody may read; null: nothing is published. */
  readonly publiee: VersionPubliee | null;
  /** The draft as it would be submitted: what `soumettre` names. */
  readonly brouillon: {
    readonly empreinte: Empreinte;
    /** Where its log stands: its moment is `m<seq>`. */
    readonly seq: number;
    readonly manquantes: readonly TextSection[];
    /** Whether this person may submit it in spite of what is missing. */
    readonly malgre: boolean;
  } | null;
  readonly actes: readonly OfferedActe[];
  /** Whether this person may record a decision and it is awaited: enough avis are there. It may be recorded before. */
  readonly decisionAttendue: boolean;
  /** Whether this person may answer réserves and one that stands has no answer. Another answer may be added to any. */
  readonly reponseAttendue: boolean;
  readonly noms: Names;
}

/** `GET …/instruction`: of the version that is being examined, or the last that was. */
export interface InstructionBody {
  readonly version: VersionInList | null;
  /** The version that came after it, if it was the last and was withdrawn: bodies are told why they read an earlier one. */
  readonly retiree: RetireeBody | null;
  readonly regle: Regle | null;
  /** Whether the person who asks sees avis one by one: the committee and the coordination as they come, the group once it is decided. */
  readonly avisVisibles: boolean;
  readonly avis: readonly AvisBody[];
  readonly reserves: readonly ReserveBody[];
  readonly decisions: readonly DecisionState[];
  readonly membres: readonly { readonly personne: AccountId; readonly deport: "redacteur" | "declare" | null }[];
  /** Of the person who asks. */
  readonly moi: {
    readonly personne: AccountId;
    readonly siege: boolean;
    readonly avis: AvisBody | null;
    /** The version that their comparison starts from: the last on which they gave an avis. */
    readonly depuis: number | null;
  };
  readonly noms: Names;
}

export interface RetireeBody {
  readonly version: number;
  readonly par: AccountId;
  /** Milliseconds since 1970. */
  readonly le: number;
  readonly raison: string;
}

/**
 * A réserve. `de` null: a membre of the comité, whose avis the person who asks does not see yet. `vivante`: it stands in the
 * way, not lifted and of somebody who takes part.
 */
export type ReserveBody = Omit<ReserveState, "de"> & { readonly de: AccountId | null; readonly vivante: boolean };

export interface AvisBody {
  readonly de: AccountId;
  readonly sens: SensAvis;
  readonly raison: string | null;
  readonly version: number;
  readonly le: number;
  /** Given on an earlier version: it counts for nothing until it is confirmed. */
  readonly aConfirmer: boolean;
  /** Parts that changed since. */
  readonly modifiees: readonly EngagementPart[];
}

/** How many entries a page of the journal has. */
export const FICHE_JOURNAL_PAGE = 100;

/** `GET …/journal?avant=<numero>`: the latest first. */
export const ficheJournalQuery = z.strictObject({ avant: z.coerce.number().int().min(1).optional() });

/** The acts on a fiche, as far as the person who asks may see them: avis are not there before the decision for everybody. */
export interface FicheJournalBody {
  readonly entrees: readonly FicheJournalEntry[];
  /** Whether there are older ones. */
  readonly suite: boolean;
  readonly noms: Names;
}

export interface FicheJournalEntry extends Dated {
  /** From 1. */
  readonly numero: number;
  /** Of the entry, which is chained to the one before. */
  readonly empreinte: string;
}
