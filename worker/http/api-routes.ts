import { Hono } from "hono";
import { colorOf } from "../../shared/domain/person-color.ts";
import type { ContratsBody, SessionBody } from "../../shared/protocol/http-bodies.ts";
import { ANNUAIRE } from "../durable/names.ts";
import { accountRoutes } from "./account-routes.ts";
import { type App, getActor, signOut } from "./actor.ts";
import { authRoutes } from "./auth-routes.ts";
import { contratRoutes, sharedContratRead } from "./contrat-routes.ts";
import { groupeRoutes } from "./groupe-routes.ts";
import { instanceRoutes, regionsRead } from "./instance-routes.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import { liveRoute } from "./live-route.ts";
import { peopleRoutes } from "./people-routes.ts";
import { refused } from "./refuse.ts";
import { healthRoute } from "./sante.ts";

/** What the browser asks of the workspace, under `/api`. */
export function apiRoutes(options: { readonly demonstration: boolean; readonly version: string }): Hono<App> {
  const api = new Hono<App>();

  api.get("/sante", healthRoute(options));
  api.route("/instance", instanceRoutes());
  api.get("/regions", regionsRead);

  api.get("/session", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const body: SessionBody = {
      account: { id: actor.id, nom: actor.nom, color: colorOf(actor.id) },
      demonstration: options.demonstration,
      administration: await c.env.ANNUAIRE.getByName(ANNUAIRE).isAdministration(actor.id),
    };
    return c.json(body);
  });

  api.delete("/session", async (c) => {
    await signOut(c);
    return c.body(null, 204);
  });

  api.route("/", authRoutes());
  api.route("/compte", accountRoutes());

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

  for (const kind of ["fiches", "notes"]) api.get(`/contrats/:contrat/${kind}/:document/live`, liveRoute);
  for (const routes of [contratRoutes(), groupeRoutes(), peopleRoutes(), invitationRoutes()]) {
    api.route("/contrats/:contrat", routes);
  }
  api.get("/regions/:region/contrats/:contrat", sharedContratRead);
  api.all("*", (c) => refused(c, "introuvable"));
  return api;
}
