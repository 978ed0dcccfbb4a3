import { Hono } from "hono";
import { accessibiliteLevel } from "../../shared/domain/accessibilite.ts";
import { colorOf } from "../../shared/domain/person-color.ts";
import type { ContratsBody, SessionBody } from "../../shared/protocol/http-bodies.ts";
import { ANNUAIRE } from "../durable/names.ts";
import { accountRoutes } from "./account-routes.ts";
import { type App, getActor, signOut } from "./actor.ts";
import { authRoutes } from "./auth-routes.ts";
import { caviardageRoutes } from "./caviardage-routes.ts";
import { contratRoutes, sharedContratRead } from "./contrat-routes.ts";
import { ficheLifeRoutes } from "./fiche-life-routes.ts";
import { groupeRoutes } from "./groupe-routes.ts";
import { historyRoutes } from "./history-routes.ts";
import { instanceRoutes, regionsRead } from "./instance-routes.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import { liveRoute } from "./live-route.ts";
import { peopleRoutes } from "./people-routes.ts";
import { refused } from "./refuse.ts";
import { readReglages } from "./reglages.ts";
import { attentesRead } from "./reminder-routes.ts";
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
    const [administration, reglages] = await Promise.all([
      c.env.ANNUAIRE.getByName(ANNUAIRE).isAdministration(actor.id),
      readReglages(c.env, Date.now()),
    ]);
    const body: SessionBody = {
      account: { id: actor.id, nom: actor.nom, color: colorOf(actor.id) },
      demonstration: options.demonstration,
      administration,
      accessibilite: accessibiliteLevel(reglages),
    };
    return c.json(body);
  });

  api.delete("/session", async (c) => {
    await signOut(c);
    return c.body(null, 204);
  });

  api.route("/", authRoutes());
  api.route("/compte", accountRoutes());

  api.get("/attentes", attentesRead);

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
  for (const routes of [
    contratRoutes(),
    ficheLifeRoutes(),
    caviardageRoutes(),
    historyRoutes(),
    groupeRoutes(),
    peopleRoutes(),
    invitationRoutes(),
  ]) {
    api.route("/contrats/:contrat", routes);
  }
  api.get("/regions/:region/contrats/:contrat", sharedContratRead);
  api.all("*", (c) => refused(c, "introuvable"));
  return api;
}
