import type { Page } from "@playwright/test";
import { adminPages } from "../../shared/protocol/instance-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { firstAccessOf } from "../harness/instance.ts";
import { expect, expectAccessible, test } from "../harness/real-instance.ts";

test("the first person opens the instance, makes a contrat, and writes what the law asks for", async ({
  instance,
  openAs,
}) => {
  test.slow();
  const address = `${paths.firstAccess}#${firstAccessOf(instance)}`;
  const page = await openAs(null);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Ouvrir cette instance" })).toBeVisible();
  await expectAccessible(page);

  // Sent empty: both fields are named above, and the summary has the focus.
  await page.getByRole("button", { name: "Ouvrir l’instance et l’administrer" }).click();
  const summary = page.locator(".problems");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(2);
  await summary.getByRole("link").last().click();
  const adresse = page.getByLabel("Votre adresse électronique");
  await expect(adresse).toBeFocused();
  await expect(adresse).toHaveAccessibleDescription(/Écrivez une adresse électronique entière/);
  await expectAccessible(page);

  await page.getByLabel("Vos prénom et nom").fill("Aline Le Goff");
  await adresse.fill("aline@exemple.fr");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${paths.administration}$`));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle("Contrats – Administration – Coaction");
  await expect(page.getByText("Aucun contrat encore.")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Nom du contrat").fill("Pays de l’Élorn");
  await expect(page.getByLabel("Mots de son adresse")).toHaveValue("pays-de-l-elorn");
  const coordination = page.getByLabel(/Adresse électronique de la personne/);
  await coordination.fill("aline@exemple.fr");
  await page.getByRole("button", { name: "Créer ce contrat" }).click();
  await expect(page.getByRole("rowheader", { name: "Pays de l’Élorn" })).toBeVisible();
  await expect(page.getByLabel("Nom du contrat")).toHaveValue("");

  // Another one has that address: said at its field, and nothing typed is lost.
  await page.getByLabel("Nom du contrat").fill("Pays de l’Élorn");
  await coordination.fill("aline@exemple.fr");
  await page.getByRole("button", { name: "Créer ce contrat" }).click();
  await expect(page.getByLabel("Mots de son adresse")).toHaveAccessibleDescription(
    /Un autre contrat a déjà cette adresse/,
  );
  await expect(page.getByLabel("Nom du contrat")).toHaveValue("Pays de l’Élorn");
  await expect(coordination).toHaveValue("aline@exemple.fr");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Textes du site" }).click();
  await page.getByLabel("Directeur ou directrice de la publication").fill("Yann Le Bris, président");
  // Nothing leaves in silence.
  await page.getByRole("link", { name: "Régions" }).click();
  await expect(page.getByRole("dialog")).toContainText("n’est pas enregistré");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(new RegExp(`${adminPages.reglages}$`));
  await page.getByLabel("Un audit d’accessibilité a été fait").check();
  await page.getByRole("button", { name: "Enregistrer ces textes" }).click();
  await expect(page.locator(".problems")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Audit fait le").fill("2026-03-12");
  await page.getByLabel(/Part des critères respectés/).fill("64");
  await expect(page.getByText("Accessibilité : partiellement conforme")).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer ces textes" }).click();
  await expect(page.getByText("Les textes sont enregistrés.").first()).toBeVisible();
  // The foot of every page says it at once: the browser's and the server's, to whoever is here and to a visitor.
  const foot = (of: Page) => of.getByRole("contentinfo").getByRole("link", { name: /^Accessibilité/ });
  await expect(foot(page)).toHaveText("Accessibilité : partiellement conforme");
  const visitor = await openAs(null);
  for (const path of [paths.signIn, paths.home]) {
    await visitor.goto(path);
    await expect(foot(visitor)).toHaveText("Accessibilité : partiellement conforme");
  }
  const legal = await openAs(null);
  await legal.goto(paths.legal);
  await expect(legal.getByText("Yann Le Bris, président")).toBeVisible();

  await page.getByRole("link", { name: "Régions" }).click();
  await page.getByLabel("Nom de la région").fill("Bretagne");
  await page.getByRole("button", { name: "Ajouter cette région" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Bretagne" })).toBeVisible();
  await page.getByLabel("Adresse électronique d’une personne qui lira").fill("aline@exemple.fr");
  await page.getByRole("button", { name: "Ajouter cette personne" }).click();
  await expect(page.getByRole("button", { name: "Retirer Aline Le Goff" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Personnes" }).click();
  await expect(page.getByText("La seule : nommez quelqu’un d’autre d’abord.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "État du site" }).click();
  await expect(page.getByText("Il y en a assez.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Ce qui m’attend" }).click();
  await expect(page.getByRole("link", { name: "Pays de l’Élorn" }).first()).toBeVisible();

  // The address served once.
  const late = await openAs(null);
  await late.goto(address);
  await expect(late.getByText("Quelqu’un a déjà ouvert cette instance")).toBeVisible();
  await late.goto(`${paths.legal}`);
  await late.goto(paths.firstAccess);
  await expect(late.getByText("Il manque la fin de l’adresse.")).toBeVisible();
});

test("whoever does not administer learns nothing there, and keeps what is typed when the network goes", async ({
  instance,
  openAs,
}) => {
  const page = await openAs(null);
  await page.goto(`${paths.firstAccess}#${firstAccessOf(instance)}`);
  await page.getByLabel("Vos prénom et nom").fill("Aline Le Goff");
  await page.getByLabel("Votre adresse électronique").fill("aline@exemple.fr");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Ouvrir l’instance et l’administrer" }).click();
  await expect(page.locator(".problems")).toContainText("Le serveur ne répond pas.");
  await expect(page.getByLabel("Vos prénom et nom")).toHaveValue("Aline Le Goff");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Ouvrir l’instance et l’administrer" }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.administration}$`));

  const nobody = await openAs(null);
  await nobody.goto(paths.administration);
  await expect(nobody).toHaveURL(/\/connexion\?retour=%2Fadministration$/);
});
