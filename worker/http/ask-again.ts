import type { MiddlewareHandler } from "hono";
import { isLivePath } from "../../shared/protocol/paths.ts";
import type { App } from "./actor.ts";

/** How often at most: a contrat and the account of who reads may begin again one behind the other. */
const TIMES = 3;

/**
 * Answers a read again whose object began again in the middle: it wrote over what was masked, or met an error and
 * undid what was half done. A write is not asked twice: it may have been done, and its page says that it is tried again.
 *
 * @param ask the whole application, to be asked like the first time
 */
export function askAgain(ask: (request: Request, env: App["Bindings"]) => Response | Promise<Response>) {
  const times = new WeakMap<Request, number>();
  const middleware: MiddlewareHandler<App> = async (c, next) => {
    await next();
    const isRead = c.req.method === "GET" && !isLivePath(c.req.path);
    const time = times.get(c.req.raw) ?? 1;
    if (!isRead || time === TIMES || !hasBegunAgain(c.error)) return;
    const again = new Request(c.req.raw);
    times.set(again, time + 1);
    c.res = await ask(again, c.env);
  };
  return middleware;
}

/** Whether the runtime says so: https://developers.cloudflare.com/durable-objects/best-practices/error-handling/ */
function hasBegunAgain(error: Error | undefined): boolean {
  return error !== undefined && "durableObjectReset" in error && error.durableObjectReset === true;
}
