import { type Context, Hono } from "hono";
import type * as z from "zod";
import type { Adresse } from "../../shared/domain/adresse.ts";
import { parseId, type SessionId } from "../../shared/ids.ts";
import { type SessionsBody, signInBody, signInCodeBody, signInLinkBody } from "../../shared/protocol/bodies/auth.ts";
import { readLinkToken } from "../account/secrets.ts";
import { adresseName, findAccount } from "../adresse/find-or-create.ts";
import type { Env } from "../env.ts";
import { type App, enterWith, getActor } from "./actor.ts";
import { tooMany } from "./attempts.ts";
import { refused } from "./refuse.ts";
import { refusedAccount } from "./refuse-account.ts";

/**
 * A code or a link that is refused is refused after this long, in milliseconds: a known address costs a write and an
 * unknown one does not, and nobody can tell which it was.
 */
const REFUSED_AFTER_MS = 400;

/** Signing in by mail, and the sessions that it opens: under `/api`. */
export function authRoutes(): Hono<App> {
  const auth = new Hono<App>();

  auth.post("/connexion", async (c) => {
    const body = await readBody(c, signInBody);
    if (body === null) return refused(c, "corps_invalide");
    const stopped = await tooMany(c, "demande");
    if (stopped !== null) return stopped;
    // After the answer, which then says and takes the same for everyone.
    c.executionCtx.waitUntil(askToEnter(c.env, body.adresse));
    return c.body(null, 202);
  });

  auth.post("/connexion/code", async (c) => {
    const body = await readBody(c, signInCodeBody);
    if (body === null) return refused(c, "corps_invalide");
    const stopped = await tooMany(c, "essai");
    if (stopped !== null) return stopped;
    const patience = scheduler.wait(REFUSED_AFTER_MS);
    const account = await findAccount(c.env, body.adresse);
    const name = adresseName(c.env, body.adresse);
    if (account !== null && (await enterWith(c, account, { by: "code", name, code: body.code })))
      return c.body(null, 204);
    await patience;
    return refusedAccount(c, "code_refuse");
  });

  auth.post("/connexion/lien", async (c) => {
    const body = await readBody(c, signInLinkBody);
    if (body === null) return refused(c, "corps_invalide");
    const stopped = await tooMany(c, "essai");
    if (stopped !== null) return stopped;
    // Its seal is looked at first: a token that was made up wakes no account.
    const token = readLinkToken(body.jeton, c.env.SESSION_KEY);
    if (token === null) return refusedAccount(c, "lien_refuse");
    const entered = await enterWith(c, token.account, { by: "lien", secret: token.secret });
    return entered ? c.body(null, 204) : refusedAccount(c, "lien_refuse");
  });

  auth.get("/sessions", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const sessions = await c.env.ACCOUNT.getByName(actor.id).sessions();
    const body: SessionsBody = {
      sessions: sessions.map((session) => ({ ...session, courante: session.id === actor.session })),
    };
    return c.json(body);
  });

  auth.delete("/sessions", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    await c.env.ACCOUNT.getByName(actor.id).closeOtherSessions(actor.session);
    return c.body(null, 204);
  });

  auth.delete("/sessions/:session", async (c) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    const session = parseId<SessionId>(c.req.param("session"));
    const ended = session !== null && (await c.env.ACCOUNT.getByName(actor.id).closeSessionById(session));
    return ended ? c.body(null, 204) : refused(c, "introuvable");
  });
  return auth;
}

/** Never rejects: nobody waits for it any more. */
async function askToEnter(env: Env, adresse: Adresse): Promise<void> {
  try {
    const account = await findAccount(env, adresse);
    if (account !== null) await env.ACCOUNT.getByName(account).askToEnter(adresseName(env, adresse));
  } catch (error) {
    console.error("a mail to sign in could not be prepared", error);
  }
}

async function readBody<Body>(c: Context<App>, schema: z.ZodType<Body>): Promise<Body | null> {
  const parsed = schema.safeParse(await c.req.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}
