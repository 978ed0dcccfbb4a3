import type { Context } from "hono";
import type { HealthBody } from "../../shared/protocol/http-bodies.ts";
import { MACHINE_STATE_FILE, MACHINE_STATE_MS, readMachineState } from "../../shared/protocol/machine-state.ts";
import type { Env } from "../env.ts";
import { mailState } from "../mail/way-out.ts";
import type { App } from "./actor.ts";

/**
 * `GET /api/sante`: whether all is well, for whoever watches over the instance. In words and not in figures, since
 * anybody may ask.
 */
export function healthRoute(about: Pick<HealthBody, "version" | "demonstration">) {
  return async (c: Context<App>): Promise<Response> => {
    const body: HealthBody = { ...about, disque: await diskState(c.env, Date.now()), courriel: mailState(c.env) };
    return c.json(body);
  };
}

/** What the launcher saw lately; « inconnu » where there is none (Cloudflare), or when it does not look any more. */
async function diskState(env: Env, now: number): Promise<HealthBody["disque"]> {
  if (env.MACHINE === undefined) return "inconnu";
  const answer = await env.MACHINE.fetch(`http://machine/${MACHINE_STATE_FILE}`);
  const state = answer.ok ? readMachineState(await answer.text()) : null;
  return state === null || now - state.le > MACHINE_STATE_MS ? "inconnu" : state.disque;
}
