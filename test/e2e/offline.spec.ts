import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import type { TextSection } from "../../shared/editor/sections.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { expect, type PerTest, type PerWorker, test } from "../harness/browser-test.ts";
import type { RunningServer } from "../harness/dev-server.ts";
import { hasKeptPages, readDevice } from "../harness/device.ts";
import { connectPage, findFiche, signIn } from "../harness/live-client.ts";
import { textOf } from "../harness/raw-page.ts";
import { place } from "../harness/writing-screen.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

/** Here residents read and do not write. */
const REDON = "pays-de-redon";

const saved = (page: Page) => expect(page.locator(".save-state")).toHaveText("Enregistré", { timeout: 45_000 });

/** Waits until all that these pages count as unsent is on the device. */
async function kept(...pages: readonly Page[]): Promise<void> {
  let all = 0;
  for (const page of pages) {
    const state = page.locator(".save-state");
    await expect(state).toHaveText(/modifications? en attente/);
    all += Number(/(\d+)\s+modification/u.exec(await state.innerText())?.[1]);
  }
  const [page] = pages;
  if (page === undefined) throw new Error("no page");
  await expect.poll(async () => (await readDevice(page))["non_envoye"]?.length).toBe(all);
}

async function write(page: Page, name: TextSection, words: string): Promise<void> {
  await place(page, name).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

/** The server dies, and the network of this browser is gone. */
async function cut(server: RunningServer, context: BrowserContext): Promise<void> {
  await server.kill9();
  await context.setOffline(true);
}

/** Both are back. */
async function mend(server: RunningServer, context: BrowserContext): Promise<void> {
  await server.restart();
  await context.setOffline(false);
}

/** Opens a fiche as a persona, and waits until this browser could do without the network. */
async function openOnce(
  { server, openAs }: PerWorker & PerTest,
  persona: string,
  [slug, numero]: readonly [slug: string, numero: string],
) {
  const fiche = await findFiche(await signIn(server.url, persona), slug, numero);
  const address = paths.fiche(slug, fiche);
  const page = await openAs(persona);
  await page.goto(address);
  await saved(page);
  await expect.poll(() => hasKeptPages(page)).toBe(true);
  await expect.poll(async () => (await readDevice(page))["texte"]?.length ?? 0).toBeGreaterThan(0);
  await expect.poll(async () => (await readDevice(page))["reponse"]?.length ?? 0).toBeGreaterThan(1);
  return { fiche, address, page, context: page.context() };
}

/** Another page of the same browser. */
async function openAgain(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test("what is written off line outlives a reload and the page, and arrives once and in order", async ({
  server,
  openAs,
}) => {
  const { fiche, address, page: pilote, context } = await openOnce({ server, openAs }, "pilote", [SLUG, "2.1"]);
  await write(pilote, "participation", " Zéro,");
  await saved(pilote);

  // Some of it may have been received before the cut.
  await write(pilote, "participation", " un,");
  await cut(server, context);
  await write(pilote, "participation", " deux,");
  await kept(pilote);

  await pilote.reload();
  await expect(place(pilote, "participation")).toContainText("Zéro, un, deux,");
  await write(pilote, "participation", " trois,");
  // A browser asks before it leaves a letter behind that is on no disk yet; a test's does not.
  await kept(pilote);
  await pilote.reload();
  await expect(place(pilote, "participation")).toContainText("Zéro, un, deux, trois,");
  await write(pilote, "participation", " quatre.");
  await kept(pilote);
  await pilote.close();

  await mend(server, context);
  const again = await openAgain(context, address);
  await expect(place(again, "participation")).toContainText("Zéro, un, deux, trois, quatre.");
  await saved(again);
  const { page: other } = await connectPage(await signIn(server.url, "partenaire"), SLUG, fiche);
  expect(textOf(other.doc, "participation").split("Zéro, un, deux, trois, quatre.").length).toBe(2);
  await expect.poll(async () => (await readDevice(again))["non_envoye"]).toEqual([]);
});

test("two tabs off line: each one's text arrives once, whichever comes back", async ({ server, openAs }) => {
  const { fiche, address, page: first, context } = await openOnce({ server, openAs }, "pilote", [SLUG, "4.1"]);
  const second = await openAgain(context, address);
  await saved(second);

  await cut(server, context);
  await write(first, "leviers", " Premier onglet.");
  await write(second, "vigilance", " Second onglet.");
  await kept(first, second);
  await first.reload();
  await expect(place(first, "leviers")).toContainText("Premier onglet.");
  await write(first, "leviers", " Encore le premier.");
  await kept(first);
  await first.close();

  await mend(server, context);
  await saved(second);
  const third = await openAgain(context, address);
  await saved(third);
  const { page: other } = await connectPage(await signIn(server.url, "coordinatrice"), SLUG, fiche);
  expect(textOf(other.doc, "leviers").split("Premier onglet. Encore le premier.").length).toBe(2);
  expect(textOf(other.doc, "vigilance").split("Second onglet.").length).toBe(2);
  for (const page of [second, third]) {
    await expect(place(page, "leviers")).toContainText("Premier onglet. Encore le premier.");
    await expect(place(page, "vigilance")).toContainText("Second onglet.");
  }
});

test("more pages are opened off line than there are spare ids, and all of their text arrives", async ({
  server,
  openAs,
}) => {
  const { fiche, address, page: pilote, context } = await openOnce({ server, openAs }, "pilote", [SLUG, "2.1"]);
  await cut(server, context);
  const numbers = ["un", "deux", "trois", "quatre", "cinq", "six", "sept"];
  for (const number of numbers) {
    await pilote.reload();
    await write(pilote, "moyens", ` ${number}`);
    await kept(pilote);
  }
  await pilote.close();
  await mend(server, context);
  const again = await openAgain(context, address);
  await saved(again);
  const { page: other } = await connectPage(await signIn(server.url, "partenaire"), SLUG, fiche);
  expect(textOf(other.doc, "moyens").split(` ${numbers.join(" ")}`).length).toBe(2);
});

test("text of somebody who lost the right to write meanwhile is kept and shown, and not sent", async ({
  server,
  openAs,
}) => {
  const { fiche, address, page, context } = await openOnce({ server, openAs }, "partenaire", [REDON, "1.1"]);
  const rights = async (roles: readonly string[]) => {
    const coordinatrice = await openAs("coordinatrice");
    const answer = await coordinatrice.request.post("/api/demo/droits", {
      data: { persona: "partenaire", contrat: REDON, fiche: fiche.id, roles },
    });
    expect(answer.status()).toBe(204);
  };
  await cut(server, context);
  await write(page, "freins", " Écrit trop tard.");
  await kept(page);
  await page.close();

  await server.restart();
  await rights(["habitant"]);
  await context.setOffline(false);
  const again = await openAgain(context, address);
  await expect(again.getByText("Ce que vous écrivez n’est plus enregistré.")).toBeVisible();
  await expect(place(again, "freins")).toContainText("Écrit trop tard.");
  await expect(place(again, "freins")).toHaveAttribute("contenteditable", "false");

  const left = again.getByRole("region", { name: "Votre texte non envoyé" });
  // A page that is reloaded before the device has set the text apart shows it in the sheet once more, refused again.
  await expect(async () => {
    await again.reload();
    await expect(left).toContainText("Écrit trop tard.", { timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await expect(place(again, "freins")).not.toContainText("Écrit trop tard.");
  await expect(left.getByRole("button", { name: "Envoyer maintenant" })).toHaveCount(0);
  expect((await new AxeBuilder({ page: again }).analyze()).violations).toEqual([]);
  const { page: other } = await connectPage(await signIn(server.url, "pilote"), REDON, fiche);
  expect(textOf(other.doc, "freins")).not.toContain("Écrit trop tard.");

  await rights(["partenaire"]);
  await again.reload();
  await left.getByRole("button", { name: "Envoyer maintenant" }).click();
  await expect(place(again, "freins")).toContainText("Écrit trop tard.");
  await saved(again);
  await expect(left).toHaveCount(0);
  await other.until("the text that was sent at last", () => textOf(other.doc, "freins").includes("Écrit trop tard."));
});

test("on a shared computer nothing is kept but unsent text, and nothing at all after signing out", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs(null);
  await page.goto(paths.signIn);
  await page.getByRole("radio", { name: /^Oui, d’autres personnes/ }).check();
  await page.getByRole("button", { name: "Entrer comme Baptiste Riou" }).click();
  await page.waitForURL(`**${paths.awaiting}`);
  await page.goto(paths.fiche(SLUG, fiche));
  await write(page, "resume", " Chez les autres.");
  await saved(page);
  // Longer than what a page at home waits for before it keeps the text.
  await page.waitForTimeout(3_000);
  const { non_envoye: unsent, ...rest } = await readDevice(page);
  expect(unsent).toEqual([]);
  for (const [store, rows] of Object.entries(rest)) expect(rows, store).toEqual([]);

  await page.getByRole("button", { name: /Mon compte/ }).click();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.waitForURL(`**${paths.signIn}`);
  for (const [store, rows] of Object.entries(await readDevice(page))) expect(rows, store).toEqual([]);
});

test("signing out at home takes everything off the device", async ({ server, openAs }) => {
  const { page } = await openOnce({ server, openAs }, "pilote", [SLUG, "2.1"]);
  await write(page, "resume", " À la maison.");
  await page.getByRole("button", { name: /Mon compte/ }).click();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.waitForURL(`**${paths.signIn}`);
  await expect.poll(async () => Object.values(await readDevice(page)).flat()).toEqual([]);
});
