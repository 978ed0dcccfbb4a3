import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Fixtures,
  type Page,
} from "@playwright/test";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { type RunningServer, startServer } from "./dev-server.ts";

export interface PerWorker {
  /** A real server with the demonstration on a folder of its own, shared by the tests of one run. */
  readonly server: RunningServer;
}

export interface PerTest {
  /** A page in a browser of its own, signed in as that persona of the demonstration, or as nobody. */
  readonly openAs: (persona: string | null, options?: BrowserContextOptions) => Promise<Page>;
}

/**
 * A server for the tests that take it, and for no others: files whose acts would be in the way of those of another file take
 * one of their own. Made anew for each: Playwright takes the same function for the same server.
 */
export function ownServer(): NonNullable<Fixtures<object, PerWorker>["server"]> {
  return [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
    async ({}, use) => {
      const server = await startServer({ demonstration: true });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ];
}

/**
 * Playwright's `test` against a really started server. A test fails when any page that `openAs` gave it broke the
 * Content-Security-Policy or let an exception through.
 */
export const test = base.extend<PerTest, PerWorker>({
  server: ownServer(),
  baseURL: ({ server }, use) => use(server.url),
  openAs: async ({ browser, baseURL, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (persona, options = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL && { baseURL }), ...options });
      contexts.push(context);
      watch(context, faults);
      if (persona !== null) {
        const answer = await context.request.post(apiPaths.demoSession, { data: { persona } });
        expect(answer.ok(), `sign-in as ${persona}`).toBe(true);
      }
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(faults).toEqual([]);
  },
});

export { expect } from "@playwright/test";

/** Adds to `faults` each violation of the Content-Security-Policy and each exception that nothing caught. */
function watch(context: BrowserContext, faults: string[]): void {
  context.on("weberror", (event) => faults.push(String(event.error())));
  context.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) faults.push(message.text());
  });
}
