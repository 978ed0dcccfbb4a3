import { type Context, Hono } from "hono";
import type { FicheBody } from "../../shared/protocol/http-bodies.ts";
import { paths, shortIdOfPiece } from "../../shared/protocol/paths.ts";
import type { SessionAccount } from "../account/account-object.ts";
import { homePage } from "../pages/home.ts";
import type { PageContext } from "../pages/layout.ts";
import { lecturePage } from "../pages/lecture.ts";
import { LEGAL_PAGES } from "../pages/legal.ts";
import { notFoundPage, signInNeededPage, wrongHostPage } from "../pages/refused.ts";
import { type App, getActor } from "./actor.ts";
import { findContrat } from "./contrat-lookup.ts";
import { askFiche } from "./on-fiche.ts";
import { isOwnHost } from "./one-origin.ts";
import { plansPages } from "./plans-routes.ts";
import { findPublished, publicInstance } from "./published.ts";
import { readReglages } from "./reglages.ts";
import { reminderPages } from "./reminder-routes.ts";
import { staticFile, webManifest } from "./static-files.ts";

/** The pages: those made here, those that the browser makes from one shell, and the files of the web part. */
export function pageRoutes({ demonstration }: { readonly demonstration: boolean }): Hono<App> {
  const pages = new Hono<App>();

  const contextFor = async (c: Context<App>, account: SessionAccount | null): Promise<PageContext> => ({
    manifest: (await webManifest(c.env.ASSETS)).named,
    demonstration,
    account,
    reglages: await readReglages(c.env, Date.now()),
  });

  pages.use(async (c, next) => {
    if (!isOwnHost(c.req.raw, c.env)) return c.html(wrongHostPage(c.env.PUBLIC_URL), 421);
    return next();
  });

  pages.get(paths.home, async (c) => {
    const [context, { plans }] = await Promise.all([contextFor(c, await getActor(c)), publicInstance(c.env)]);
    return c.html(homePage(context, plans));
  });
  pages.route("/", plansPages({ demonstration }));
  for (const [path, legalPage] of Object.entries(LEGAL_PAGES)) {
    pages.get(path, async (c) => c.html(legalPage(await contextFor(c, await getActor(c)))));
  }

  pages.route(
    "/",
    reminderPages(async (c) => contextFor(c, await getActor(c))),
  );

  pages.get("/contrats/:contrat/fiches/:piece/lecture", async (c) => {
    const actor = await getActor(c);
    const context = await contextFor(c, actor);
    if (actor === null) {
      const published = await publishedPath(c);
      return published === null ? c.html(signInNeededPage(context, c.req.path), 401) : c.redirect(published);
    }
    const found = await findFiche(c, actor);
    const contrat = found === null ? null : await findContrat(c.env, found.contrat.slug);
    if (found === null || contrat === null) return c.html(notFoundPage(context), 404);
    // Who is only shown a fiche in lists reads neither its draft nor its versions.
    const asked = { c, actor, contrat, ids: { fiche: found.fiche.id } };
    const read = await askFiche(asked, (document, about) => document.lecture(about));
    if (!read.ok) return c.html(notFoundPage(context), 404);
    const { intitule } = read.value.content;
    const address = paths.lecture(found.contrat.slug, { ...found.fiche, intitule });
    if (address !== c.req.path) return c.redirect(address);
    return c.html(lecturePage(context, { ...found, reading: read.value, now: Date.now() }));
  });

  pages.get("/contrats/:contrat/fiches/:piece", async (c) => {
    const actor = await getActor(c);
    const published = actor === null ? await publishedPath(c) : null;
    if (published !== null) return c.redirect(published);
    const found = actor === null ? null : await findFiche(c, actor);
    if (found === null) return shell(c);
    const address = paths.fiche(found.contrat.slug, found.fiche);
    return address === c.req.path ? shell(c) : c.redirect(address);
  });

  for (const path of SCREENS) pages.get(path, shell);

  pages.get("*", async (c) => {
    const file = await staticFile(c.req.raw, c.env.ASSETS);
    return file ?? c.html(notFoundPage(await contextFor(c, await getActor(c))), 404);
  });
  return pages;
}

/** The addresses of the pages that the browser makes. */
const SCREENS = [
  ...[paths.signIn, paths.signInByMail, paths.signInLink, paths.firstAccess, paths.invitation(":contrat")],
  ...[paths.ateliers, paths.account, paths.administration, paths.awaiting].flatMap((path) => [path, `${path}/*`]),
];

/** The fiche that an address ends with, as this person may see it. */
async function findFiche(c: Context<App>, actor: SessionAccount): Promise<FicheBody | null> {
  const shortId = shortIdOfPiece(c.req.param("piece") ?? "");
  const contrat = shortId === null ? null : await findContrat(c.env, c.req.param("contrat") ?? "");
  return contrat === null || shortId === null ? null : contrat.ficheFor(actor.id, shortId);
}

/** Where everybody reads the fiche of this address of the workspace; null: nowhere, whether there is one or not. */
async function publishedPath(c: Context<App>): Promise<string | null> {
  const published = await findPublished(c.env, c.req.param("contrat") ?? "", c.req.param("piece") ?? "");
  return published?.is === "there" ? published.path : null;
}

/** The one page of the browser's part. Existing or not, an address of the workspace gets the same. */
async function shell(c: Context<App>): Promise<Response> {
  const file = await staticFile(new Request(new URL("/index.html", c.req.url), c.req.raw), c.env.ASSETS);
  if (file === null) throw new Error("the web part has no index.html");
  file.headers.set("cache-control", "no-store");
  return file;
}
