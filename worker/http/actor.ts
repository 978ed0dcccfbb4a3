import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { appareilOf } from "../../shared/domain/appareil.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { SessionAccount } from "../account/account-object.ts";
import type { Proof } from "../account/entering.ts";
import type { Env } from "../env.ts";
import { makeSessionCookie, readSessionCookie } from "./session-cookie.ts";

export type App = { Bindings: Env };

/** `__Host-` ties the cookie to this very origin, and needs https; on a loopback address without it, a plain name. */
function cookieName(env: Env): string {
  return isHttps(env) ? "__Host-coaction" : "coaction";
}

function isHttps(env: Env): boolean {
  return env.PUBLIC_URL.startsWith("https:");
}

/** Who asks: the only place where identity is made. null without a session that stands. */
export async function getActor(c: Context<App>): Promise<SessionAccount | null> {
  const cookie = await readCookie(c);
  return cookie === null ? null : c.env.ACCOUNT.getByName(cookie.account).getSession(cookie.digest);
}

/**
 * Opens a session of this account for whoever asks, gives its cookie, and ends the session that the request came with:
 * a cookie that somebody else planted is worth nothing afterwards. False when there is no such account. The caller knows
 * who asks.
 */
export function openSessionFor(c: Context<App>, account: AccountId): Promise<boolean> {
  return enterWith(c, account, { by: "autre" });
}

/** The same for whoever has this proof, which is used up; false when it proves nothing. */
export async function enterWith(c: Context<App>, account: AccountId, proof: Proof): Promise<boolean> {
  const cookie = await makeSessionCookie(account, c.env.SESSION_KEY, (length) =>
    crypto.getRandomValues(new Uint8Array(length)),
  );
  const session = { digest: cookie.digest, appareil: appareilOf(c.req.header("user-agent") ?? "") };
  const expiresAt = await c.env.ACCOUNT.getByName(account).enter(proof, session);
  if (expiresAt === null) return false;
  await endSession(c);
  setCookie(c, cookieName(c.env), cookie.value, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isHttps(c.env),
    expires: new Date(expiresAt),
  });
  return true;
}

/** Ends the session that the request came with, if any, and takes its cookie back. */
export async function signOut(c: Context<App>): Promise<void> {
  await endSession(c);
  deleteCookie(c, cookieName(c.env), { path: "/", secure: isHttps(c.env) });
}

async function endSession(c: Context<App>): Promise<void> {
  const cookie = await readCookie(c);
  if (cookie !== null) await c.env.ACCOUNT.getByName(cookie.account).closeSession(cookie.digest);
}

async function readCookie(c: Context<App>) {
  const value = getCookie(c, cookieName(c.env));
  return value === undefined ? null : readSessionCookie(value, c.env.SESSION_KEY);
}
