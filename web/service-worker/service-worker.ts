import { routeOf } from "./route.ts";
import { type Build, fillShell, keptFile, keptPage, leaveOneShell } from "./shells.ts";

/*
 * Opens the pages of the site without the network: those of the workspace with what the device kept, those of the server's
 * with a word that they need it. It keeps the page and its files and nothing else, and never
 * takes over a page that is open: `skipWaiting` and `clients.claim` are not called. What this script is depends on the
 * build, so a new build is a new script, which the browser finds when a page is opened.
 */

/** Written by the build (`build/service-worker.ts`). */
declare const __BUILD__: Build;

// This file is run as a service worker and nothing else; TypeScript's library knows only of workers in general.
const worker = self as unknown as ServiceWorkerGlobalScope;

/** A server that takes longer to give the page is not waited for when one is kept here, in milliseconds. */
const PATIENCE_MS = 1_500;

worker.addEventListener("install", (event) => event.waitUntil(fillShell(__BUILD__, Date.now())));

// It comes when no page of the build before is open any more.
worker.addEventListener("activate", (event) => event.waitUntil(leaveOneShell()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  switch (routeOf({ method: request.method, navigates: request.mode === "navigate", path: url.pathname })) {
    case "server":
      return;
    case "shell":
      event.respondWith(openPage(request));
      return;
    case "page":
      event.respondWith(fetch(request).catch(async () => (await keptPage(__BUILD__.page.path)) ?? Response.error()));
      return;
    case "file":
      event.respondWith(keptFile(request).then((kept) => kept ?? fetch(request)));
      return;
  }
});

/** The server's page while it answers: it is the newest, and one small answer. Else the one that is kept. */
async function openPage(request: Request): Promise<Response> {
  const asked = fetch(request);
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const answer = await Promise.race([asked.catch(() => null), late]);
  if (answer !== null && answer.status < 500) return answer;
  return (await keptPage(__BUILD__.page.path)) ?? asked;
}
