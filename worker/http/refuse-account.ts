import type { Context } from "hono";
import { ACCOUNT_REFUSALS, type AccountRefusal } from "../../shared/protocol/account-refusals.ts";

/** The translator from a refusal about one's account to an answer. */
export function refusedAccount(c: Context, code: AccountRefusal): Response {
  return c.json({ refus: code }, ACCOUNT_REFUSALS[code]);
}
