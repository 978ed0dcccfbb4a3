import { expect, type Page, type Route } from "@playwright/test";

/** Keeps a page's requests waiting: each call of what it gives is the next one, once it was sent. */
export async function hold(page: Page, pattern: string): Promise<() => Promise<Route>> {
  const held: Route[] = [];
  await page.route(pattern, (route) => void held.push(route));
  return async () => {
    await expect.poll(() => held.length).toBeGreaterThan(0);
    const [route] = held.splice(0, 1);
    if (route === undefined) throw new Error("nothing is waiting");
    return route;
  };
}
