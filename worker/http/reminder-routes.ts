import { type Context, Hono } from "hono";
import { ATTENTES } from "../../shared/domain/attente.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { AttentesBody } from "../../shared/protocol/bodies/attentes.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { presentAccount } from "../account/name-of.ts";
import { readStopToken } from "../account/stop-link.ts";
import type { PageContext } from "../pages/layout.ts";
import { notFoundPage } from "../pages/refused.ts";
import { remindersStoppedPage, stopRemindersPage } from "../pages/reminders.ts";
import { type App, getActor } from "./actor.ts";
import { refused } from "./refuse.ts";

/** `GET /api/attentes`: what each contrat of the person says waits for them; none of their texts is asked. */
export async function attentesRead(c: Context<App>): Promise<Response> {
  const actor = await getActor(c);
  if (actor === null) return refused(c, "session_absente");
  const contrats = await c.env.ACCOUNT.getByName(actor.id).memberships();
  const found = await Promise.all(contrats.map((id) => c.env.CONTRAT.getByName(id).attentesFor(actor.id)));
  const order = (quoi: (typeof ATTENTES)[number]) => ATTENTES.indexOf(quoi);
  const body: AttentesBody = {
    attentes: found.flat().sort((a, b) => order(a.quoi) - order(b.quoi) || (a.depuis ?? 0) - (b.depuis ?? 0)),
  };
  return c.json(body);
}

/** The page that a reminder ends with: without a session, since its address is the proof, and it can do nothing else. */
export function reminderPages(contextFor: (c: Context<App>) => Promise<PageContext>): Hono<App> {
  const pages = new Hono<App>();
  const path = paths.stopReminders(":jeton");
  const owner = (c: Context<App>): AccountId | null => readStopToken(c.env, c.req.param("jeton") ?? "");

  pages.get(path, async (c) => {
    const context = await contextFor(c);
    if (owner(c) === null) return c.html(notFoundPage(context), 404);
    return c.html(stopRemindersPage(context, c.req.param("jeton") ?? ""));
  });
  pages.post(path, async (c) => {
    const account = owner(c);
    const context = await contextFor(c);
    if (account === null) return c.html(notFoundPage(context), 404);
    // A mail of before stops those of today, though its account was joined to another of the same person.
    const present = await presentAccount(c.env, account);
    if (present !== null) await c.env.ACCOUNT.getByName(present.id).remind(false);
    return c.html(remindersStoppedPage(context));
  });
  return pages;
}
