import type { Locator, Page } from "@playwright/test";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { expect, test } from "../harness/browser-test.ts";
import { readDevice } from "../harness/device.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const CHALLANS = "challans-gois-ocean-marais-de-monts";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** 1280 px at 400 %. */
const ENLARGED = { viewport: { width: 320, height: 256 } };
const DONE = "Votre avis est enregistré.";
const UNSURE = "On ne sait pas si c’est fait.";

const said = (page: Page): Locator => page.locator(".said");
const dialog = (page: Page): Locator => page.getByRole("dialog");

async function kept(page: Page): Promise<readonly unknown[]> {
  return (await readDevice(page))["saisie"] ?? [];
}

/** The server does what is asked, and its answer is lost; `alone`: what the page asks then comes through. */
async function loseAnswers(page: Page, { alone }: { readonly alone: boolean }): Promise<void> {
  await page.route("**/actes", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    expect((await route.fetch()).status()).toBe(204);
    return route.abort("connectionreset");
  });
  if (!alone) await page.route("**/journal", (route) => route.abort("connectionreset"));
}

async function hearAgain(page: Page): Promise<void> {
  await page.unroute("**/actes");
  await page.unroute("**/journal");
}

/** In sight, and not only in the page. */
async function expectInSight(what: Locator): Promise<void> {
  await expect(what).toBeVisible();
  await expect(what).toBeInViewport();
}

test("an élu gives an avis on a phone: what was done and what comes next are where they look", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-2"), CHALLANS, "2.2");
  const membre = await openAs("cotech-2", PHONE);
  const submit = membre.locator("#avis").getByRole("button", { name: /sur la version 1$/ });
  await membre.goto(fichePages.instruction(CHALLANS, fiche));
  await membre.getByRole("radio", { name: "Favorable", exact: true }).check();

  await test.step("the answer is lost: the journal says that it was done", async () => {
    await loseAnswers(membre, { alone: true });
    await submit.click();
    await expect(said(membre)).toHaveText(DONE);
    await expectInSight(said(membre));
    await expect(membre.locator("#avis")).toBeFocused();
    await expect(membre.locator(".problems")).toHaveCount(0);
    await hearAgain(membre);
  });

  await test.step("nothing can be heard: it is said so, and once the network is back, that it was done", async () => {
    await membre.getByText("Changer mon avis").click();
    await membre.getByRole("radio", { name: "Abstention" }).check();
    await loseAnswers(membre, { alone: false });
    await submit.click();
    await expect(membre.locator(".problems")).toContainText(UNSURE);
    await expect(membre.locator(".problems")).not.toContainText("Cela n’a pas été fait");
    await hearAgain(membre);
    await membre.context().setOffline(true);
    await membre.context().setOffline(false);
    await expect(said(membre)).toHaveText(DONE);
    await expect(membre.getByText(/Vous avez donné une abstention sur la version 1/)).toBeVisible();
    await expect.poll(() => kept(membre)).toEqual([]);
  });

  await test.step("the next fiche to examine is there", async () => {
    const next = membre.getByRole("link", { name: /^Examiner la fiche suivante/ });
    await expectInSight(next);
    await next.click();
    await expect(membre.getByRole("heading", { level: 1, name: /^Version \d, / })).toBeFocused();
    await expect(said(membre)).toHaveCount(0);
  });
});

test("a president records a decision by the keyboard at 400 %, and its answer is lost", async ({ server, openAs }) => {
  const slug = "centre-ouest-bretagne";
  const fiche = await findFiche(await signIn(server.url, "cotech-1"), slug, "5.1");
  const president = await openAs("cotech-1", ENLARGED);
  await president.goto(`${fichePages.instruction(slug, fiche)}#decision`);
  const panel = president.locator("#decision");
  await expect(panel).toBeFocused();
  await panel.getByRole("radio", { name: "Approuvée", exact: true }).focus();
  await president.keyboard.press("Space");
  await loseAnswers(president, { alone: false });
  await president.keyboard.press("Enter");
  await expect(panel.locator(".problems")).toBeFocused();
  await expect(panel.locator(".problems")).toContainText(UNSURE);
  await hearAgain(president);
  await panel.getByRole("button", { name: /^Relever la décision/ }).focus();
  await president.keyboard.press("Enter");
  await expect(said(president)).toHaveText("La décision est relevée.");
  await expectInSight(said(president));
  await expect(president.locator("#instruction-fait")).toBeFocused();
  await expect(president.locator("#avis")).toContainText("les avis ne changent plus");
});

test("what is written to send back or to withdraw is found again, and is not lost to somebody else's act", async ({
  server,
  openAs,
}) => {
  await test.step("the Copil is interrupted while it says why", async () => {
    const fiche = await findFiche(await signIn(server.url, "copil"), CHALLANS, "1.1");
    const copil = await openAs("copil", PHONE);
    const open = () => copil.getByRole("button", { name: "Renvoyer la version 1 au groupe" }).click();
    await copil.goto(`${fichePages.instruction(CHALLANS, fiche)}#copil`);
    await open();
    const why = dialog(copil).getByLabel("Pourquoi la renvoyer ?");
    await why.fill("Dire combien.");
    await copil.keyboard.press("Escape");
    await expect(dialog(copil).getByRole("alert")).toContainText("Cet appareil le garde");
    await dialog(copil).getByRole("button", { name: "Continuer" }).click();
    await expect(why).toBeFocused();
    await expect.poll(() => kept(copil)).toHaveLength(1);
    await copil.reload();
    await open();
    await expect(why).toHaveValue("Dire combien.");
    const begun = dialog(copil).getByRole("status").filter({ hasText: "gardé sur cet appareil" });
    await expect(begun).toContainText("Ce n’est pas encore envoyé.");
    // Sent, with no answer: nobody says any more that it was not.
    await copil.context().setOffline(true);
    await dialog(copil).getByRole("button", { name: "Renvoyer la version 1 au groupe" }).click();
    await expect(dialog(copil).locator(".problems")).toContainText(UNSURE);
    await expect(begun).not.toContainText("pas encore envoyé");
    await copil.context().setOffline(false);
    await dialog(copil).getByRole("button", { name: "Renvoyer la version 1 au groupe" }).click();
    await expect(said(copil)).toHaveText("La version est renvoyée au groupe.");
    await expectInSight(said(copil));
    await expect.poll(() => kept(copil)).toEqual([]);
  });

  await test.step("two people withdraw the same version: the second keeps the words, and reads why", async () => {
    const fiche = await findFiche(await signIn(server.url, "coordinatrice"), CHALLANS, "2.2");
    const act = "Retirer la version 1 du comité technique";
    const openDialog = async (page: Page) => {
      await page.goto(paths.fiche(CHALLANS, fiche));
      await page.getByRole("button", { name: "Autres gestes" }).click();
      await page.getByRole("button", { name: act }).click();
    };
    const nolwenn = await openAs("coordinatrice");
    const other = await openAs("coordinatrice");
    const why = dialog(nolwenn).getByLabel("Pourquoi la retirer ?");
    await openDialog(nolwenn);
    await why.fill("Le budget est faux.");
    await openDialog(other);
    await dialog(other).getByLabel("Pourquoi la retirer ?").fill("À revoir.");
    await dialog(other).getByRole("button", { name: act }).click();
    await expect(dialog(other)).toHaveCount(0);
    await expect(nolwenn.getByText("Version 1 retirée").first()).toBeAttached();
    await expect(why).toHaveValue("Le budget est faux.");
    await dialog(nolwenn).getByRole("button", { name: act }).click();
    await expect(dialog(nolwenn).locator(".problems")).toContainText("elle a été retirée");
    await expect(why).toHaveValue("Le budget est faux.");
  });
});

test("« Ce qui m’attend » says that it could not be asked, and asks again", async ({ openAs }) => {
  const membre = await openAs("cotech-3", PHONE);
  await membre.route("**/api/attentes", (route) => route.abort("connectionreset"));
  await membre.goto(paths.awaiting);
  const notice = membre.locator(".notice").filter({ hasText: "Ce qui vous attend n’a pas pu être chargé" });
  await expect(notice).toBeVisible();
  await membre.unroute("**/api/attentes");
  await notice.getByRole("button", { name: "Réessayer" }).click();
  await expect(membre.getByRole("heading", { name: "À examiner" })).toBeVisible();
});

test("an avis is confirmed on a slow network: nothing on the page says any more that it is not", async ({
  server,
  openAs,
}) => {
  const slug = "centre-ouest-bretagne";
  const fiche = await findFiche(await signIn(server.url, "cotech-3"), slug, "1.1");
  const membre = await openAs("cotech-3", PHONE);
  await membre.goto(fichePages.instruction(slug, fiche));
  const confirm = membre.getByRole("button", { name: "Confirmer mon avis favorable pour la version 2" });
  await expect(confirm).toBeVisible();
  let letThrough: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await membre.route("**/instruction", async (route) => {
    await held;
    await route.continue();
  });
  await confirm.click();
  await expect(said(membre)).toHaveText("Votre avis est confirmé : il compte pour cette version.");
  await expect(confirm).toHaveCount(0);
  await expect(membre.getByText(/ne comptera pour la version 2/)).toHaveCount(0);
  letThrough();
  await expect(membre.getByText(/Vous avez donné un avis favorable sur la version 2/)).toBeVisible();
});
