import { Hono } from "hono";
import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import { type AccountId, type ContratId, type GroupeId, parseId } from "../../shared/ids.ts";
import { demoRightsBody, demoSessionBody, type PersonasBody } from "../../shared/protocol/http-bodies.ts";
import { askToAct } from "../contrat/ask.ts";
import { type App, getActor, openSessionFor } from "../http/actor.ts";
import { refused } from "../http/refuse.ts";
import { demonstration } from "./data.ts";

/** Signing in as somebody of the story, under `/api/demo`: only in the demonstration's own bundle. */
export function demoRoutes(): Hono<App> {
  const demo = new Hono<App>();

  demo.get("/personas", (c) => {
    const body: PersonasBody = {
      personas: demonstration.personas.map(({ slug, nom, organisation, presentation }) => ({
        slug,
        nom,
        organisation,
        presentation,
        roles: rolesOf(slug),
      })),
    };
    return c.json(body);
  });

  demo.post("/session", async (c) => {
    const body = demoSessionBody.safeParse(await c.req.json().catch(() => null));
    if (!body.success) return refused(c, "corps_invalide");
    const account = accountOf(body.data.persona);
    if (account === null || !(await openSessionFor(c, account))) return refused(c, "introuvable");
    return c.body(null, 204);
  });

  // Until the coordination has a screen for it: what a change of role does to pages that are open.
  demo.post("/droits", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const body = demoRightsBody.safeParse(await c.req.json().catch(() => null));
    if (!body.success) return refused(c, "corps_invalide");
    const contrat = demonstration.contrats.find(({ slug }) => slug === body.data.contrat);
    const id = parseId<ContratId>(contrat?.id ?? "");
    const groupe = parseId<GroupeId>(contrat?.fiches.find((fiche) => fiche.id === body.data.fiche)?.groupe ?? "");
    const account = accountOf(body.data.persona);
    if (actor.id !== accountOf("coordinatrice")) return refused(c, "introuvable");
    if (id === null || groupe === null || account === null) return refused(c, "introuvable");
    const { roles } = body.data;
    const changed = await askToAct(c.env.CONTRAT.getByName(id), actor.id, "changer_membre_groupe", {
      groupe,
      personne: account,
      roles,
    });
    return changed.ok ? c.body(null, 204) : refused(c, "introuvable");
  });
  return demo;
}

function accountOf(persona: string): AccountId | null {
  return parseId<AccountId>(demonstration.personas.find(({ slug }) => slug === persona)?.id ?? "");
}

function rolesOf(persona: string): (ContratRole | GroupeRole)[] {
  const roles = demonstration.contrats.flatMap((contrat) => [
    ...contrat.membres,
    ...contrat.groupes.flatMap((groupe) => groupe.membres),
  ]);
  return [...new Set(roles.filter((membre) => membre.persona === persona).map(({ role }) => role))];
}
