import type { Page } from "@playwright/test";
import { paths } from "../../shared/protocol/paths.ts";
import { API_REFUSAL_LABELS } from "../../web/labels/api-refusals.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { WHO_WROTE } from "../../web/labels/who-wrote.ts";
import { expect, test } from "../harness/browser-test.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const REDON = "pays-de-redon";

/** What waits for the browser to be idle is asked for when `idle` is called, and not before. Without what a device keeps. */
async function withIdle(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (act) => waiting.push(act);
    window.addEventListener("idle", () => {
      for (const act of waiting.splice(0)) act({ didTimeout: true, timeRemaining: () => 0 });
    });
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event("idle")));
}

const said = (page: Page) => page.locator("[aria-live=polite]").last();

/** The page says that the server does not answer what was asked. */
const expectUnanswered = (page: Page) => expect(said(page)).toHaveText(API_REFUSAL_LABELS.hors_ligne);

/** The network goes from under a fiche, which says so. */
async function cut(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await expect(said(page)).toHaveText(/^Hors ligne/u);
}

test("who asked to sign out without the network is not signed out when it is back, but when they ask again", async ({
  openAs,
}) => {
  const page = await openAs("pilote", { serviceWorkers: "block" });
  await withIdle(page);
  let ended = 0;
  page.on("request", (request) => {
    if (request.method() === "DELETE") ended += 1;
  });
  await page.goto(paths.awaiting);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const signOut = async () => {
    await page.getByRole("banner").getByRole("button").last().click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
  };
  await page.context().setOffline(true);
  await signOut();
  await expectUnanswered(page);
  const brought = page.waitForEvent("requestfinished", (request) => request.url().includes("/assets/"));
  await page.context().setOffline(false);
  await brought;
  await signOut();
  await expect(page).toHaveURL(new RegExp(paths.signIn, "u"));
  expect(ended).toBe(1);
});

test("what a gesture asked for while there was no network does not open by itself later; its style comes too", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "habitante"), REDON, "1.1");
  const page = await openAs("habitante", { serviceWorkers: "block" });
  const idle = await withIdle(page);
  await page.goto(paths.fiche(REDON, fiche));
  const freins = page.getByRole("textbox", { name: PLACE_TITLES.freins });
  await expect(freins).toContainText("petites communes");
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  const lost = page.waitForEvent("requestfailed", (request) => request.url().endsWith(".css"));
  await idle();
  await lost;
  await page.context().setOffline(false);

  const button = page.getByRole("button", { name: WHO_WROTE.title });
  const choose = async () => {
    await freins.evaluate((text) => {
      const words = text.querySelector("p")?.firstChild;
      if (words === null || words === undefined) throw new Error("nothing is written");
      document.getSelection()?.setBaseAndExtent(words, 0, words, 12);
    });
    await expect(button).toBeVisible({ timeout: 1_000 });
  };
  await expect(choose).toPass();
  await expect(page.locator(".who-bar")).toHaveCSS("position", "fixed");

  await cut(page);
  await button.click();
  await expectUnanswered(page);
  await page.context().setOffline(false);
  await expect(choose).toPass();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await button.click();
  await expect(page.getByRole("dialog", { name: WHO_WROTE.title })).toContainText(/Écrit par /u);
});

test("a window that the network cannot bring takes no text away from under who writes it", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), REDON, "1.1");
  const page = await openAs("pilote", { serviceWorkers: "block" });
  await page.goto(paths.fiche(REDON, fiche));
  await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
  const freins = page.getByRole("textbox", { name: PLACE_TITLES.freins });
  await freins.click();
  await cut(page);
  await page.keyboard.press("Control+k");
  await expectUnanswered(page);
  await expect(freins).toBeFocused();
  await page.context().setOffline(false);
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "Lien" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
});
