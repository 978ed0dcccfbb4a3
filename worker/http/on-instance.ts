import type { Context } from "hono";
import type * as z from "zod";
import type { AccountId } from "../../shared/ids.ts";
import { INSTANCE_REFUSALS, type InstanceRefusal } from "../../shared/protocol/instance-refusals.ts";
import { nameOf } from "../account/name-of.ts";
import { ANNUAIRE } from "../durable/names.ts";
import type { App } from "./actor.ts";

/** A request about the instance. */
export type Asked = Context<App>;

/** The parsed body of a request, or null. */
export async function readBody<Body>(c: Asked, schema: z.ZodType<Body>): Promise<Body | null> {
  const parsed = schema.safeParse(await c.req.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}

/** What a person is called; nothing when their account was closed. */
export async function nameFor(c: Asked, account: AccountId): Promise<string> {
  return (await nameOf(c.env, account)) ?? "";
}

/** The translator from a refusal of the instance to an answer. */
export function refusedHere(c: Asked, code: InstanceRefusal): Response {
  return c.json({ refus: code }, INSTANCE_REFUSALS[code]);
}

/** The door of the instance. */
export function annuaire(c: Asked) {
  return c.env.ANNUAIRE.getByName(ANNUAIRE);
}
