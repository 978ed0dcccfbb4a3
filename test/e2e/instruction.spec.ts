import { expect, type Locator, type Page } from "@playwright/test";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expectAccessible } from "../harness/accessible.ts";
import { test } from "../harness/browser-test.ts";
import { readDevice } from "../harness/device.ts";
import { writeAtTheEnd } from "../harness/gestures.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const CHALLANS = "challans-gois-ocean-marais-de-monts";
const REASON = "Le calendrier reste flou, surtout en été.";

const ANOTHER = "Les ménages appelés ne sont pas nommés.";

const reason = (page: Page): Locator => page.getByRole("textbox", { name: "Raison" }).first();
const leaving = (page: Page): Locator => page.getByRole("dialog", { name: "Quitter cette page ?" });

/** Somebody comes back to this tab: again until the page asks, since two returns within a second are one for it. */
async function comeBack(page: Page): Promise<void> {
  let isAsked = false;
  page.on("request", (request) => {
    isAsked ||= request.url().endsWith("/instruction");
  });
  await expect
    .poll(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event("focus")));
      return isAsked;
    })
    .toBe(true);
}

async function kept(page: Page): Promise<readonly unknown[]> {
  return (await readDevice(page))["saisie"] ?? [];
}

test("an avis that is half written is found again, whatever interrupts it", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-2"), "pays-de-redon", "1.2");
  const address = fichePages.instruction("pays-de-redon", fiche);
  const membre = await openAs("cotech-2", { viewport: { width: 390, height: 844 } });
  await membre.goto(address);
  await membre.getByRole("link", { name: "Aller à mon avis" }).click();
  await expect(membre.locator("#avis")).toBeFocused();
  await membre.getByRole("radio", { name: /^Défavorable/ }).check();
  await reason(membre).fill(REASON);
  // A move within the page asks nothing.
  await membre.getByRole("link", { name: "Aller à mon avis" }).click();
  await expect(leaving(membre)).toHaveCount(0);

  await test.step("leaving says that it is kept, and staying is the first answer", async () => {
    await membre
      .getByRole("navigation", { name: "Vues de la fiche" })
      .getByRole("link", { name: "Historique" })
      .click();
    await expect(leaving(membre)).toContainText("Cet appareil le garde");
    await expect(leaving(membre).getByRole("button", { name: "Continuer" })).toBeFocused();
    await expectAccessible(membre);
    await membre.keyboard.press("Escape");
    await expect(reason(membre)).toHaveValue(REASON);
    await membre
      .getByRole("navigation", { name: "Vues de la fiche" })
      .getByRole("link", { name: "Historique" })
      .click();
    await leaving(membre).getByRole("button", { name: "Quitter, je finirai plus tard" }).click();
    await expect(membre.getByRole("heading", { level: 1, name: "Historique" })).toBeVisible();
  });

  await test.step("it is there again in another tab, with when it was begun", async () => {
    await membre.close();
    const again = await membre.context().newPage();
    await again.goto(address);
    await expect(reason(again)).toHaveValue(REASON);
    await expect(again.getByRole("radio", { name: /^Défavorable/ })).toBeChecked();
    await expect(
      again.getByRole("status").filter({ hasText: /^Commencé le .* et gardé sur cet appareil/ }),
    ).toBeVisible();
    await expectAccessible(again);
  });

  await test.step("signing out asks what becomes of it", async () => {
    const [again] = membre.context().pages();
    if (again === undefined) throw new Error("the tab is open");
    await again.getByRole("button", { name: "Menu" }).click();
    await again.getByRole("button", { name: "Se déconnecter" }).click();
    const dialog = again.getByRole("dialog");
    await expect(dialog).toContainText(
      "Un avis, une réponse, une raison ou une décision est commencé et n’est pas envoyé.",
    );
    await dialog.getByRole("button", { name: "Rester connecté" }).click();
    await expect(reason(again)).toHaveValue(REASON);
    await again.keyboard.press("Escape");
  });

  await test.step("sent, nothing of it stays on the device", async () => {
    const [again] = membre.context().pages();
    if (again === undefined) throw new Error("the tab is open");
    await again.getByRole("button", { name: /^Donner un avis défavorable/ }).click();
    await expect(again.getByText(/Vous avez donné un avis défavorable sur la version 1/)).toBeVisible();
    await expect(again.locator("#avis")).toBeFocused();
    await expect.poll(() => kept(again)).toEqual([]);
  });
});

test("another version comes while an avis is written: what changed is said, and no word is lost", async ({
  server,
  openAs,
}) => {
  test.setTimeout(240_000);
  const slug = "pays-de-redon";
  const fiche = await findFiche(await signIn(server.url, "coordinatrice"), slug, "1.2");
  const membre = await openAs("cotech-3");
  await membre.goto(fichePages.instruction(slug, fiche));
  await membre
    .getByRole("region", { name: PLACE_TITLES.vigilance })
    .getByRole("button", { name: /Faire une réserve ici/ })
    .click();
  const draft = membre.getByRole("group", { name: "Réserve 1" });
  const passage = draft.getByRole("option", { name: /prévenu les ménages/ });
  await draft.getByLabel("Sur quoi elle porte").selectOption(await passage.getAttribute("value"));
  const field = draft.getByLabel("Ce qui est à préciser ou à changer");
  await field.fill("Dire qui prévient.");

  const nolwenn = await openAs("coordinatrice");
  await test.step("the coordination writes it otherwise, and submits again", async () => {
    await nolwenn.goto(paths.fiche(slug, fiche));
    await nolwenn.getByRole("textbox", { name: PLACE_TITLES.vigilance }).click();
    await nolwenn.keyboard.press("Control+A");
    await nolwenn.keyboard.type("Chaque ménage est appelé avant toute publication.", { delay: 10 });
    await expect(nolwenn.locator(".save-state")).toHaveText("Enregistré");
    await nolwenn.getByRole("button", { name: "Autres gestes" }).click();
    await nolwenn.getByRole("button", { name: "Soumettre la version 2 au comité technique" }).click();
    const dialog = nolwenn.getByRole("dialog");
    await dialog.getByLabel(/Pourquoi soumettre/).fill("Exemple court.");
    await dialog.getByRole("button", { name: "Soumettre la version 2 au comité technique" }).click();
    await expect(nolwenn.getByText(/^Version 2 soumise au comité technique le/)).toBeVisible();
  });

  await test.step("who comes back to the page reads it, and goes on in the same field", async () => {
    await field.focus();
    await comeBack(membre);
    await expect(
      membre.getByRole("heading", { level: 1, name: "Version 2, soumise au comité technique" }),
    ).toBeVisible();
    await expect(membre.getByRole("status").filter({ hasText: "La version 2 a remplacé la version 1" })).toBeVisible();
    await expect(field).toBeFocused();
    await membre.keyboard.type(" Et quand.");
    await expect(field).toHaveValue("Dire qui prévient. Et quand.");
    await expect(draft).toContainText("Ces mots ne sont plus dans la version 2");
    await expectAccessible(membre);
  });

  await test.step("it is sent on the words that are shown", async () => {
    await draft.getByLabel("Sur quoi elle porte").selectOption({ label: "Toute la section" });
    await membre.getByRole("button", { name: "Donner un avis favorable avec réserves sur la version 2" }).click();
    await expect(membre.locator(".said")).toHaveText("Votre avis est enregistré.");
    await membre.getByRole("button", { name: "Texte entier" }).click();
    // Beside the text, and once.
    await expect(membre.getByText("Dire qui prévient. Et quand.", { exact: true })).toHaveCount(1);
    await membre
      .locator("#reserves")
      .getByRole("link", { name: /^Votre réserve du .* Et quand\.$/ })
      .click();
    await expect(membre.locator(".reserve")).toBeFocused();
  });

  await test.step("the version is withdrawn while one writes: the words stay at hand", async () => {
    await membre.getByText("Changer mon avis").click();
    await membre.getByRole("radio", { name: /^Défavorable/ }).check();
    await reason(membre).fill(ANOTHER);
    await nolwenn.goto(fichePages.instruction(slug, fiche));
    await nolwenn.getByRole("button", { name: /^Soumettre, publier ou changer/ }).click();
    await nolwenn.getByRole("button", { name: "Retirer la version 2 du comité technique" }).click();
    const dialog = nolwenn.getByRole("dialog");
    await dialog.getByLabel(/Pourquoi la retirer/).fill("À revoir.");
    await dialog.getByRole("button", { name: "Retirer la version 2 du comité technique" }).click();
    await expect(dialog).toHaveCount(0);
    await comeBack(membre);
    await expect(membre.getByText("Vous ne pouvez plus donner cet avis.")).toBeVisible();
    await expect(membre.getByText(ANOTHER)).toBeVisible();
    await membre.getByRole("button", { name: "Effacer ce que j’ai écrit" }).click();
    await membre.getByRole("dialog").getByRole("button", { name: "Effacer ce que j’ai écrit" }).click();
    await expect(membre.getByText(ANOTHER)).toHaveCount(0);
    await expect.poll(() => kept(membre)).toEqual([]);
  });
});

test("on a shared computer nothing of an avis is kept, and leaving says so", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-3"), CHALLANS, "2.1");
  const membre = await openAs("cotech-3");
  await membre.goto(paths.awaiting);
  await membre.evaluate(() => localStorage.setItem("coaction:ordinateur-partage", "oui"));
  await membre.goto(fichePages.instruction(CHALLANS, fiche));
  await membre.getByRole("radio", { name: /^Défavorable/ }).check();
  await reason(membre).fill(REASON);
  await membre.getByRole("navigation", { name: "Vues de la fiche" }).getByRole("link", { name: "Historique" }).click();
  await expect(leaving(membre)).toContainText("n’est pas enregistré");
  await leaving(membre).getByRole("button", { name: "Fermer sans enregistrer" }).click();
  await expect(membre.getByRole("heading", { level: 1, name: "Historique" })).toBeVisible();
  expect(await kept(membre)).toEqual([]);
});

test("the groupe's answer to a réserve is found again when its window was closed", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), CHALLANS, "2.1");
  const pilote = await openAs("pilote");
  await pilote.goto(`${fichePages.instruction(CHALLANS, fiche)}#reserves`);
  const reserve = pilote.locator("#reserves .reserve");
  await expect(reserve).toHaveCount(1);
  // In the text a line leads to it.
  await pilote
    .getByRole("region", { name: PLACE_TITLES.description })
    .getByRole("link", { name: /^Réserve du/ })
    .click();
  await expect(reserve).toBeFocused();
  await reserve.getByRole("button", { name: "Ajouter une réponse" }).click();
  const dialog = pilote.getByRole("dialog", { name: "Répondre à une réserve" });
  await dialog.getByLabel("Votre réponse").fill("C’est précisé");
  await pilote.keyboard.press("Escape");
  await expect(dialog.getByRole("alert")).toContainText("Cet appareil le garde");
  await dialog.getByRole("button", { name: "Quitter, je finirai plus tard" }).click();
  await expect(reserve.getByRole("button", { name: "Ajouter une réponse" })).toBeFocused();
  await pilote.reload();
  await reserve.getByRole("button", { name: "Ajouter une réponse" }).click();
  await expect(dialog.getByLabel("Votre réponse")).toHaveValue("C’est précisé");
  await pilote.keyboard.press("Escape");
  await expectAccessible(pilote);
});

test("writing goes on elsewhere while the words of the last seconds are not sent: leaving for Historique asks", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), "cornouaille", "4.1");
  const pilote = await openAs("pilote");
  await pilote.goto(paths.fiche("cornouaille", fiche));
  await writeAtTheEnd(pilote, PLACE_TITLES.freins, "Une phrase enregistrée.");
  const history = pilote
    .getByRole("navigation", { name: "Vues de la fiche" })
    .getByRole("link", { name: "Historique" });
  // Everything is sent: nothing is asked.
  await history.click();
  await expect(pilote.getByRole("heading", { level: 1, name: "Historique" })).toBeVisible();
  await pilote.goBack();
  await expect(pilote.locator(".save-state")).toHaveText("Enregistré");

  await pilote.context().setOffline(true);
  await pilote.getByRole("textbox", { name: PLACE_TITLES.freins }).click();
  await pilote.keyboard.press("Control+End");
  await pilote.keyboard.type(" Hors ligne.");
  await expect(pilote.locator(".save-state")).toHaveText(/en attente/);
  await history.click();
  const dialog = pilote.getByRole("dialog", { name: "Du texte n’est pas encore enregistré" });
  await expect(dialog).toContainText("ce texte reste sur cet appareil");
  await expect(dialog.getByRole("button", { name: "Rester sur la fiche" })).toBeFocused();
  await pilote.keyboard.press("Escape");
  await expect(pilote.getByRole("textbox", { name: PLACE_TITLES.freins })).toContainText("Hors ligne.");
  await history.click();
  await dialog.getByRole("button", { name: "Quitter la fiche quand même" }).click();
  await expect(dialog).toHaveCount(0);
  await pilote.context().setOffline(false);
  await pilote.goto(paths.fiche("cornouaille", fiche));
  await expect(pilote.locator(".save-state")).toHaveText("Enregistré", { timeout: 30_000 });
  await expect(pilote.getByRole("textbox", { name: PLACE_TITLES.freins })).toContainText("Hors ligne.");
});
