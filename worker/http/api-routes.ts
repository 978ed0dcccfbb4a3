import { Hono } from "hono";
import { colorOf } from "../../shared/domain/person-color.ts";
import type { ContratsBody, HealthBody, SessionBody } from "../../shared/protocol/http-bodies.ts";
import { type App, getActor, signOut } from "./actor.ts";
import { findContrat } from "./contrat-lookup.ts";
import { liveRoute } from "./live-route.ts";
import { refused } from "./refuse.ts";

/** What the browser asks of the workspace, under `/api`. */
export function apiRoutes(options: { readonly demonstration: boolean; readonly version: string }): Hono<App> {
  const api = new Hono<App>();

  api.get("/sante", (c) => {
    const body: HealthBody = { version: options.version, demonstration: options.demonstration };
    return c.json(body);
  });

  api.get("/session", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const body: SessionBody = {
      account: { id: actor.id, nom: actor.nom, color: colorOf(actor.id) },
      demonstration: options.demonstration,
    };
    return c.json(body);
  });

  api.delete("/session", async (c) => {
    await signOut(c);
    return c.body(null, 204);
  });

  api.get("/contrats", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const memberships = await c.env.ACCOUNT.getByName(actor.id).memberships();
    const found = await Promise.all(memberships.map((id) => c.env.CONTRAT.getByName(id).listFor(actor.id)));
    const byName = new Intl.Collator("fr");
    const body: ContratsBody = {
      contrats: found.filter((contrat) => contrat !== null).sort((a, b) => byName.compare(a.nom, b.nom)),
    };
    return c.json(body);
  });

  api.get("/contrats/:contrat", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const contrat = await findContrat(c.env, c.req.param("contrat"));
    const found = contrat === null ? null : await contrat.listFor(actor.id);
    return found === null ? refused(c, "introuvable") : c.json(found);
  });

  api.get("/contrats/:contrat/fiches/:fiche", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const contrat = await findContrat(c.env, c.req.param("contrat"));
    const found = contrat === null ? null : await contrat.ficheFor(actor.id, c.req.param("fiche"));
    return found === null ? refused(c, "introuvable") : c.json(found);
  });

  api.get("/contrats/:contrat/fiches/:fiche/live", liveRoute);
  api.all("*", (c) => refused(c, "introuvable"));
  return api;
}
