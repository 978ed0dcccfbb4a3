import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { version } from "../package.json";
import { BODY_MAX } from "../shared/protocol/limits.ts";
import { isLivePath } from "../shared/protocol/paths.ts";
import type { App } from "./http/actor.ts";
import { apiRoutes } from "./http/api-routes.ts";
import { askAgain } from "./http/ask-again.ts";
import { isForeign, isOwnHost } from "./http/one-origin.ts";
import { pageRoutes } from "./http/page-routes.ts";
import { refused } from "./http/refuse.ts";
import { secureHeaders } from "./http/security-headers.ts";

export interface AppParts {
  /** The sign-in by persona and the outbox, in the demonstration's bundle; null in the one that is deployed. */
  readonly demonstration: { readonly api: Hono<App>; readonly pages: Hono<App> } | null;
}

/** The whole application: every address of an instance. */
export function createApp({ demonstration }: AppParts): Hono<App> {
  const app = new Hono<App>();

  app.use(async (c, next) => {
    // The live path refuses by itself, with a close instead of a status.
    if (!isLivePath(c.req.path) && isForeign(c.req.raw, c.env)) c.res = refused(c, "origine_refusee");
    else await next();
    if (c.res.webSocket !== null && c.res.webSocket !== undefined) return;
    secureHeaders(c.res.headers, c.env);
  });
  app.use(askAgain(app.fetch));
  app.use("/api/*", async (c, next) => {
    if (!isLivePath(c.req.path) && !isOwnHost(c.req.raw, c.env)) return refused(c, "hote_refuse");
    return next();
  });

  app.use("/api/*", bodyLimit({ maxSize: BODY_MAX, onError: (c) => refused(c, "corps_trop_grand") }));
  if (demonstration !== null) app.route("/api/demo", demonstration.api);
  app.route("/api", apiRoutes({ demonstration: demonstration !== null, version }));
  if (demonstration !== null) app.route("/demo", demonstration.pages);
  app.route("/", pageRoutes({ demonstration: demonstration !== null }));
  app.onError((error, c) => {
    console.error(error);
    return refused(c, "erreur_interne");
  });
  return app;
}
