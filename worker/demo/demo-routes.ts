import { Hono } from "hono";
import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import { type AccountId, parseId } from "../../shared/ids.ts";
import { demoSessionBody, type PersonasBody } from "../../shared/protocol/http-bodies.ts";
import { type App, signIn } from "../http/actor.ts";
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
    const persona = demonstration.personas.find(({ slug }) => slug === body.data.persona);
    const account = persona === undefined ? null : parseId<AccountId>(persona.id);
    if (account === null || !(await signIn(c, account))) return refused(c, "introuvable");
    return c.body(null, 204);
  });
  return demo;
}

function rolesOf(persona: string): (ContratRole | GroupeRole)[] {
  const roles = demonstration.contrats.flatMap((contrat) => [
    ...contrat.membres,
    ...contrat.groupes.flatMap((groupe) => groupe.membres),
  ]);
  return [...new Set(roles.filter((membre) => membre.persona === persona).map(({ role }) => role))];
}
