import { type Context, Hono } from "hono";
import type * as z from "zod";
import type { AccountId, DocumentId } from "../../shared/ids.ts";
import {
  closeBody,
  confirmAdresseBody,
  joinBody,
  newAdresseBody,
  type OwnDataBody,
  type OwnFiche,
  removeAdresseBody,
  renameBody,
} from "../../shared/protocol/bodies/account.ts";
import { rappelsBody } from "../../shared/protocol/bodies/attentes.ts";
import type { AccountObject, SessionAccount } from "../account/account-object.ts";
import { contratOf } from "../account/contrat-of-account.ts";
import { adresseName } from "../adresse/find-or-create.ts";
import type { Env } from "../env.ts";
import { type App, getActor, signOut } from "./actor.ts";
import { tooMany } from "./attempts.ts";
import { refused } from "./refuse.ts";
import { refusedAccount } from "./refuse-account.ts";

type Account = DurableObjectStub<AccountObject>;

/** One's own account, under `/api/compte`: nobody else's can be named here. */
export function accountRoutes(): Hono<App> {
  const own = new Hono<App>();

  own.get("/", (c) =>
    asOwner(c, async (account) => {
      const shown = await account.shown();
      return shown === null ? refused(c, "session_absente") : c.json(shown);
    }),
  );

  own.patch("/", (c) =>
    withBody(c, renameBody, async (account, { nom }) => {
      await account.rename(nom);
      return c.body(null, 204);
    }),
  );

  own.put("/rappels", (c) =>
    withBody(c, rappelsBody, async (account, { actifs }) => {
      await account.remind(actifs);
      return c.body(null, 204);
    }),
  );

  own.get("/donnees", (c) =>
    asOwner(c, async (account, actor) => {
      const data = await ownData(c.env, account, actor);
      if (data === null) return refused(c, "session_absente");
      c.header("content-disposition", 'attachment; filename="mes-donnees-coaction.json"');
      c.header("content-type", "application/json; charset=utf-8");
      return c.body(`${JSON.stringify(data, null, 2)}\n`);
    }),
  );

  own.post("/adresses", (c) =>
    withBody(c, newAdresseBody, async (account, { adresse, remplace }) => {
      const stopped = await tooMany(c, "demande");
      if (stopped !== null) return stopped;
      const begun = await account.beginAdresse({ name: adresseName(c.env, adresse), adresse }, remplace);
      if (begun.ok) return c.body(null, 202);
      return begun.code === "introuvable" ? refused(c, begun.code) : refusedAccount(c, begun.code);
    }),
  );

  own.post("/adresses/confirmation", (c) =>
    withBody(c, confirmAdresseBody, async (account, { code }) => {
      const stopped = await tooMany(c, "essai");
      if (stopped !== null) return stopped;
      const confirmed = await account.confirmAdresse(code);
      return confirmed.ok ? c.json(confirmed.value) : refusedAccount(c, confirmed.code);
    }),
  );

  own.delete("/adresses", (c) =>
    withBody(c, removeAdresseBody, async (account, { adresse }) => {
      const removed = await account.removeAdresse(adresse);
      if (removed.ok) return c.body(null, 204);
      return removed.code === "introuvable" ? refused(c, removed.code) : refusedAccount(c, removed.code);
    }),
  );

  own.post("/jonction", (c) =>
    withBody(c, joinBody, async (account) => {
      const joined = await account.join();
      return joined.ok ? c.body(null, 204) : refusedAccount(c, joined.code);
    }),
  );

  own.delete("/courriels/:id", (c) =>
    asOwner(c, async (account) => {
      const id = c.req.param("id") ?? "";
      if (!/^\d{1,15}$/.test(id)) return refused(c, "introuvable");
      await account.forgetMail(Number(id));
      return c.body(null, 204);
    }),
  );

  own.post("/fermeture", (c) =>
    withBody(c, closeBody, async (account) => {
      const closed = await account.close();
      if (!closed.ok) return refusedAccount(c, closed.code);
      await signOut(c);
      return c.body(null, 204);
    }),
  );
  return own;
}

async function asOwner(
  c: Context<App>,
  answer: (account: Account, actor: SessionAccount) => Promise<Response>,
): Promise<Response> {
  const actor = await getActor(c);
  return actor === null ? refused(c, "session_absente") : answer(c.env.ACCOUNT.getByName(actor.id), actor);
}

function withBody<Body>(
  c: Context<App>,
  schema: z.ZodType<Body>,
  answer: (account: Account, body: Body) => Promise<Response>,
): Promise<Response> {
  return asOwner(c, async (account) => {
    const parsed = schema.safeParse(await c.req.json().catch(() => null));
    return parsed.success ? answer(account, parsed.data) : refused(c, "corps_invalide");
  });
}

/** What the account and each of its contrats keep about its owner; a contrat that does not answer says null. */
async function ownData(env: Env, account: Account, actor: SessionAccount): Promise<OwnDataBody | null> {
  const data = await account.data();
  if (data === null) return null;
  const ids = await account.memberships();
  const accounts = [actor.id, ...data.compte.comptesJoints];
  const contrats = await Promise.all(
    ids.map(async (id) => {
      const kept = await contratOf(env, id)
        .dataOf(actor.id)
        .catch(() => null);
      const fiches = kept === null ? null : await ownFiches(env, kept.fiches, accounts);
      return { id, donnees: kept?.donnees ?? null, fiches };
    }),
  );
  return { ...data, contrats };
}

/** One after another: a contrat may have two hundred, and nobody waits for this as for a page. */
async function ownFiches(env: Env, ids: readonly DocumentId[], accounts: readonly AccountId[]): Promise<OwnFiche[]> {
  const fiches: OwnFiche[] = [];
  for (const id of ids) {
    const actes = await env.DOCUMENT.getByName(id)
      .actsOf(accounts)
      .catch(() => null);
    if (actes === null || actes.length > 0) fiches.push({ id, actes });
  }
  return fiches;
}
