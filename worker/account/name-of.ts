import type { AccountId } from "../../shared/ids.ts";
import type { Env } from "../env.ts";

/** An account may be joined to one that is joined later to another: no further than this. */
const STEPS_MAX = 5;

/**
 * What whoever has, or had, this account is called today; null for nobody: an account that was closed, or never was
 * (« ancien membre » where people read it).
 */
export async function nameOf(env: Env, account: AccountId): Promise<string | null> {
  let id = account;
  for (let step = 0; step < STEPS_MAX; step++) {
    const standing = await env.ACCOUNT.getByName(id).standing();
    if (standing?.etat === "ouvert") return standing.nom;
    if (standing?.etat !== "joint") return null;
    id = standing.into;
  }
  return null;
}
