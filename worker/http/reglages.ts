import type { Reglages } from "../../shared/domain/reglages.ts";
import { ANNUAIRE } from "../durable/names.ts";
import type { Env } from "../env.ts";

/** How long what was read is good enough, in milliseconds: every page shows some of it. */
const KEPT_MS = 30_000;

let kept: { readonly reglages: Reglages; readonly until: number } | null = null;

/** What the instance says of itself, as it was at most half a minute before `now` (milliseconds since 1970). */
export async function readReglages(env: Env, now: number): Promise<Reglages> {
  if (kept !== null && now < kept.until) return kept.reglages;
  const { reglages } = await env.ANNUAIRE.getByName(ANNUAIRE).reglages();
  kept = { reglages, until: now + KEPT_MS };
  return reglages;
}

/** They were changed here: whoever changed them sees it at once. */
export function forgetReglages(): void {
  kept = null;
}
