import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { buildServiceWorker } from "../../web/build/service-worker.ts";

/*
 * Two builds of a small site at one address, with the real service worker: what a page of one build gets when the server
 * has the other, is slow, or is gone.
 */

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };

/** A page that says its build, and a part of it that is loaded later. */
async function build(folder: string, name: string): Promise<void> {
  mkdirSync(join(folder, "assets"), { recursive: true });
  const files: Record<string, string> = {
    "/index.html": `<!doctype html><title>?</title><script type="module" src="/assets/main-${name}.js"></script>`,
    [`/assets/main-${name}.js`]: `document.title = "${name}"; window.later = () => import("/assets/later-${name}.js");
      navigator.serviceWorker.register("/service-worker.js");`,
    [`/assets/later-${name}.js`]: `export const name = "later ${name}";`,
  };
  const hashes: Record<string, { readonly hash: string }> = {};
  for (const [path, content] of Object.entries(files)) {
    writeFileSync(join(folder, path), content);
    hashes[path] = { hash: createHash("sha256").update(content).digest("base64url").slice(0, 16) };
  }
  await buildServiceWorker(folder, hashes);
}

/** A server whose build can be exchanged. */
interface Site {
  readonly origin: string;
  /** The folder of the build that it has; null: it takes connections and never answers for a page. */
  folder: string;
  answersPages: boolean;
  readonly asked: string[];
  close(): Promise<void>;
}

async function serve(folder: string): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://here.invalid").pathname;
    site.asked.push(path);
    const isPage = extname(path) === "";
    if (isPage && !site.answersPages) return;
    try {
      const file = isPage ? "/index.html" : path;
      const content = readFileSync(join(site.folder, file));
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain", "cache-control": "no-store" });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const site: Site = {
    origin: `http://127.0.0.1:${port}`,
    folder,
    answersPages: true,
    asked: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return site;
}

const later = (page: Page) =>
  page.evaluate(() => (window as unknown as { later(): Promise<{ name: string }> }).later().then(({ name }) => name));
const shells = (page: Page) => page.evaluate(async () => (await caches.keys()).length);
const states = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return { active: registration?.active?.state ?? null, waiting: registration?.waiting?.state ?? null };
  });

test("a page keeps its build to its end, and the next opening has the new one, with the network or without", async ({
  browser,
}) => {
  const place = mkdtempSync(join(tmpdir(), "coaction-builds-"));
  const [old, fresh] = [join(place, "old"), join(place, "fresh")];
  await build(old, "ancien");
  await build(fresh, "neuf");
  const site = await serve(old);
  const context = await browser.newContext({ baseURL: site.origin });
  const open = async () => {
    const page = await context.newPage();
    await page.goto("/contrats/redon");
    return page;
  };

  const first = await open();
  await expect.poll(async () => (await states(first)).active).toBe("activated");
  await first.reload();
  await expect(first).toHaveTitle("ancien");

  // A file that is half replaced: nothing of it is taken.
  site.folder = fresh;
  writeFileSync(join(fresh, "index.html.kept"), readFileSync(join(fresh, "index.html")));
  writeFileSync(join(fresh, "index.html"), readFileSync(join(old, "index.html")));
  await first.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => {}));
  await expect.poll(() => shells(first)).toBe(1);
  writeFileSync(join(fresh, "index.html"), readFileSync(join(fresh, "index.html.kept")));

  await first.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(async () => (await states(first)).waiting).toBe("installed");
  // The page that is open goes on with its own build, of which the server has nothing any more.
  await expect(first).toHaveTitle("ancien");
  expect(await later(first)).toBe("later ancien");

  const second = await open();
  await expect(second).toHaveTitle("neuf");
  expect(await later(second)).toBe("later neuf");

  site.answersPages = false;
  const slow = await open();
  await expect(slow).toHaveTitle("neuf");
  expect(await later(slow)).toBe("later neuf");
  expect(site.asked.some((path) => path === "/contrats/redon")).toBe(true);
  for (const page of [first, second, slow]) await page.close();

  site.answersPages = true;
  const third = await open();
  await expect(third).toHaveTitle("neuf");
  await expect.poll(() => shells(third)).toBe(1);

  await site.close();
  await third.reload();
  await expect(third).toHaveTitle("neuf");
  expect(await later(third)).toBe("later neuf");
  // What the server makes is not here: the shell says so, in the place of the browser's own error.
  await third.goto("/contrats/redon/fiches/2-1-k7f3qd9m/lecture");
  await expect(third).toHaveTitle("neuf");
  // A file to download is no page.
  await expect(third.goto("/api/contrats/redon/export")).rejects.toThrow();
  await context.close();
  rmSync(place, { recursive: true });
});
