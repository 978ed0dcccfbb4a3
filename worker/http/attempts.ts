import type { Context } from "hono";
import type { Attempt } from "../../shared/protocol/limits.ts";
import { keyedHash } from "../keys.ts";
import type { App } from "./actor.ts";
import { networkAddressOf, networkPrefixOf } from "./network-address.ts";
import { refusedAccount } from "./refuse-account.ts";

/**
 * Counts an attempt of the network that asks, before any account is looked at: null when it is allowed, else the refusal
 * to answer. Of the network only a keyed hash leaves the request.
 */
export async function tooMany(c: Context<App>, attempt: Attempt): Promise<Response | null> {
  const prefix = keyedHash(c.env.SESSION_KEY, "seuil", networkPrefixOf(networkAddressOf(c.req.raw, c.env)));
  // Sixteen objects, whatever is asked: each being called makes files on plain workerd.
  const wait = await c.env.SEUIL.getByName(prefix.slice(0, 1)).count(attempt, prefix);
  if (wait === 0) return null;
  c.header("retry-after", String(Math.ceil(wait / 1000)));
  return refusedAccount(c, "trop_d_essais");
}
