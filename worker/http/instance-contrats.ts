import { Hono } from "hono";
import { emptyContrat } from "../../shared/domain/new-contrat.ts";
import { type ContratId, type InvitationId, makeId, parseId } from "../../shared/ids.ts";
import {
  coordinationBody,
  type InstanceContrat,
  type InstanceContratsBody,
  newContratBody,
} from "../../shared/protocol/bodies/instance-admin.ts";
import { findAccount } from "../adresse/find-or-create.ts";
import type { KnownContrat } from "../annuaire/contrats.ts";
import type { ContratObject } from "../contrat/contrat-object.ts";
import type { Naming } from "../contrat/naming.ts";
import { type App, getActor } from "./actor.ts";
import { type Asked, annuaire, nameFor, readBody, refusedHere } from "./on-instance.ts";
import { refused } from "./refuse.ts";

/** The contrats of the instance and who will coordinate each, under `/api/instance/contrats`; for the administration. */
export function instanceContratRoutes(): Hono<App> {
  const routes = new Hono<App>();

  routes.get("/", async (c) => {
    const contrats = await annuaire(c).listContrats();
    const body: InstanceContratsBody = { contrats: await Promise.all(contrats.map((each) => withAwaited(c, each))) };
    return c.json(body);
  });

  routes.post("/", async (c) => {
    const actor = await getActor(c);
    const body = await readBody(c, newContratBody);
    if (actor === null) return refused(c, "session_absente");
    if (body === null) return refused(c, "corps_invalide");
    const account = await findAccount(c.env, body.coordination);
    const made = emptyContrat({
      id: makeId<ContratId>((length) => crypto.getRandomValues(new Uint8Array(length))),
      slug: body.slug,
      nom: body.nom,
      par: actor.id,
      le: Date.now(),
      coordination: account === null ? null : { account, nom: await nameFor(c, account) },
    });
    const founded = await annuaire(c).foundContrat(made);
    if (!founded.ok) return refusedHere(c, founded.code);
    // Should this fail, the list says that nobody is invited, and they may be.
    if (account === null) {
      await contratOf(c, made.id).nameCoordination(actor.id, actor.nom, {
        quoi: "inviter",
        adresse: body.coordination,
      });
    }
    return c.json(await withAwaited(c, founded.value), 201);
  });

  routes.post("/:id/coordination", async (c) => {
    const body = await readBody(c, coordinationBody);
    return body === null ? refused(c, "corps_invalide") : named(c, { quoi: "inviter", adresse: body.adresse });
  });

  routes.post("/:id/coordination/:invitation/relance", (c) => {
    const invitation = parseId<InvitationId>(c.req.param("invitation"));
    return invitation === null ? refused(c, "introuvable") : named(c, { quoi: "relancer", invitation });
  });

  routes.delete("/:id/coordination/:invitation", (c) => {
    const invitation = parseId<InvitationId>(c.req.param("invitation"));
    return invitation === null ? refused(c, "introuvable") : named(c, { quoi: "retirer", invitation });
  });
  return routes;
}

/** What the list shows of a contrat: only those that nobody coordinates are asked who is invited to. */
async function withAwaited(c: Asked, { coordonne, ...contrat }: KnownContrat): Promise<InstanceContrat> {
  return { ...contrat, attendue: coordonne ? null : await contratOf(c, contrat.id).coordinationAwaited() };
}

/** Does something about who will coordinate a contrat that nobody coordinates. */
async function named(c: Asked, naming: Naming): Promise<Response> {
  const actor = await getActor(c);
  if (actor === null) return refused(c, "session_absente");
  const id = parseId<ContratId>(c.req.param("id") ?? "");
  // Looked for in the list: an id that is none wakes no object.
  const isKnown = id !== null && (await annuaire(c).listContrats()).some((each) => each.id === id);
  if (!isKnown) return refused(c, "introuvable");
  const done = await contratOf(c, id).nameCoordination(actor.id, actor.nom, naming);
  if (done.ok) return c.body(null, 204);
  return done.code === "introuvable" ? refused(c, done.code) : refusedHere(c, done.code);
}

function contratOf(c: Asked, id: ContratId): DurableObjectStub<ContratObject> {
  return c.env.CONTRAT.getByName(id);
}
