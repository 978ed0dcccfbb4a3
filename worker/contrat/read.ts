import type { Adresse } from "../../shared/domain/adresse.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { Capability } from "../../shared/policy/capabilities.ts";
import type { FailedMail } from "../../shared/protocol/bodies/account.ts";
import { type Result, refuse } from "../../shared/result.ts";
import type { ActRefusal } from "./act.ts";
import type { Identite } from "./identite.ts";
import type { Membership } from "./membres.ts";
import { judge, type Scope } from "./scope.ts";

/** Whatever a read needs besides what was asked. */
export interface Reader {
  readonly sql: SqlStorage;
  readonly self: Identite;
  /** Who reads, and what they are here. */
  readonly by: AccountId;
  readonly membership: Membership;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Mails that could not be sent. */
  readonly failedMails: () => readonly FailedMail[];
}

/** A read: who may, about what; and what they are shown of it. It writes nothing. */
export interface Read<Input, Answer> {
  readonly capability: Capability | "etre_membre";
  readonly scope: (input: Input, sql: SqlStorage) => Scope;
  readonly run: (reader: Reader, input: Input) => Result<Answer, ActRefusal>;
}

/** Shows it, to whoever may see it. */
export function lookUp<Input, Answer>(
  reader: Reader,
  { capability, scope, run }: Read<Input, Answer>,
  input: Input,
): Result<Answer, ActRefusal> {
  const { sql, membership } = reader;
  if (capability === "etre_membre") return membership.membre ? run(reader, input) : refuse("introuvable");
  const verdict = judge(sql, membership, capability, scope(input, sql));
  return verdict.ok ? run(reader, input) : verdict;
}

/** Names the types of a read once. */
export function read<Input, Answer>(definition: Read<Input, Answer>): Read<Input, Answer> {
  return definition;
}

/** The addresses that a mail did not reach. */
export function failedAdresses({ failedMails }: Reader): ReadonlySet<Adresse> {
  return new Set(failedMails().map(({ destinataire }) => destinataire));
}
