import type { AccountId, ContratId, DocumentId } from "../../shared/ids.ts";
import type { Env } from "../env.ts";

/** What an account asks of every contrat that its person is of, by RPC. */
export interface ContratOfAccount {
  /**
   * The person is called so from now on; null: the account was closed, and whoever it was is « ancien membre » (their roles
   * end). A number not above the last one heard of this account is passed over.
   */
  hearAccount(account: AccountId, number: number, nom: string | null): Promise<void>;
  /**
   * Two accounts are one person's: what `from` may, `into` may from now on, and `from` nothing more. History keeps the id
   * that acted. Twice is as once.
   */
  joinAccounts(from: AccountId, into: AccountId, nom: string): Promise<void>;
  /** Whether the contrat goes on without this person: false for its last coordination. */
  mayLeave(account: AccountId): Promise<boolean>;
  /** Everything that the contrat keeps about this person, as JSON, and its fiches, which have more; null: no such contrat. */
  dataOf(account: AccountId): Promise<{ readonly donnees: unknown; readonly fiches: readonly DocumentId[] } | null>;
}

export function contratOf(env: Env, id: ContratId): ContratOfAccount {
  return env.CONTRAT.getByName(id);
}
