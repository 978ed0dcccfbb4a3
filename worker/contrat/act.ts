import type { ChangeOfRights } from "../../shared/domain/changement.ts";
import type { JournalDraft } from "../../shared/domain/journal.ts";
import type { AccountId, DocumentId, GroupeId, RandomBytes, RegionId } from "../../shared/ids.ts";
import type { Capability } from "../../shared/policy/capabilities.ts";
import type { PolicyRefusal } from "../../shared/policy/refusals.ts";
import type { FailedMail } from "../../shared/protocol/bodies/account.ts";
import type { ContratRefusal } from "../../shared/protocol/contrat-refusals.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Mail } from "../mail/mail.ts";
import type { Identite } from "./identite.ts";
import type { Scope } from "./scope.ts";

/** What an act or a read may be refused with. */
export type ActRefusal = ContratRefusal | PolicyRefusal | "introuvable";

/** Whatever an act needs besides what was asked. */
export interface World {
  readonly sql: SqlStorage;
  readonly self: Identite;
  /** Who acts. */
  readonly by: AccountId;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: RandomBytes;
  /** The address of this instance, without a trailing slash. */
  readonly publicUrl: string;
  /** What is kept of a workshop's code, which is too short to keep a plain digest of. */
  readonly codeDigest: (code: string) => string;
  /** Mails that could not be sent. */
  readonly failedMails: () => readonly FailedMail[];
}

/** Whose rights changed. */
export interface RightsChange {
  /** These people everywhere; with what they will read of it, unless it says nothing to them. */
  readonly people: readonly { readonly account: AccountId; readonly change: ChangeOfRights | null }[];
  /** Everybody in these texts. */
  readonly documents: readonly DocumentId[];
}

/** What an act did: its answer, and everything that follows from it. */
export interface Done<Answer> {
  readonly answer: Answer;
  /** What the journal keeps of it; nothing when nothing changed. */
  readonly journal: readonly JournalDraft[];
  readonly rights?: RightsChange;
  /** People who came or left: their accounts hear of it. */
  readonly movements?: readonly AccountId[];
  /** Texts to make, and texts to destroy. */
  readonly made?: readonly DocumentId[];
  readonly purged?: readonly DocumentId[];
  /** Fiches that were thrown away, or brought back: what is public of them follows. */
  readonly corbeille?: readonly DocumentId[];
  readonly mails?: readonly Mail[];
  /** Numbers of mails that could not be sent, and that nobody has to know of any more. */
  readonly forgotten?: readonly number[];
  /** Whether the annuaire must hear of the contrat's name and slug. */
  readonly announced?: boolean;
  /** Regions with which the contrat began to share, or not to. */
  readonly regions?: readonly RegionId[];
}

/** An act: who may, about what; and what it does, inside the transaction. A refusal does nothing. */
export interface Act<Input, Answer> {
  readonly capability: Capability | "etre_membre" | ((input: Input) => Capability);
  readonly scope: (input: Input, sql: SqlStorage) => Scope;
  readonly run: (world: World, input: Input) => Result<Done<Answer>, ActRefusal>;
}

/** Names the types of an act once. */
export function act<Input, Answer>(definition: Act<Input, Answer>): Act<Input, Answer> {
  return definition;
}

/** Something was done, and these are its consequences. */
export function did<Answer>(
  answer: Answer,
  journal: JournalDraft | readonly JournalDraft[],
  consequences: Omit<Done<Answer>, "answer" | "journal"> = {},
): Result<Done<Answer>, never> {
  return ok({ answer, journal: "acte" in journal ? [journal] : journal, ...consequences });
}

/** It was so already. */
export function unchanged<Answer>(answer: Answer): Result<Done<Answer>, never> {
  return did(answer, []);
}

/** The rights of one person. */
export function rightsOf(account: AccountId, change: ChangeOfRights | null): RightsChange {
  return { people: [{ account, change }], documents: [] };
}

/** Everybody's rights in one text. */
export function rightsIn(document: DocumentId): RightsChange {
  return { people: [], documents: [document] };
}

export const THE_CONTRAT: Scope = { of: "contrat" };

export function aboutGroupe({ groupe }: { readonly groupe: GroupeId }): Scope {
  return { of: "groupe", groupe };
}

export function aboutFiche({ fiche }: { readonly fiche: DocumentId }): Scope {
  return { of: "fiche", fiche };
}
