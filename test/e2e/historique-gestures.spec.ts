import type { Locator, Page, Route } from "@playwright/test";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { historyPages } from "../../shared/protocol/history-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expectAccessible } from "../harness/accessible.ts";
import { expect, test } from "../harness/browser-test.ts";
import { hold } from "../harness/held-requests.ts";
import { connectPage, findFiche, signIn } from "../harness/live-client.ts";

// In the demonstration this fiche was written by several people and submitted twice.
const SLUG = "challans-gois-ocean-marais-de-monts";
const PHONE = { viewport: { width: 390, height: 844 } };

const version = (numero: number) => ({ kind: "version" as const, numero });
const log = (seq: number) => ({ kind: "log" as const, seq });

/** The server does what was asked, and its answer never comes. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort("connectionreset");
}

async function previewMask(page: Page, section: string, words: string): Promise<Locator> {
  await page.getByRole("button", { name: "Masquer un passage…" }).click();
  const form = page.getByRole("dialog", { name: "Masquer un passage partout" });
  await form.getByLabel("Où les masquer").selectOption({ label: section });
  await form.getByLabel(/^Les mots à masquer/u).fill(words);
  await form.getByRole("button", { name: "Voir ce qui serait masqué" }).click();
  return page.getByRole("dialog", { name: "Vérifiez avant de masquer" });
}

test("somebody who comes back sees in one press all that changed since they wrote, and finds their place again", async ({
  server,
  openAs,
}) => {
  // A fiche in which no other test of this server writes; its days are counted from today.
  const slug = "pays-de-redon";
  const fiche = await findFiche(await signIn(server.url, "habitant-2"), slug, "2.1");
  const page = await openAs("habitant-2", PHONE);
  await page.goto(fichePages.historique(slug, fiche));
  const since = page.locator(".since-own");
  await expect(since).toHaveText(/^Vous avez écrit ici pour la dernière fois le (1er|\d+) \p{L}+ \d{4}/u);
  const day = /le ((?:1er|\d+) \p{L}+ \d{4})/u.exec(await since.innerText())?.[1];
  await expectAccessible(page);
  await since.getByRole("link", { name: "Voir ce qui a changé depuis" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    new RegExp(`^Du texte du ${day} .* au texte du`, "u"),
  );

  await page.goBack();
  const changes = page.getByRole("link", { name: /^Voir ce qui a changé \(/u });
  await changes.last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^De la fiche vide au texte du/u);
  await page.goBack();
  await expect(changes.last()).toBeFocused();
  await expect(changes.last()).toBeInViewport();
  // Opened anew it begins at its beginning.
  await page.getByRole("link", { name: "Lecture" }).click();
  await page.goto(fichePages.historique(slug, fiche));
  await expect(changes.last()).toBeVisible();
  await expect(changes.last()).not.toBeInViewport();

  // What stands among the past is compared with what stands now.
  await page.getByRole("button", { name: "Comparer avec… (Version 1)" }).click();
  const dialog = page.getByRole("dialog", { name: "Comparer deux moments" });
  await expect(dialog.getByLabel("Un moment")).toHaveValue("v1");
  await expect(dialog.getByLabel("Comparé à").locator("option:checked")).toHaveText(/^Le plus récent/u);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Voir ce qui a changé depuis (Version 1)" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^De la version 1 au texte du/u);
});

test("what was restored is said where it was asked, and who wrote is not answered about words out of sight", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote", PHONE);
  await page.goto(historyPages.moment(SLUG, fiche, version(2)));
  const part = page.getByRole("region", { name: PLACE_TITLES.vigilance });
  const restore = part.getByRole("button", { name: "Restaurer cette section" });
  await restore.click();
  const confirm = page.getByRole("dialog").getByRole("button", { name: "Restaurer", exact: true });
  await page.route("**/restauration", (route) => route.abort());
  await confirm.click();
  await expect(page.getByRole("alert")).toContainText("On ne sait pas si c’est fait.");
  await page.unroute("**/restauration");
  await confirm.click();
  await expect(part.getByText(/^Rien à restaurer\s: la section avait déjà/u)).toBeInViewport();
  await expect(restore).toBeFocused();

  const who = page.getByRole("dialog", { name: "Qui a écrit ceci ?" });
  await part.getByRole("listitem").first().click();
  await page.keyboard.press("Shift+F8");
  await expect(who).toContainText(/Écrit par /u);
  await page.keyboard.press("Escape");
  await page
    .getByRole("complementary")
    .getByRole("button", { name: /^Qui a écrit ceci/u })
    .press("Enter");
  await expect(who).toContainText("Sélectionnez un passage du texte");
});

test("what one may press keeps its place while the network is slow, and says so when it fails", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote", PHONE);
  const asked = await hold(page, "**/api/**/historique");
  const address = historyPages.moment(SLUG, fiche, version(2));
  await page.goto(address);
  const compare = page.getByRole("button", { name: "Comparer avec…" });
  const restore = page.getByRole("button", { name: "Restaurer tout ce texte" });
  await expect(restore).toBeVisible();
  const before = await restore.boundingBox();
  await compare.click();
  await (await asked()).continue();
  await expect(page.getByRole("dialog", { name: "Comparer deux moments" })).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await restore.boundingBox()).toEqual(before);

  await page.goto(paths.contrat(SLUG));
  await page.goto(address);
  await (await asked()).abort();
  await expect(compare).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("Les autres moments n’ont pas pu être demandés au serveur.")).toBeVisible();
});

test("asking again says that it is asking, that it failed again, and leaves the focus somewhere", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote", PHONE);
  await page.route("**/comparaisons/**", (route) => route.abort());
  await page.goto(historyPages.comparaison(SLUG, fiche, version(1), version(2)));
  const retry = page.getByRole("button", { name: "Réessayer" });
  await expect(retry).toBeVisible();
  await page.unroute("**/comparaisons/**");
  const asked = await hold(page, "**/comparaisons/**");
  await retry.press("Enter");
  const asking = page.getByRole("button", { name: "Nouvel essai…" });
  await expect(asking).toBeFocused();
  await (await asked()).abort();
  await expect(retry).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Le serveur ne répond pas." })).toHaveCount(1);
  await retry.press("Enter");
  await expect(asking).toBeFocused();
  await (await asked()).continue();
  await expect(page.getByRole("article")).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("comparaison-titre");
});

test("a masking whose answer is lost is never said not to be done", async ({ server, openAs }) => {
  // On a server where others wrote twenty thousand letters in this fiche, each search goes through all of them.
  test.setTimeout(240_000);
  const coordinatrice = await signIn(server.url, "coordinatrice");
  const fiche = await findFiche(coordinatrice, SLUG, "2.1");
  const page = await openAs("coordinatrice");
  await page.goto(fichePages.historique(SLUG, fiche));
  const { closed } = await connectPage(coordinatrice, SLUG, fiche);
  const preview = await previewMask(page, PLACE_TITLES.freins, "familles en visite");
  const mask = preview.getByRole("button", { name: "Masquer pour toujours" });
  await page.route("**/caviardages", loseAnswer);
  await mask.click();
  await expect(preview.getByRole("alert")).toContainText("On ne sait pas si c’est fait.");
  await page.unroute("**/caviardages");
  const done = page.getByRole("dialog", { name: "Le passage est masqué" });
  // The fiche begins again a moment after a masking: what was asked in that moment is asked once more.
  await expect(async () => {
    if (await mask.isVisible()) await mask.click({ timeout: 2_000 });
    await expect(done).toContainText("C’était fait dès la première fois", { timeout: 5_000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(page);
  await done.getByRole("button", { name: "Fermer", exact: true }).last().click();
  const masking = page.getByRole("listitem").filter({ hasText: `Passage masqué dans « ${PLACE_TITLES.freins} »` });
  await expect(masking).toHaveCount(1);

  // Leaving instead of asking again: the history is asked, and tells it. The fiche began again.
  await closed;
  await page.route("**/caviardages", loseAnswer);
  const other = await previewMask(page, PLACE_TITLES.freins, "routes chargées");
  await other.getByRole("button", { name: "Masquer pour toujours" }).click();
  await expect(other.getByRole("alert")).toBeVisible();
  await other.getByRole("button", { name: "Annuler" }).click();
  await expect(masking).toHaveCount(2);

  // While it is on its way nothing here stops it, and its key is not lost by leaving. In a fiche that does not begin again.
  await page.unroute("**/caviardages");
  const redon = "pays-de-redon";
  await page.goto(fichePages.historique(redon, await findFiche(coordinatrice, redon, "2.1")));
  const asked = await hold(page, "**/caviardages");
  const third = await previewMask(page, PLACE_TITLES.description, "avec trois habitants");
  await third.getByRole("button", { name: "Masquer pour toujours" }).click();
  await expect(third.getByRole("button", { name: "Masquage…" })).toBeVisible();
  await page.keyboard.press("Escape");
  await third.getByRole("button", { name: "Annuler" }).click({ force: true });
  await expect(third).toBeVisible();
  await (await asked()).continue();
  await expect(done.getByRole("button", { name: "Télécharger la clé" })).toBeVisible();
});

test("a comparison in sentences is printed with all its words", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote");
  const address = historyPages.comparaison(SLUG, fiche, log(0), version(2));
  await page.goto(`${address}?vue=phrases`);
  const sentence = page.getByRole("listitem").filter({ hasText: "Garantir aux habitants" });
  await expect(sentence).toContainText("[…]");
  const wasCut = "l’une des préoccupations";
  expect(await sentence.innerText()).not.toContain(wasCut);
  await page.emulateMedia({ media: "print" });
  expect(await sentence.innerText()).toContain(wasCut);
  expect(await sentence.innerText()).not.toContain("[…]");
  // The words are above, where they are shown as text.
  await page.goto(address);
  // A list of one sentence holds nothing back from the next page: whole sections would follow it there.
  const alone = page.getByRole("region", { name: PLACE_TITLES.intitule }).getByRole("listitem");
  await expect(alone).toHaveCount(1);
  await expect(alone).toHaveCSS("break-after", "auto");
  await expect(sentence.first()).toBeVisible();
  expect(await sentence.last().innerText()).toContain("[…]");
});

test("what could not be refreshed may be asked for again, and says that it is being asked", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote", PHONE);
  await page.goto(fichePages.historique(SLUG, fiche));
  await expect(page.getByRole("link", { name: "Journal de la fiche" })).toBeVisible();
  const asked = await hold(page, "**/api/**/historique");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await (await asked()).abort();
  const retry = page.getByRole("button", { name: "Réessayer" });
  const asking = page.getByRole("button", { name: "Nouvel essai…" });
  await retry.press("Enter");
  await expect(asking).toBeFocused();
  await asking.press("Enter");
  await (await asked()).abort();
  await expect(retry).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Le serveur ne répond pas" })).toHaveCount(1);
  await retry.press("Enter");
  await (await asked()).continue();
  await expect(retry.or(asking)).toHaveCount(0);
  await expect(page.locator("#historique-titre")).toBeFocused();
});
