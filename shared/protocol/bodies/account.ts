import { z } from "zod";
import type { Adresse } from "../../domain/adresse.ts";
import type { AccountId, ContratId, DocumentId } from "../../ids.ts";
import type { FicheEvent } from "../../workflow/acts.ts";
import type { Compte } from "../../workflow/state.ts";
import type { ToldAttentes } from "./attentes.ts";
import { adresseField, codeField, type OpenSession } from "./auth.ts";
import { personNameField } from "./fields.ts";

/** `PATCH /api/compte`: 204. */
export const renameBody = z.strictObject({ nom: personNameField });

/**
 * `POST /api/compte/adresses`: 202, and a code by mail to the new address and to one that the account has. `remplace`: an
 * address of the account that the new one replaces; null to have both.
 */
export const newAdresseBody = z.strictObject({ adresse: adresseField, remplace: adresseField.nullable() });

/** `POST /api/compte/adresses/confirmation`: one of the two codes; the answer is an `AdresseChangeBody`. */
export const confirmAdresseBody = z.strictObject({ code: codeField });

/** `DELETE /api/compte/adresses`: 204; the last address stays. */
export const removeAdresseBody = z.strictObject({ adresse: adresseField });

/** `POST /api/compte/jonction`: 204. Accepts what the last confirmation proposed. */
export const joinBody = z.strictObject({ accepte: z.literal(true) });

/** `POST /api/compte/fermeture`: 204. For ever: the page says so before. */
export const closeBody = z.strictObject({ ferme: z.literal(true) });

/** What a page sends to them. */
export type RenameBody = z.input<typeof renameBody>;
export type NewAdresseBody = z.input<typeof newAdresseBody>;
export type ConfirmAdresseBody = z.input<typeof confirmAdresseBody>;
export type RemoveAdresseBody = z.input<typeof removeAdresseBody>;

/** Where a change of address stands. */
export type AdresseChangeBody =
  /** The code of the other mail is still needed. */
  | { readonly etat: "attend_nouvelle" | "attend_actuelle" }
  | { readonly etat: "faite" }
  /** The new address is another account of this person, under that name: `POST /api/compte/jonction` joins both. */
  | { readonly etat: "jonction_proposee"; readonly nom: string };

/** `GET /api/compte` */
export interface AccountBody {
  readonly id: AccountId;
  readonly nom: string;
  readonly adresses: readonly OwnAdresse[];
  /** The change under way, if any. */
  readonly changement: PendingAdresse | null;
  /** Mails to this person that could not be sent. */
  readonly courrielsEnEchec: readonly FailedMail[];
  /** Whether a mail says, once a day at most, that something waits for the person. */
  readonly rappels: boolean;
}

export interface OwnAdresse {
  readonly adresse: Adresse;
  /** Milliseconds since 1970. */
  readonly depuis: number;
}

export interface PendingAdresse {
  readonly adresse: Adresse;
  readonly remplace: Adresse | null;
  /** Which of the two codes have been given. */
  readonly nouvelleConfirmee: boolean;
  readonly actuelleConfirmee: boolean;
  /** The name of the other account, when both codes were given and the address is another account of this person. */
  readonly jonction: string | null;
  readonly expireLe: number;
}

/** What a mail was about. */
export const MAIL_KINDS = ["connexion", "adresse", "invitation", "information"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Why a mail could not be sent, as far as somebody can do something about it. */
export const MAIL_FAILURES = ["injoignable", "refuse", "mal_forme", "sans_courriel", "trop_tard"] as const;
export type MailFailure = (typeof MAIL_FAILURES)[number];

/** A mail that was tried as often as it is, in vain. */
export interface FailedMail {
  readonly id: number;
  readonly genre: MailKind;
  readonly destinataire: Adresse;
  /** Of the first try, in milliseconds since 1970. */
  readonly le: number;
  readonly raison: MailFailure;
}

/** `GET /api/compte/donnees`: everything that is kept about the person, as a file. */
export interface OwnDataBody {
  readonly format: "coaction/mes-donnees/1";
  readonly faitLe: number;
  readonly compte: {
    readonly id: AccountId;
    readonly nom: string;
    /** Accounts that were joined to this one, and whose history is this person's. */
    readonly comptesJoints: readonly AccountId[];
  };
  readonly adresses: readonly OwnAdresse[];
  readonly changementAdresse: PendingAdresse | null;
  readonly sessions: readonly Omit<OpenSession, "courante">[];
  /** When a mail to sign in was asked for, in the last day, in milliseconds since 1970. */
  readonly demandesDeConnexion: readonly number[];
  readonly courriels: readonly OwnMail[];
  /** Whether reminders are wanted, when the last one left (milliseconds since 1970), and what waits. */
  readonly rappels: OwnRappels;
  readonly contrats: readonly OwnContrat[];
}

export interface OwnRappels {
  readonly actifs: boolean;
  readonly dernierLe: number | null;
  readonly attentes: readonly ToldAttentes[];
}

/** What a contrat and its fiches keep about the person; null where one could not say. */
export interface OwnContrat {
  readonly id: ContratId;
  readonly donnees: unknown;
  /** Those in whose life the person did something. */
  readonly fiches: readonly OwnFiche[] | null;
}

export interface OwnFiche {
  readonly id: DocumentId;
  readonly actes: readonly OwnActe[] | null;
}

/** What the person did in the life of a fiche, with the words that they wrote there, or a decision that counted them. */
export type OwnActe = {
  /** In the journal of the fiche. */
  readonly numero: number;
  /** Milliseconds since 1970. */
  readonly le: number;
} & (
  | { readonly role: "auteur"; readonly fait: OwnEvent }
  | { readonly role: "compte"; readonly fait: Pick<DecisionEvent, "acte" | "version" | "empreinte" | "date"> }
);

type DecisionEvent = Extract<FicheEvent, { readonly acte: "relever_decision" }>;

/** An event without whom it counted. */
export type OwnEvent =
  | Exclude<FicheEvent, DecisionEvent>
  | (Omit<DecisionEvent, "compte"> & { readonly compte: Omit<Compte, "comptes" | "deports"> });

/** A mail to this person that is not sent yet, or could not be. */
export interface OwnMail {
  readonly genre: MailKind;
  readonly destinataire: Adresse;
  readonly le: number;
  readonly enEchec: boolean;
}
