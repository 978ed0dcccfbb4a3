import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { historyPages } from "../../shared/protocol/history-paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expectAccessible } from "../harness/accessible.ts";
import { expect, test } from "../harness/browser-test.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

// In the demonstration this fiche was written by several people and submitted twice.
const SLUG = "challans-gois-ocean-marais-de-monts";

test("the coordination masks a passage: all that goes is shown before, and the key once", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "coordinatrice"), SLUG, "2.1");
  const page = await openAs("coordinatrice");
  await page.goto(fichePages.historique(SLUG, fiche));
  await page.getByRole("button", { name: "Masquer un passage…" }).click();
  const form = page.getByRole("dialog", { name: "Masquer un passage partout" });
  await expect(form).toContainText("pour tout le monde et pour toujours");
  await expectAccessible(page);
  await form.getByLabel("Où les masquer").selectOption({ label: PLACE_TITLES.moyens });
  await form.getByLabel(/^Les mots à masquer/u).fill("minibus de neuf places");
  await form.getByRole("button", { name: "Voir ce qui serait masqué" }).click();
  const preview = page.getByRole("dialog", { name: "Vérifiez avant de masquer" });
  await expect(preview.locator("mark")).toHaveText(["minibus de neuf places"]);
  await expect(preview).toContainText("Rien ne pourra les faire revenir");
  await expect(preview).toContainText("Les sauvegardes faites avant contiennent encore ces mots.");
  await expect(preview.getByRole("button", { name: "Annuler" })).toBeFocused();
  await preview.getByRole("button", { name: "Masquer pour toujours" }).click();
  const done = page.getByRole("dialog", { name: "Le passage est masqué" });
  const download = page.waitForEvent("download");
  await done.getByRole("button", { name: "Télécharger la clé" }).click();
  expect((await download).suggestedFilename()).toMatch(/^coaction-passage-masque-\d+\.txt$/u);
  await done.getByRole("button", { name: "Fermer", exact: true }).last().click();
  // It is told as what it is, and no sitting says that the coordination wrote.
  const masking = page.getByRole("listitem").filter({ hasText: `Passage masqué dans « ${PLACE_TITLES.moyens} »` });
  await expect(masking).toContainText(/Masqué le .* par .* \(donnée de santé\)/u);
  await expectAccessible(page);

  await page.goto(historyPages.moment(SLUG, fiche, { kind: "version", numero: 1 }));
  const part = page.getByRole("region", { name: PLACE_TITLES.moyens });
  await expect(part).toContainText(/Passage masqué le .* \(donnée de santé\)/u);
  await expect(part).not.toContainText("minibus");
});

test("words that an answer to a réserve holds, and the text does not, are masked where they are", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "coordinatrice"), SLUG, "3.1");
  const page = await openAs("coordinatrice");
  await page.goto(fichePages.historique(SLUG, fiche));
  await page.getByRole("button", { name: "Masquer un passage…" }).click();
  const form = page.getByRole("dialog", { name: "Masquer un passage partout" });
  const words = form.getByLabel(/^Les mots à masquer/u);
  await words.fill("lui transmet la date");
  await form.getByRole("button", { name: "Voir ce qui serait masqué" }).click();
  await expect(form).toContainText("Ces mots ne sont pas là où vous les cherchez");
  await form.getByLabel("Où les masquer").selectOption("actes");
  await form.getByRole("button", { name: "Voir ce qui serait masqué" }).click();
  const preview = page.getByRole("dialog", { name: "Vérifiez avant de masquer" });
  await expect(preview).toContainText(
    "Une raison, une réserve ou une réponse donnée pendant l’instruction les contient :",
  );
  await expect(preview).not.toContainText("Dans le texte d’aujourd’hui");
  await expectAccessible(page);
  await preview.getByRole("button", { name: "Masquer pour toujours" }).click();
  const done = page.getByRole("dialog", { name: "Le passage est masqué" });
  await done.getByRole("button", { name: "Fermer", exact: true }).last().click();
  await expect(page.getByText("Passage masqué dans ce qui a été dit pendant l’instruction")).toBeVisible();

  await page.goto(fichePages.instruction(SLUG, fiche));
  await expect(page.getByText("Le service du domicile appelle ; l’hôpital █").first()).toBeVisible();
  await expect(page.getByText("transmet")).toHaveCount(0);
});
