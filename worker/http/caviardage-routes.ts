import { Hono } from "hono";
import { caviardageBody, caviarderBody } from "../../shared/protocol/bodies/history.ts";
import type { App } from "./actor.ts";
import { ContratRoutes } from "./on-contrat.ts";
import { askFiche, askOfPast, refusedFiche } from "./on-fiche.ts";

/** Words of a fiche masked for ever, shown before; under `/api/contrats/:contrat`. */
export function caviardageRoutes(): Hono<App> {
  const routes = new Hono<App>();
  const on = new ContratRoutes(routes);

  on.write("post", "/fiches/:fiche/caviardages/apercu", caviardageBody, async (asked) => {
    const found = await askOfPast(asked, (document, context) =>
      document.apercuCaviardage(asked.actor.id, context, asked.body),
    );
    return found.ok ? asked.c.json(found.value) : refusedFiche(asked.c, found.code);
  });

  on.write("post", "/fiches/:fiche/caviardages", caviarderBody, async (asked) => {
    const { apercu, ...words } = asked.body;
    const done = await askFiche(asked, (document, context) =>
      document.caviarder(asked.actor.id, context, words, apercu),
    );
    return done.ok ? asked.c.json(done.value, 201) : refusedFiche(asked.c, done.code);
  });
  return routes;
}
