import { z } from "zod";
import type { Adresse } from "../../domain/adresse.ts";
import type { ContratRole, GroupeRole } from "../../domain/contrat.ts";
import { LIST_TEXT_MAX, type ListError } from "../../domain/invitation-list.ts";
import type { GroupeId, InvitationId, OrganisationId } from "../../ids.ts";
import type { FailedMail } from "./account.ts";
import { adresseField } from "./auth.ts";
import { idField, personNameField } from "./fields.ts";
import { GIVEN_ROLES } from "./membre.ts";

/** What somebody is invited to be: in a groupe, or in the whole contrat. */
export type InvitationPlace =
  | { readonly groupe: GroupeId; readonly role: Exclude<GroupeRole, "habitant_atelier"> }
  | { readonly groupe: null; readonly role: (typeof GIVEN_ROLES)[number] };

/** The roles that an invitation to a groupe may give. */
export const INVITED_GROUPE_ROLES = ["pilote", "copilote", "partenaire", "habitant"] as const satisfies GroupeRole[];

const whom = {
  adresse: adresseField,
  /** As whoever invites knows them; they correct it when they come. */
  nom: personNameField.nullable(),
  organisation: idField<OrganisationId>().nullable(),
};
const texte = z.string().max(LIST_TEXT_MAX);

/** `POST /api/contrats/:contrat/invitations`: 201 and its id; a mail leaves. */
export const contratInvitationBody = z.strictObject({ ...whom, role: z.enum(GIVEN_ROLES) });

/** `POST /api/contrats/:contrat/groupes/:groupe/invitations`: the same, to a groupe. */
export const groupeInvitationBody = z.strictObject({ ...whom, role: z.enum(INVITED_GROUPE_ROLES) });

/**
 * `POST /api/contrats/:contrat/invitations/liste`: 201, an `InvitedBody`, or 422, an `InvitationListRefusal`. `role`: of
 * whoever has none in the list.
 */
export const contratListBody = z.strictObject({ texte, role: z.enum(GIVEN_ROLES) });

/** `POST /api/contrats/:contrat/groupes/:groupe/invitations/liste`: the same, to a groupe. */
export const groupeListBody = z.strictObject({ texte, role: z.enum(INVITED_GROUPE_ROLES) });

export interface InvitedBody {
  readonly invitations: number;
  /** Organisations that the list named and the contrat did not know. */
  readonly organisations: number;
}

/** Nothing of the list was done. */
export interface InvitationListRefusal {
  readonly refus: "liste_invalide";
  readonly lignes: readonly ListError[];
}

/** `POST /api/contrats/:contrat/invitation`: 200, an `InvitationOpenedBody`. The token is the link's fragment. */
export const openInvitationBody = z.strictObject({ jeton: z.string().max(100) });

/** `POST /api/contrats/:contrat/invitation/acceptation`: 200, a `JoinedBody`; without a session, also the cookie of one. */
export const acceptInvitationBody = z.strictObject({
  jeton: z.string().max(100),
  /** How they are called, for whoever has no account yet; null: as they were invited. */
  nom: personNameField.nullable(),
  /** Whom they speak for in the whole contrat; null: for nobody; absent: as they were invited, or as they did already. */
  organisation: idField<OrganisationId>().nullable().optional(),
});

/** `POST /api/contrats/:contrat/atelier`: 200, a `JoinedBody`; without a session, also the cookie of a new account. */
export const joinAtelierBody = z.strictObject({
  code: z.string().max(30),
  /** Needed by whoever has no session. */
  nom: personNameField.nullable(),
});

/** What a person reads before they accept. */
export interface InvitationOpenedBody {
  readonly contrat: string;
  readonly groupe: string | null;
  readonly role: ContratRole | GroupeRole;
  /** Whom they would speak for: as they do already in this contrat, else as they are invited. */
  readonly organisation: OrganisationId | null;
  /** Those that they may choose among, by name. */
  readonly organisations: readonly { readonly id: OrganisationId; readonly nom: string }[];
  /** Who invites; null: a former membre, or the administration of the instance. */
  readonly par: string | null;
  readonly adresse: Adresse;
  readonly nom: string | null;
  readonly expireLe: number;
}

/** Where they are now. */
export interface JoinedBody {
  readonly contrat: string;
  readonly groupe: GroupeId | null;
}

/** `GET /api/contrats/:contrat/invitations` */
export interface InvitationsBody {
  readonly invitations: readonly InvitationBody[];
}

export interface InvitationBody {
  readonly id: InvitationId;
  readonly etat: "envoyee" | "acceptee" | "expiree" | "retiree" | "courriel_en_echec";
  /** Kept while it waits; null afterwards. */
  readonly adresse: Adresse | null;
  readonly nom: string | null;
  readonly organisation: OrganisationId | null;
  readonly place: InvitationPlace;
  /** Who invited; null: a former membre. */
  readonly par: string | null;
  readonly le: number;
  readonly expireLe: number;
}

/** `GET /api/contrats/:contrat/courriels`: the contrat's mails that were tried in vain. `DELETE …/:courriel`: 204, seen. */
export interface FailedMailsBody {
  readonly courriels: readonly FailedMail[];
}

/** `POST /api/contrats/:contrat/courriels/:courriel/relance`: 201. How many leave; none: what it brought waits no more. */
export interface SentAgainBody {
  readonly renvoyes: number;
}
