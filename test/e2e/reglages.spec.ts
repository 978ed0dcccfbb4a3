import { contratPages } from "../../shared/protocol/contrat-paths.ts";
import { adminPages } from "../../shared/protocol/instance-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { addAxe, goInContrat } from "../harness/gestures.ts";
import { ask } from "../harness/instance.ts";
import { expect, expectAccessible, foundFiches, NOLWENN, SLUG, test } from "../harness/real-instance.ts";

test("a contrat passes to another étape, on a day that stays in its journal", async ({ contrat, openAsPerson }) => {
  const { nolwenn } = contrat;
  const page = await openAsPerson(nolwenn);
  await page.goto(contratPages.identite(SLUG));
  await page.getByRole("button", { name: "Passer à une autre étape" }).click();
  const dialog = page.getByRole("dialog");
  // The next one is offered; any other may be chosen.
  await expect(dialog.getByRole("radio", { name: "Diagnostic" })).toBeChecked();
  await dialog.getByRole("radio", { name: "Élaboration" }).check();
  await dialog.getByLabel("Depuis quel jour").fill("");
  await dialog.getByRole("button", { name: /^Passer à l’étape « Élaboration »/ }).click();
  await expect(dialog.getByLabel("Depuis quel jour")).toHaveAccessibleDescription(/Indiquez le jour/);
  await expectAccessible(page);
  await dialog.getByLabel("Depuis quel jour").fill("2026-01-12");
  await dialog.getByRole("button", { name: /^Passer à l’étape « Élaboration »/ }).click();
  const etape = page.getByRole("region", { name: "Étape" });
  await expect(etape.locator(".said")).toContainText(/Élaboration.: depuis le 12 janvier 2026/);
  await expect(etape.getByRole("listitem")).toContainText([/Élaboration/]);
  await goInContrat(page, "Plan d’actions");
  await expect(page.getByText(/^Étape.: élaboration\.$/)).toBeVisible();
  await goInContrat(page, "Journal");
  await expect(page.getByText(/Élaboration/i).first()).toBeVisible();
});

test("a coordination chooses which fiches a région sees", async ({ contrat, openAsPerson }) => {
  test.slow();
  const { nolwenn, groupe } = contrat;
  expect((await ask(nolwenn, "POST", "/api/instance/regions", { nom: "Bretagne" })).status).toBe(201);
  const page = await openAsPerson(nolwenn);
  await page.goto(contratPages.plan(SLUG));
  await addAxe(page, "Bien vieillir");
  await foundFiches(nolwenn, groupe, 2);

  await page.reload();
  await page.getByRole("link", { name: "Partage" }).click();
  const bretagne = page.getByRole("group", { name: "Bretagne" });
  await expect(bretagne.getByRole("radio", { name: "Aucune" })).toBeChecked();
  await bretagne.getByRole("radio", { name: "Seulement celles-ci" }).check();
  await page.getByRole("button", { name: "Enregistrer le partage" }).click();
  await expect(page.locator(".problems")).toBeFocused();
  await expect(page.locator(".problems")).toContainText("Cochez au moins une fiche");
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: /^1\.2/ }).check();
  await page.getByRole("button", { name: "Enregistrer le partage" }).click();
  await expect(page.locator(".said")).toHaveText("Le partage est enregistré.");
  await page.reload();
  await expect(page.getByRole("checkbox", { name: /^1\.2/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^1\.1/ })).not.toBeChecked();

  // As its readers see it: the administration names one, here herself.
  await page.goto(adminPages.regions);
  await expect(page.getByRole("main").getByText("Pays de l’Élorn")).toBeVisible();
  await page.getByLabel("Adresse électronique d’une personne qui lira").fill(NOLWENN);
  await page.getByRole("button", { name: "Ajouter cette personne" }).click();
  await expect(page.getByRole("button", { name: "Retirer Nolwenn Kerbrat" })).toBeVisible();
  await page.goto(paths.awaiting);
  const region = page.getByRole("region", { name: "Région Bretagne" });
  await region.getByText("Pays de l’Élorn").click();
  await expect(region.getByText(/^Étape.: préfiguration\. 1.fiche montrée\.$/)).toBeVisible();
  await expect(region.getByRole("rowheader")).toHaveText([/^1\.2/]);
  await expect(region.getByRole("row", { name: /1\.2.*Bien vieillir/ })).toBeVisible();
  await expectAccessible(page);
});
