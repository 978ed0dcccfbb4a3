import { type Context, Hono } from "hono";
import type * as z from "zod";
import { type AccountId, makeId } from "../../shared/ids.ts";
import {
  acceptInvitationBody,
  contratInvitationBody,
  contratListBody,
  groupeInvitationBody,
  groupeListBody,
  type InvitationListRefusal,
  type InvitationPlace,
  joinAtelierBody,
  openInvitationBody,
} from "../../shared/protocol/bodies/invitation.ts";
import { CONTRAT_REFUSALS } from "../../shared/protocol/contrat-refusals.ts";
import { findAccount, findOrCreateAccount } from "../adresse/find-or-create.ts";
import { askToAct } from "../contrat/ask.ts";
import type { ContratObject } from "../contrat/contrat-object.ts";
import { type App, getActor, openSessionFor } from "./actor.ts";
import { tooMany } from "./attempts.ts";
import { findContrat } from "./contrat-lookup.ts";
import { type Asked, ContratRoutes, nothing, readBody } from "./on-contrat.ts";
import { refused } from "./refuse.ts";
import { refusedAct } from "./refuse-act.ts";

/** How people come into a contrat: by an invitation or by the code of a workshop; under `/api/contrats/:contrat`. */
export function invitationRoutes(): Hono<App> {
  const routes = new Hono<App>();
  const on = new ContratRoutes(routes);

  on.see("/invitations", "invitations", nothing, () => ({}));
  on.act("post", "/invitations", "inviter", contratInvitationBody, ({ body: { role, ...whom } }) => ({
    ...whom,
    place: { groupe: null, role },
  }));
  on.write("post", "/invitations/liste", contratListBody, (asked) =>
    inviteList(asked, { groupe: null, role: asked.body.role }),
  );
  on.act("post", "/invitations/:invitation/relance", "relancer_invitation", nothing, ({ ids }) => ({
    groupe: null,
    invitation: ids.invitation,
  }));
  on.act("delete", "/invitations/:invitation", "retirer_invitation", nothing, ({ ids }) => ({
    groupe: null,
    invitation: ids.invitation,
  }));

  on.see("/groupes/:groupe/invitations", "invitations_groupe", nothing, ({ ids }) => ({ groupe: ids.groupe }));
  on.act(
    "post",
    "/groupes/:groupe/invitations",
    "inviter",
    groupeInvitationBody,
    ({ body: { role, ...whom }, ids }) => ({ ...whom, place: { groupe: ids.groupe, role } }),
  );
  on.write("post", "/groupes/:groupe/invitations/liste", groupeListBody, (asked) =>
    inviteList(asked, { groupe: asked.ids.groupe, role: asked.body.role }),
  );
  on.act("post", "/groupes/:groupe/invitations/:invitation/relance", "relancer_invitation", nothing, ({ ids }) => ({
    groupe: ids.groupe,
    invitation: ids.invitation,
  }));
  on.act("delete", "/groupes/:groupe/invitations/:invitation", "retirer_invitation", nothing, ({ ids }) => ({
    groupe: ids.groupe,
    invitation: ids.invitation,
  }));

  routes.post("/invitation", async (c) => {
    const body = await readBody(c, openInvitationBody);
    if (body === null) return refused(c, "corps_invalide");
    const stopped = await tooMany(c, "essai");
    if (stopped !== null) return stopped;
    const contrat = await contratIn(c);
    const actor = contrat === null ? null : await getActor(c);
    const opened = contrat === null ? null : await contrat.openInvitation(body.jeton, actor?.id ?? null);
    if (opened === null) return refusedAct(c, "invitation_inconnue");
    return opened.ok ? c.json(opened.value) : refusedAct(c, opened.code);
  });

  routes.post("/invitation/acceptation", async (c) => {
    const body = await readBody(c, acceptInvitationBody);
    if (body === null) return refused(c, "corps_invalide");
    const stopped = await tooMany(c, "essai");
    if (stopped !== null) return stopped;
    const contrat = await contratIn(c);
    return contrat === null ? refusedAct(c, "invitation_inconnue") : accept(c, contrat, body);
  });

  routes.post("/atelier", async (c) => {
    const body = await readBody(c, joinAtelierBody);
    if (body === null) return refused(c, "corps_invalide");
    const stopped = await tooMany(c, "essai");
    if (stopped !== null) return stopped;
    const contrat = await contratIn(c);
    return contrat === null ? refusedAct(c, "atelier_inconnu") : joinAtelier(c, contrat, body);
  });
  return routes;
}

async function inviteList(asked: Asked<{ readonly texte: string }>, place: InvitationPlace): Promise<Response> {
  const { c, actor, contrat, body } = asked;
  const done = await askToAct(contrat, actor.id, "inviter_liste", { texte: body.texte, place });
  if (!done.ok) return refusedAct(c, done.code);
  if (done.value.fait) return c.json(done.value.invited, 201);
  const refusal: InvitationListRefusal = { refus: "liste_invalide", lignes: done.value.lignes };
  return c.json(refusal, CONTRAT_REFUSALS.liste_invalide);
}

/**
 * Whoever holds the token reads the address: that makes a new account for it, and opens its session. For an account that
 * exists, a link of thirty days does not stand for its owner: they sign in as always, and accept then.
 */
async function accept(
  c: Context<App>,
  contrat: DurableObjectStub<ContratObject>,
  { jeton, nom, organisation }: z.infer<typeof acceptInvitationBody>,
): Promise<Response> {
  const actor = await getActor(c);
  const opened = await contrat.openInvitation(jeton, null);
  if (!opened.ok) return refusedAct(c, opened.code);
  const { adresse, nom: invitedAs } = opened.value;
  const holder = await findAccount(c.env, adresse);
  if (actor !== null) {
    if (holder !== actor.id) return refusedAct(c, "invitation_autre_adresse");
    const joined = await contrat.acceptInvitation(actor.id, jeton, { nom: actor.nom, organisation });
    return joined.ok ? c.json(joined.value) : refusedAct(c, joined.code);
  }
  if (holder !== null) return refusedAct(c, "invitation_compte_existant");
  const called = nom ?? invitedAs;
  if (called === null) return refusedAct(c, "nom_attendu");
  const { organisations } = opened.value;
  // Asked before an account is made.
  if (typeof organisation === "string" && !organisations.some(({ id }) => id === organisation)) {
    return refusedAct(c, "organisation_inconnue");
  }
  const account = await findOrCreateAccount(c.env, adresse, called);
  const joined = await contrat.acceptInvitation(account, jeton, { nom: called, organisation });
  if (!joined.ok) return refusedAct(c, joined.code);
  await openSessionFor(c, account);
  return c.json(joined.value);
}

/** A new account has no address: its person enters on this device, until they give one. */
async function joinAtelier(
  c: Context<App>,
  contrat: DurableObjectStub<ContratObject>,
  { code, nom }: { readonly code: string; readonly nom: string | null },
): Promise<Response> {
  const actor = await getActor(c);
  const open = await contrat.checkAtelier(code);
  if (!open.ok) return refusedAct(c, open.code === "introuvable" ? "atelier_inconnu" : open.code);
  if (actor !== null) {
    const joined = await contrat.joinAtelier(actor.id, code, actor.nom);
    return joined.ok ? c.json(joined.value) : refusedAct(c, joined.code);
  }
  if (nom === null) return refusedAct(c, "nom_attendu");
  const account = makeId<AccountId>((length) => crypto.getRandomValues(new Uint8Array(length)));
  await c.env.ACCOUNT.getByName(account).create(account, nom);
  const joined = await contrat.joinAtelier(account, code, nom);
  if (!joined.ok) return refusedAct(c, joined.code);
  await openSessionFor(c, account);
  return c.json(joined.value);
}

function contratIn(c: Context<App>): Promise<DurableObjectStub<ContratObject> | null> {
  return findContrat(c.env, c.req.param("contrat") ?? "");
}
