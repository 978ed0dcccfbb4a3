import type { AccountId } from "../../shared/ids.ts";
import type { Env } from "../env.ts";

/** An account may be joined to one that is joined later to another: no further than this. */
const STEPS_MAX = 5;

/**
 * What whoever has, or had, this account is called today; null for nobody: an account that was closed, or never was
 * (« ancien membre » where people read it).
 */
export async function nameOf(env: Env, account: AccountId): Promise<string | null> {
  return (await presentAccount(env, account))?.nom ?? null;
}

/** The account that whoever has, or had, this one has today, and what they are called; null for nobody. */
export async function presentAccount(
  env: Env,
  account: AccountId,
): Promise<{ readonly id: AccountId; readonly nom: string } | null> {
  let id = account;
  for (let step = 0; step < STEPS_MAX; step++) {
    const standing = await env.ACCOUNT.getByName(id).standing();
    if (standing?.etat === "ouvert") return { id: standing.id, nom: standing.nom };
    if (standing?.etat !== "joint") return null;
    id = standing.into;
  }
  return null;
}
