import { Hono } from "hono";
import type { App } from "./actor.ts";
import { staticFile } from "./static-files.ts";

export function pageRoutes(_options: { readonly demonstration: boolean }): Hono<App> {
  const pages = new Hono<App>();
  pages.get("*", async (c) => (await staticFile(c.req.raw, c.env.ASSETS)) ?? c.notFound());
  return pages;
}
