import { Hono } from "hono";
import type * as z from "zod";
import type { Adresse } from "../../shared/domain/adresse.ts";
import { accessibiliteLevel } from "../../shared/domain/reglages.ts";
import { type AccountId, parseId, type RegionId } from "../../shared/ids.ts";
import {
  type AdministrationBody,
  administrationBody,
  firstAccessBody,
  firstAccessCheckBody,
  type InstanceBody,
  type InstanceRegionsBody,
  newReglagesBody,
  type RegionsBody,
  regionBody,
  regionReaderBody,
} from "../../shared/protocol/bodies/instance-admin.ts";
import { firstAccessDigest, readFirstAccess } from "../../shared/protocol/first-access.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { findAccount, findOrCreateAccount } from "../adresse/find-or-create.ts";
import { randomHex } from "../keys.ts";
import { type App, getActor, openSessionFor } from "./actor.ts";
import { instanceContratRoutes } from "./instance-contrats.ts";
import { type Asked, annuaire, nameFor, readBody, refusedHere } from "./on-instance.ts";
import { refused } from "./refuse.ts";
import { forgetReglages, readReglages } from "./reglages.ts";

/**
 * What administers the instance, under `/api/instance`: its first access, its contrats and their first coordination, its
 * regions, what it says of itself. None of it reads a draft.
 */
export function instanceRoutes(): Hono<App> {
  const instance = new Hono<App>();

  instance.get("/", async (c) => {
    const reglages = await readReglages(c.env, Date.now());
    const body: InstanceBody = { nom: reglages.nom, accessibilite: accessibiliteLevel(reglages) };
    return c.json(body);
  });

  instance.post("/premier-acces/verification", async (c) => {
    const body = await readBody(c, firstAccessCheckBody);
    if (body === null) return refused(c, "corps_invalide");
    const digest = openDigest(c, body.jeton);
    if (!digest.ok) return refusedHere(c, digest.code);
    return (await annuaire(c).isEmpty()) ? c.body(null, 204) : refusedHere(c, "premier_acces_utilise");
  });

  instance.post("/premier-acces", async (c) => {
    const body = await readBody(c, firstAccessBody);
    if (body === null) return refused(c, "corps_invalide");
    const digest = openDigest(c, body.jeton);
    if (!digest.ok) return refusedHere(c, digest.code);
    const opened = await openInstance(c, digest.value, body.adresse, body.nom);
    if (!opened.ok) return refusedHere(c, opened.code);
    await openSessionFor(c, opened.value);
    return c.body(null, 204);
  });

  instance.use("/*", async (c, next) => {
    const actor = await getActor(c);
    if (actor === null) return refused(c, "session_absente");
    if (!(await annuaire(c).isAdministration(actor.id))) return refusedHere(c, "reserve_a_l_administration");
    return next();
  });

  instance.route("/contrats", instanceContratRoutes());

  instance.get("/administration", async (c) => {
    const listed = await annuaire(c).listAdministration();
    const personnes = await Promise.all(
      listed.map(async ({ account, depuis }) => ({ id: account, nom: await nameFor(c, account), depuis })),
    );
    const body: AdministrationBody = { personnes };
    return c.json(body);
  });

  instance.post("/administration", async (c) => {
    const account = await accountIn(c, administrationBody);
    if (!account.ok) return account.value;
    await annuaire(c).addAdministration(account.value);
    return c.body(null, 204);
  });

  instance.delete("/administration/:account", async (c) => {
    const account = parseId<AccountId>(c.req.param("account"));
    if (account === null) return refused(c, "introuvable");
    const removed = await annuaire(c).removeAdministration(account);
    return removed.ok ? c.body(null, 204) : refusedHere(c, removed.code);
  });

  instance.get("/regions", async (c) => {
    const regions = await annuaire(c).listRegions();
    const body: InstanceRegionsBody = {
      regions: await Promise.all(
        regions.map(async ({ lecteurs, ...region }) => ({
          ...region,
          lecteurs: await Promise.all(lecteurs.map(async (id) => ({ id, nom: await nameFor(c, id) }))),
        })),
      ),
    };
    return c.json(body);
  });

  instance.post("/regions", async (c) => {
    const body = await readBody(c, regionBody);
    if (body === null) return refused(c, "corps_invalide");
    const id = await annuaire(c).addRegion(body.nom);
    return c.json(
      { id, nom: body.nom, lecteurs: [], contrats: [] } satisfies InstanceRegionsBody["regions"][number],
      201,
    );
  });

  instance.put("/regions/:region", async (c) => {
    const region = parseId<RegionId>(c.req.param("region"));
    const body = await readBody(c, regionBody);
    if (body === null) return refused(c, "corps_invalide");
    return done(c, region !== null && (await annuaire(c).renameRegion(region, body.nom)));
  });

  instance.post("/regions/:region/lecteurs", async (c) => {
    const region = parseId<RegionId>(c.req.param("region"));
    const account = await accountIn(c, regionReaderBody);
    if (!account.ok) return account.value;
    return done(c, region !== null && (await annuaire(c).addRegionReader(region, account.value)));
  });

  instance.delete("/regions/:region/lecteurs/:account", async (c) => {
    const region = parseId<RegionId>(c.req.param("region"));
    const account = parseId<AccountId>(c.req.param("account"));
    return done(c, region !== null && account !== null && (await annuaire(c).removeRegionReader(region, account)));
  });

  instance.get("/reglages", async (c) => c.json(await annuaire(c).reglages()));

  instance.put("/reglages", async (c) => {
    const actor = await getActor(c);
    const body = await readBody(c, newReglagesBody);
    if (actor === null) return refused(c, "session_absente");
    if (body === null) return refused(c, "corps_invalide");
    const changed = await annuaire(c).changeReglages(body.reglages, body.numero, actor.id);
    if (!changed.ok) return refusedHere(c, changed.code);
    forgetReglages();
    return c.json(await annuaire(c).reglages());
  });
  return instance;
}

/** `GET /api/regions`: the regions that this person reads, and which contrats share with each. */
export async function regionsRead(c: Asked): Promise<Response> {
  const actor = await getActor(c);
  if (actor === null) return refused(c, "session_absente");
  const found = await annuaire(c).regionsReadBy(actor.id);
  const body: RegionsBody = {
    regions: found.map(({ region, contrats }) => ({
      id: region.id,
      nom: region.nom,
      contrats: contrats.map(({ nom, slug }) => ({ nom, slug })),
    })),
  };
  return c.json(body);
}

/** The digest of the secret of a one-time address that holds now: decided here, so that a wrong one wakes no object. */
function openDigest(c: Asked, jeton: string): Result<string, "premier_acces_refuse" | "premier_acces_perime"> {
  const access = readFirstAccess(c.env.PREMIER_ACCES);
  const digest = firstAccessDigest(jeton);
  // Digests of a secret beyond guessing: where two differ tells nothing about it.
  if (access === null || access.digest !== digest) return refuse("premier_acces_refuse");
  return Date.now() < access.until ? ok(digest) : refuse("premier_acces_perime");
}

/** Makes the account of whoever comes first and has it administer the instance. */
async function openInstance(
  c: Asked,
  digest: string,
  adresse: Adresse,
  nom: string,
): Promise<Result<AccountId, "premier_acces_utilise">> {
  const attempt = randomHex(8);
  const begun = await annuaire(c).beginFirstAccess(digest, attempt);
  if (!begun.ok) return begun;
  try {
    const account = await findOrCreateAccount(c.env, adresse, nom);
    const ended = await annuaire(c).endFirstAccess(digest, attempt, account);
    return ended ? ok(account) : refuse("premier_acces_utilise");
  } catch (error) {
    await annuaire(c).giveUpFirstAccess(attempt);
    throw error;
  }
}

/** The account of the address in a body, or what to answer instead. */
async function accountIn(
  c: Asked,
  schema: z.ZodType<{ readonly adresse: Adresse }>,
): Promise<{ readonly ok: true; readonly value: AccountId } | { readonly ok: false; readonly value: Response }> {
  const body = await readBody(c, schema);
  if (body === null) return { ok: false, value: refused(c, "corps_invalide") };
  const account = await findAccount(c.env, body.adresse);
  return account === null ? { ok: false, value: refusedHere(c, "personne_inconnue") } : ok(account);
}

function done(c: Asked, found: boolean): Response {
  return found ? c.body(null, 204) : refused(c, "introuvable");
}
