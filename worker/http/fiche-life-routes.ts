import { Hono } from "hono";
import { ficheActeBody, ficheJournalQuery } from "../../shared/protocol/bodies/fiche-acts.ts";
import type { App } from "./actor.ts";
import { ContratRoutes, nothing } from "./on-contrat.ts";
import { askFiche, named, refusedFiche } from "./on-fiche.ts";

/** Where a fiche stands, and what people do about it; under `/api/contrats/:contrat`. */
export function ficheLifeRoutes(): Hono<App> {
  const routes = new Hono<App>();
  const on = new ContratRoutes(routes);

  on.ask("/fiches/:fiche/actes", nothing, async (asked) => {
    const found = await askFiche(asked, (document, context) => document.actes(asked.actor.id, context));
    return found.ok ? asked.c.json(await named(asked.contrat, found.value)) : refusedFiche(asked.c, found.code);
  });

  on.write("post", "/fiches/:fiche/actes", ficheActeBody, async (asked) => {
    const done = await askFiche(asked, (document, context) => document.act(asked.actor.id, context, asked.body));
    return done.ok ? asked.c.body(null, 204) : refusedFiche(asked.c, done.code);
  });

  on.ask("/fiches/:fiche/journal", ficheJournalQuery, async (asked) => {
    const avant = asked.body.avant ?? null;
    const found = await askFiche(asked, (document, context) => document.ficheJournal(context, avant));
    return found.ok ? asked.c.json(await named(asked.contrat, found.value)) : refusedFiche(asked.c, found.code);
  });

  on.ask("/fiches/:fiche/instruction", nothing, async (asked) => {
    const found = await askFiche(asked, (document, context) => document.instruction(asked.actor.id, context));
    return found.ok ? asked.c.json(await named(asked.contrat, found.value)) : refusedFiche(asked.c, found.code);
  });
  return routes;
}
