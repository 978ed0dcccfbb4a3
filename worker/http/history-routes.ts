import { Hono } from "hono";
import { type Moment, parseMoment } from "../../shared/domain/version.ts";
import { auteursQuery, historiqueQuery, restaurationBody } from "../../shared/protocol/bodies/history.ts";
import type { App } from "./actor.ts";
import { ContratRoutes, nothing } from "./on-contrat.ts";
import { askFiche, askOfPast, named, refusedFiche } from "./on-fiche.ts";

/** The past of a fiche: sittings, moments, comparisons, authors, restoring; under `/api/contrats/:contrat`. */
export function historyRoutes(): Hono<App> {
  const routes = new Hono<App>();
  const on = new ContratRoutes(routes);

  on.ask("/fiches/:fiche/historique", historiqueQuery, async (asked) => {
    const avant = asked.body.avant ?? null;
    const found = await askOfPast(asked, (document, context) => document.historique(asked.actor.id, context, avant));
    return found.ok ? asked.c.json(await named(asked.contrat, found.value)) : refusedFiche(asked.c, found.code);
  });

  on.ask("/fiches/:fiche/moments/:moment", nothing, async (asked) => {
    const moment = momentOf(asked.ids.moment);
    const found = await askOfPast(asked, (document, context) => document.moment(asked.actor.id, context, moment));
    return found.ok ? asked.c.json(await named(asked.contrat, found.value)) : refusedFiche(asked.c, found.code);
  });

  on.ask("/fiches/:fiche/comparaisons/:de/:a", nothing, async (asked) => {
    const [de, a] = [momentOf(asked.ids.de), momentOf(asked.ids.a)];
    const found = await askOfPast(asked, (document, context) => document.comparaison(asked.actor.id, context, de, a));
    return found.ok ? asked.c.json(await named(asked.contrat, found.value)) : refusedFiche(asked.c, found.code);
  });

  on.ask("/fiches/:fiche/auteurs/:partie", auteursQuery, async (asked) => {
    const moment = asked.body.moment === undefined ? null : momentOf(asked.body.moment);
    const { partie } = asked.ids;
    const found = await askOfPast(asked, (document, context) =>
      document.auteurs(asked.actor.id, context, partie, moment),
    );
    return found.ok ? asked.c.json(await named(asked.contrat, found.value)) : refusedFiche(asked.c, found.code);
  });

  on.write("post", "/fiches/:fiche/restauration", restaurationBody, async (asked) => {
    const { moment, partie } = asked.body;
    const done = await askFiche(asked, (document, context) =>
      document.restaurer(asked.actor.id, context, momentOf(moment), partie),
    );
    return done.ok ? asked.c.json(done.value) : refusedFiche(asked.c, done.code);
  });
  return routes;
}

/** Its form was checked with the request. */
function momentOf(name: string): Moment {
  const moment = parseMoment(name);
  if (moment === null) throw new Error("the name of no moment");
  return moment;
}
