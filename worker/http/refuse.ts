import type { Context } from "hono";
import type { RefusalBody } from "../../shared/protocol/http-bodies.ts";
import { HTTP_REFUSALS, type HttpRefusal } from "../../shared/protocol/refusals.ts";

/** The one translator from a refusal to an answer. */
export function refused(c: Context, code: HttpRefusal): Response {
  const body: RefusalBody = { refus: code };
  return c.json(body, HTTP_REFUSALS[code]);
}
