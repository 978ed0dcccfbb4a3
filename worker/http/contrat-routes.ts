import { Hono } from "hono";
import { parseId, type RegionId } from "../../shared/ids.ts";
import {
  entrustFicheBody,
  identiteBody,
  moveAxeBody,
  newAxeBody,
  newFicheBody,
  type PartageShownBody,
  partageBody,
  placeFicheBody,
  renameAxeBody,
  signatairesBody,
  slugBody,
  stadeBody,
} from "../../shared/protocol/bodies/contrat.ts";
import { askToAct, askToSee } from "../contrat/ask.ts";
import { ANNUAIRE } from "../durable/names.ts";
import { type App, getActor } from "./actor.ts";
import { findContrat } from "./contrat-lookup.ts";
import { exportRoute } from "./export-route.ts";
import { type Asked, ContratRoutes, nothing } from "./on-contrat.ts";
import { refused } from "./refuse.ts";
import { refusedAct } from "./refuse-act.ts";

/** A contrat itself: what it says, its plan, its fiches, what it shares; under `/api/contrats/:contrat`. */
export function contratRoutes(): Hono<App> {
  const routes = new Hono<App>();
  const on = new ContratRoutes(routes);

  routes.get("/", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const contrat = await findContrat(c.env, c.req.param("contrat") ?? "");
    const found = contrat === null ? null : await contrat.listFor(actor.id);
    if (found !== null) return c.json(found);
    const ended = contrat === null ? null : await contrat.accessEnded(actor.id);
    return ended === null ? refused(c, "introuvable") : c.json(ended, 403);
  });

  routes.get("/fiches/:fiche", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const contrat = await findContrat(c.env, c.req.param("contrat") ?? "");
    const found = contrat === null ? null : await contrat.ficheFor(actor.id, c.req.param("fiche"));
    return found === null ? refused(c, "introuvable") : c.json(found);
  });
  routes.get("/export", exportRoute);

  on.see("/identite", "identite", nothing, () => ({}));
  on.act("put", "/identite", "changer_identite", identiteBody, ({ body }) => body);
  on.write("put", "/slug", slugBody, changeSlug);
  on.act("post", "/stades", "passer_stade", stadeBody, ({ body }) => body);
  on.act("put", "/signataires", "changer_signataires", signatairesBody, ({ body }) => body);
  on.see(
    "/partage",
    "partage",
    nothing,
    () => ({}),
    async ({ c }, partage) => {
      const regions = await c.env.ANNUAIRE.getByName(ANNUAIRE).listRegions();
      const body: PartageShownBody = { ...partage, disponibles: regions.map(({ id, nom }) => ({ id, nom })) };
      return c.json(body);
    },
  );
  on.write("put", "/partage", partageBody, changePartage);

  on.act("post", "/axes", "ajouter_axe", newAxeBody, ({ body }) => body);
  on.act("put", "/axes/:axe", "renommer_axe", renameAxeBody, ({ body, ids }) => ({ axe: ids.axe, ...body }));
  on.act("put", "/axes/:axe/place", "deplacer_axe", moveAxeBody, ({ body, ids }) => ({
    axe: ids.axe,
    ...body,
  }));
  on.act("delete", "/axes/:axe", "retirer_axe", nothing, ({ ids }) => ({ axe: ids.axe }));

  on.act("post", "/groupes/:groupe/fiches", "creer_fiche", newFicheBody, ({ body, ids }) => ({
    groupe: ids.groupe,
    ...body,
  }));
  on.act("put", "/fiches/:fiche/place", "placer_fiche", placeFicheBody, ({ body, ids }) => ({
    fiche: ids.fiche,
    ...body,
  }));
  on.act("put", "/fiches/:fiche/groupe", "confier_fiche", entrustFicheBody, ({ body, ids }) => ({
    fiche: ids.fiche,
    ...body,
  }));
  on.act("delete", "/fiches/:fiche", "jeter_fiche", nothing, ({ ids }) => ({ fiche: ids.fiche }));

  on.see("/corbeille", "corbeille", nothing, () => ({}));
  on.act("post", "/corbeille/fiches/:fiche/retour", "restaurer_fiche", nothing, ({ ids }) => ({ fiche: ids.fiche }));
  on.act("post", "/corbeille/groupes/:groupe/retour", "restaurer_groupe", nothing, ({ ids }) => ({
    groupe: ids.groupe,
  }));
  return routes;
}

/** `GET /api/regions/:region/contrats/:contrat`: what a contrat shows to a région, for the readers of that région. */
export async function sharedContratRead(c: Asked<unknown>["c"]): Promise<Response> {
  const actor = await getActor(c);
  if (actor === null) return refused(c, "session_absente");
  const region = parseId<RegionId>(c.req.param("region") ?? "");
  const read = region === null ? [] : await c.env.ANNUAIRE.getByName(ANNUAIRE).regionsReadBy(actor.id);
  const contrat = read.some(({ region: { id } }) => id === region)
    ? await findContrat(c.env, c.req.param("contrat") ?? "")
    : null;
  const shown = contrat === null || region === null ? null : await contrat.sharedWith(region);
  return shown === null ? refused(c, "introuvable") : c.json(shown);
}

/** The annuaire gives the slug first: two contrats never have the same. */
async function changeSlug({ c, actor, contrat, body }: Asked<{ slug: string }>): Promise<Response> {
  const self = await askToSee(contrat, actor.id, "identifiant", {});
  if (!self.ok) return refusedAct(c, self.code);
  if (!(await c.env.ANNUAIRE.getByName(ANNUAIRE).addSlug(body.slug, self.value.id))) return refusedAct(c, "slug_pris");
  const done = await askToAct(contrat, actor.id, "changer_slug", body);
  return done.ok ? c.body(null, 204) : refusedAct(c, done.code);
}

/** The annuaire knows the regions. */
async function changePartage({ c, actor, contrat, body }: Asked<(typeof partageBody)["_output"]>): Promise<Response> {
  const self = await askToSee(contrat, actor.id, "identifiant", {});
  if (!self.ok) return refusedAct(c, self.code);
  const known = new Set((await c.env.ANNUAIRE.getByName(ANNUAIRE).listRegions()).map(({ id }) => id));
  if (body.regions.some(({ region }) => !known.has(region))) return refusedAct(c, "region_inconnue");
  const done = await askToAct(contrat, actor.id, "changer_partage", body);
  return done.ok ? c.body(null, 204) : refusedAct(c, done.code);
}
