import type { Locator, Page } from "@playwright/test";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { ACTES, FICHE_ACT_REFUSAL_LABELS as WHY } from "../../web/labels/actes.ts";
import { FORMS } from "../../web/labels/forms.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { test as base, expect, ownServer, type PerWorker } from "../harness/browser-test.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const CHALLANS = "challans-gois-ocean-marais-de-monts";
const COB = "centre-ouest-bretagne";
const REDON = "pays-de-redon";

/** On a server of its own: what is decided here would not be there any more for those who decide it elsewhere. */
const test = base.extend<object, PerWorker>({ server: ownServer() });

const refused = (within: Page | Locator): Locator => within.locator(".problems");

test("two people decide at the same moment: whom the other was quicker than reads so, there and then", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-1"), COB, "5.1");
  const [president, coordination, copil] = [
    await openAs("cotech-1"),
    await openAs("coordinatrice"),
    await openAs("copil"),
  ];
  const open = async (page: Page) => {
    await page.goto(fichePages.instruction(COB, fiche));
    await expect(page.getByRole("heading", { level: 1, name: /^Version 1, / })).toBeVisible();
  };

  await test.step("the decision of the comité technique, with no word written for it", async () => {
    for (const page of [president, coordination]) {
      await open(page);
      await page.locator("#decision").getByRole("radio", { name: "Approuvée", exact: true }).check();
    }
    const record = { name: "Relever la décision : version 1 approuvée" };
    await president.getByRole("button", record).click();
    await expect(president.locator(".said")).toHaveText("La décision est relevée.");
    await coordination.getByRole("button", record).click();
    await expect(coordination.getByRole("heading", { level: 1 })).toHaveText(
      "Version 1, approuvée par le comité technique",
    );
    await expect(coordination.locator("#decision")).toHaveCount(0);
    await expect(refused(coordination)).toBeFocused();
    await expect(refused(coordination)).toContainText(WHY.instruction_close);
    await expect(refused(coordination)).toBeInViewport();
  });

  await test.step("the word of the Copil: nobody is told that it was the comité technique's", async () => {
    const validate = { name: "Valider la version 1 au nom du comité de pilotage" };
    for (const page of [copil, coordination]) {
      await open(page);
      await page.getByRole("button", validate).click();
    }
    await coordination.getByRole("dialog").getByRole("button", validate).click();
    await expect(coordination.locator(".said")).toHaveText("La version est validée par le comité de pilotage.");
    const late = copil.getByRole("dialog");
    await late.getByRole("button", validate).click();
    await expect(refused(late)).toContainText(WHY.instruction_close);
    await expect(refused(late)).not.toContainText("comité technique");
    await expect(refused(late)).not.toContainText(FORMS.nothingLost);
    // Behind the window the page says it already, and the window leads there.
    await expect(copil.locator("h1")).toHaveText("Version 1, validée par le comité de pilotage");
    await late.getByRole("button", { name: FORMS.cancel }).click();
    await expect(copil.getByRole("button", validate)).toHaveCount(0);
    await expect(copil.getByRole("heading", { name: "Décisions" })).toBeFocused();
  });
});

test("an avis is confirmed on a version that was just withdrawn: why it was not is read where it was pressed", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-1"), CHALLANS, "2.1");
  const [president, pilote] = [await openAs("cotech-1"), await openAs("pilote")];
  await president.goto(fichePages.instruction(CHALLANS, fiche));
  const confirm = president.getByRole("button", { name: /^Confirmer mon avis/ });
  await expect(confirm).toBeVisible();

  await pilote.goto(paths.fiche(CHALLANS, fiche));
  await pilote.getByRole("button", { name: ACTES.others }).click();
  const withdraw = { name: "Retirer la version 2 du comité technique" };
  await pilote.getByRole("button", withdraw).click();
  await pilote.getByRole("dialog").getByLabel(ACTES.withdrawWhy).fill("Une réunion d’abord.");
  await pilote.getByRole("dialog").getByRole("button", withdraw).click();
  await expect(pilote.locator(".said")).toHaveText(ACTES.withdrawn);

  await confirm.click();
  const avis = president.locator("#avis");
  await expect(avis.getByText(WHY.version_depassee)).toBeVisible();
  // The page says it too by then, and the button is gone.
  await expect(president.locator("h1")).not.toContainText("soumise au comité technique");
  await expect(confirm).toHaveCount(0);
  await expect(avis).toBeFocused();
});

test("words that are on their way to the server are waited for, and are in the version that is submitted", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), REDON, "1.1");
  const pilote = await openAs("pilote");
  await pilote.goto(paths.fiche(REDON, fiche));
  await expect(pilote.getByText("Enregistré", { exact: true })).toBeVisible();
  const submit = { name: "Soumettre la version 1 au comité technique" };
  await expect(pilote.getByRole("button", submit)).toBeVisible();

  await pilote.context().setOffline(true);
  await pilote.getByRole("textbox", { name: PLACE_TITLES.freins }).click();
  await pilote.keyboard.press("Control+End");
  await pilote.keyboard.type(" Ces mots tardent.");
  await pilote.getByRole("button", submit).click();
  const window = pilote.getByRole("dialog");
  await expect(window).toContainText(ACTES.pending);
  await window.getByRole("button", submit).click();
  await expect(window.locator("[aria-live=polite]")).toHaveText(ACTES.pending);
  await expect(refused(window)).toHaveCount(0);

  const before = await window.locator("code").first().textContent();
  await pilote.context().setOffline(false);
  // What the window shows holds those words, as soon as the server has them: one press more, and it is done.
  await expect(window.locator(".notice.warn")).toHaveCount(0, { timeout: 30_000 });
  await expect(window.locator("code").first()).not.toHaveText(before ?? "");
  await window.getByRole("button", submit).click();
  await expect(window).toHaveCount(0);
  await expect(pilote.getByText(/^Version 1 soumise au comité technique le/)).toBeVisible();
  await pilote.goto(fichePages.instruction(REDON, fiche));
  await expect(pilote.getByText("Ces mots tardent.").first()).toBeVisible();
});
