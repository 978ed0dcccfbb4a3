import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Context, Hono } from "hono";
import { paths } from "../../shared/protocol/paths.ts";
import type { PageContext } from "../pages/layout.ts";
import { publicFichePage } from "../pages/public-fiche.ts";
import { publicPlanPage } from "../pages/public-plan.ts";
import { notFoundPage } from "../pages/refused.ts";
import { withdrawnFichePage, withdrawnPlanPage } from "../pages/withdrawn.ts";
import type { App } from "./actor.ts";
import { findPlan, findPublished, type Published, publicInstance } from "./published.ts";
import { namesTag, webManifest } from "./static-files.ts";

/** As long as browsers and caches may keep a page: whoever withdraws one waits no longer. */
const FOR_A_MINUTE = "public, max-age=60";

/** What a page needs besides what it is about: what it says when it is there, and when it is withdrawn. */
interface Rendering<Found> {
  readonly there: (context: PageContext, published: Extract<Published<Found>, { readonly is: "there" }>) => string;
  readonly withdrawn: (
    context: PageContext,
    published: Extract<Published<Found>, { readonly is: "withdrawn" }>,
  ) => string;
}

/**
 * What everybody may read, without an account, without JavaScript, and without waking an object: the files of the pages
 * store, in today's frame. Case and decoration of an address decide nothing, and are put right.
 */
export function plansPages({ demonstration }: { readonly demonstration: boolean }): Hono<App> {
  const pages = new Hono<App>();

  async function answer<Found>(
    c: Context<App>,
    found: Promise<Published<Found>>,
    rendering: Rendering<Found>,
  ): Promise<Response> {
    const [published, { reglages }] = await Promise.all([found, publicInstance(c.env)]);
    if (published?.is === "there" && published.path !== c.req.path) return c.redirect(published.path, 302);
    // The same for everybody: it may stand in any cache.
    const context = { manifest: (await webManifest(c.env.ASSETS)).named, demonstration, account: null, reglages };
    if (published === null) return c.html(notFoundPage(context), 404);
    if (published.is === "withdrawn") {
      return c.html(rendering.withdrawn(context, published), 410, { "cache-control": FOR_A_MINUTE });
    }
    const text = rendering.there(context, published);
    const headers = { etag: await tagOf(text), "cache-control": FOR_A_MINUTE };
    return namesTag(c.req.header("if-none-match") ?? null, headers.etag)
      ? c.body(null, 304, headers)
      : c.html(text, 200, headers);
  }

  pages.get(paths.plan(":slug"), (c) =>
    answer(c, findPlan(c.env, c.req.param("slug") ?? ""), {
      there: (context, { plan, path }) => publicPlanPage(context, plan, c.env.PUBLIC_URL + path),
      withdrawn: (context, { plan }) => withdrawnPlanPage(context, plan),
    }),
  );

  pages.get("/plans/:slug/fiches/:piece", (c) =>
    answer(c, findPublished(c.env, c.req.param("slug"), c.req.param("piece")), {
      there: (context, { found: { fiche, axe, listed }, plan: { contrat }, path }) =>
        publicFichePage(context, { fiche, contrat, axe, numero: listed.numero, address: c.env.PUBLIC_URL + path }),
      withdrawn: (context, { plan }) => withdrawnFichePage(context, plan),
    }),
  );
  return pages;
}

/** Of the page as it is sent: another frame, or another style sheet, makes another one. */
async function tagOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", utf8ToBytes(text));
  return `"${bytesToHex(new Uint8Array(digest)).slice(0, 32)}"`;
}
