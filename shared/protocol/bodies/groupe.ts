import { z } from "zod";
import { ATELIER_DAYS_MAX, ATELIER_USES_DEFAULT, ATELIER_USES_MAX } from "../../domain/atelier.ts";
import { GROUPE_ROLES, type GroupeRole } from "../../domain/contrat.ts";
import type { AccountId, AtelierId, DocumentId, GroupeId, OrganisationId, ReunionId } from "../../ids.ts";
import type { Droit, FicheInList } from "../http-bodies.ts";
import { NOM_MAX } from "./contrat.ts";
import { idField, lineField, linesField, momentField, webAddressField } from "./fields.ts";

/** `POST /api/contrats/:contrat/groupes`: 201 and its id; `PUT …/groupes/:groupe`: 204. */
export const groupeBody = z.strictObject({ nom: lineField(NOM_MAX) });

/** `PUT /api/contrats/:contrat/groupes/:groupe/ecriture`: 204. */
export const writingBody = z.strictObject({ habitantsEcrivent: z.boolean() });

/** `PUT /api/contrats/:contrat/groupes/:groupe/appel`: 204. The call to join, open or not. */
export const appelBody = z.strictObject({ ouvert: z.boolean(), texte: linesField(1_000) });

/** `PUT /api/contrats/:contrat/groupes/:groupe/membres/:personne`: 204. Exactly these roles; none: out of the groupe. */
export const groupeMembreBody = z.strictObject({ roles: z.array(z.enum(GROUPE_ROLES)).max(GROUPE_ROLES.length) });

/** `POST /api/contrats/:contrat/groupes/:groupe/demandes/:personne`: 204. With a role they join; with null they do not. */
export const answerDemandeBody = z.strictObject({ role: z.enum(GROUPE_ROLES).nullable() });

/** `POST /api/contrats/:contrat/groupes/:groupe/reunions`: 201 and its id; `PUT …/reunions/:reunion`: 204. */
export const reunionBody = z.strictObject({
  le: momentField,
  lieu: lineField(NOM_MAX).nullable(),
  lien: webAddressField.nullable(),
  ordreDuJour: z.array(lineField(300)).max(30),
});

/** `PUT /api/contrats/:contrat/reunions/:reunion/presence`: 204. */
export const presenceBody = z.strictObject({
  presents: z.array(idField<AccountId>()).max(500),
  excuses: z.array(idField<AccountId>()).max(500),
  /** How many people came who are not of the groupe. */
  autres: z.int().min(0).max(1_000),
});

/** `POST /api/contrats/:contrat/groupes/:groupe/ateliers`: 201, an `AtelierCreatedBody`. */
export const atelierBody = z.strictObject({
  jours: z.int().min(1).max(ATELIER_DAYS_MAX),
  usages: z.int().min(1).max(ATELIER_USES_MAX).default(ATELIER_USES_DEFAULT),
});

/** The only answer that ever holds the code: only a digest is kept. */
export interface AtelierCreatedBody {
  readonly id: AtelierId;
  /** `KF3R-8YAM` */
  readonly code: string;
  readonly expireLe: number;
}

/** `GET /api/contrats/:contrat/groupes` */
export interface GroupesBody {
  readonly groupes: readonly GroupeInList[];
}

export interface GroupeInList {
  readonly id: GroupeId;
  readonly nom: string;
  /** What this person is in it: nothing, for a groupe that only calls. */
  readonly roles: readonly GroupeRole[];
  /** The call to join, while it is open. */
  readonly appel: string | null;
  /** Whether this person has asked to join. */
  readonly demande: boolean;
  /** How many fiches and membres; null for who is not of it. */
  readonly fiches: number | null;
  readonly membres: number | null;
  /** The next meeting; null: none is planned, or this person is not of it. */
  readonly prochaine: ReunionInGroupe | null;
  /** How many ask to join; null for whoever does not answer them. */
  readonly demandes: number | null;
}

/** `GET /api/contrats/:contrat/groupes/:groupe` (an id, or the short id that addresses end with) */
export interface GroupeBody {
  readonly id: GroupeId;
  readonly nom: string;
  readonly habitantsEcrivent: boolean;
  readonly appel: { readonly ouvert: boolean; readonly texte: string };
  readonly roles: readonly GroupeRole[];
  readonly droits: { readonly gerer_groupe: Droit; readonly ecrire: Droit };
  readonly fiches: readonly FicheInList[];
  readonly membres: readonly GroupeMembreBody[];
  /** The next first, then those that were, the newest first. */
  readonly reunions: readonly ReunionInGroupe[];
  /** Who asks to join; null for whoever does not answer them. */
  readonly demandes: readonly { readonly id: AccountId; readonly nom: string | null; readonly le: number }[] | null;
  /** The codes given out; null for whoever does not manage them. */
  readonly ateliers: readonly AtelierInGroupe[] | null;
}

/** `GET /api/contrats/:contrat/groupes/:groupe/personnes`: who is of the contrat and not of this groupe, by name. */
export interface OutsideGroupeBody {
  readonly personnes: readonly {
    readonly id: AccountId;
    readonly nom: string;
    /** Whom they speak for: tells namesakes apart. */
    readonly organisation: string | null;
  }[];
}

export interface GroupeMembreBody {
  readonly id: AccountId;
  readonly nom: string | null;
  /** Whom they speak for. */
  readonly organisation: { readonly id: OrganisationId; readonly nom: string } | null;
  readonly roles: readonly GroupeRole[];
}

export interface ReunionInGroupe {
  readonly id: ReunionId;
  readonly le: number;
  readonly lieu: string | null;
  readonly lien: string | null;
  readonly ordreDuJour: readonly string[];
  readonly presence: {
    readonly presents: readonly AccountId[];
    readonly excuses: readonly AccountId[];
    readonly autres: number;
  } | null;
  /** The text of its notes, once somebody opened them. */
  readonly notes: DocumentId | null;
}

export interface AtelierInGroupe {
  readonly id: AtelierId;
  readonly etat: "ouvert" | "expire" | "ferme" | "epuise";
  readonly creeLe: number;
  readonly expireLe: number;
  readonly usages: number;
  readonly usagesMax: number;
}
