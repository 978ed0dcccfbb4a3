import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { accountPages } from "../../shared/protocol/account-pages.ts";
import type { OwnDataBody } from "../../shared/protocol/bodies/account.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { openInstance } from "../harness/instance.ts";
import type { MailServer } from "../harness/mail-server.ts";
import { expect, expectAccessible, foundContrat, invitationIn, inviteTo, test } from "../harness/real-instance.ts";

const ADRESSE = "aline@exemple.fr";
const OTHER = "aline.legoff@mairie.example";

/** The digits of the newest mail to this address. */
async function codeSentTo(post: MailServer, adresse: string, count = 1): Promise<string> {
  return /^ {4}(\d{4} \d{4})$/m.exec((await post.mailTo(adresse, count)).text)?.[1] ?? "";
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code à huit chiffres").fill(code);
  await page.getByRole("button", { name: "Confirmer avec ce code" }).click();
}

test("Aline changes her name and adds an address, confirmed from both", async ({ instance, post, openAsPerson }) => {
  test.slow();
  const aline = await openInstance(instance, "Aline Le Goff", ADRESSE);
  const page = await openAsPerson(aline);
  await page.goto(paths.awaiting);
  await page.getByRole("button", { name: /Mon compte/ }).click();
  await page.getByRole("link", { name: "Mon compte" }).click();
  await expect(page).toHaveTitle("Nom et adresses – Mon compte – Coaction");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expectAccessible(page);

  const name = page.getByLabel("Prénom et nom");
  await name.fill("<Aline>");
  await page.getByRole("button", { name: "Changer mon nom" }).click();
  await expect(page.locator(".problems")).toBeFocused();
  await expect(name).toHaveValue("<Aline>");
  await name.fill("Aline Le Goff-Kervella");
  await page.getByRole("button", { name: "Changer mon nom" }).click();
  await expect(page.getByText("Votre nom est changé.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /Mon compte, Aline Le Goff-Kervella/ })).toBeVisible();

  await page.getByLabel("Nouvelle adresse").fill(OTHER);
  await page.getByLabel("Ce que deviennent vos adresses actuelles").selectOption(`La nouvelle remplace ${ADRESSE}`);
  await page.getByRole("button", { name: "Envoyer les deux codes" }).click();
  const change = page.getByRole("heading", { name: "Changement d’adresse en cours" });
  await expect(change).toBeFocused();
  await expectAccessible(page);
  await giveCode(page, "0000 0000");
  await expect(page.getByLabel("Code à huit chiffres")).toHaveAccessibleDescription(/Ce code n’est pas le bon/);
  await giveCode(page, await codeSentTo(post, OTHER));
  await expect(page.getByText("Il reste à recopier le code reçu à l’adresse que vous avez déjà.")).toBeVisible();
  await expect(page.getByLabel("Code à huit chiffres")).toBeFocused();
  await giveCode(page, await codeSentTo(post, ADRESSE));
  await expect(page.getByRole("rowheader", { name: OTHER })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: ADRESSE, exact: true })).toHaveCount(0);
  await expect(page.getByText("La seule")).toBeVisible();
});

test("Aline ends her other connections: those pages are closed; she takes her data and closes her account", async ({
  contrat,
  post,
  openAs,
  openAsPerson,
}) => {
  test.slow();
  const { nolwenn, groupe } = contrat;
  await inviteTo(groupe, nolwenn, ADRESSE, "Aline Le Goff");
  const elsewhere = await openAs(null);
  await elsewhere.goto(await invitationIn(post, ADRESSE));
  await elsewhere.getByRole("button", { name: /^Rejoindre/ }).click();
  await expect(elsewhere).toHaveURL(/\/contrats\//);
  await elsewhere.goto(accountPages.data);
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Mes données" })).toBeVisible();

  // A session of her own here, by the code of a mail.
  const page = await openAs(null);
  await page.goto(paths.signIn);
  await page.getByLabel("Votre adresse électronique").fill(ADRESSE);
  await page.getByRole("button", { name: "Recevoir un courriel pour entrer" }).click();
  await page.getByLabel("Code à huit chiffres").fill(await codeSentTo(post, ADRESSE, 2));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/contrats$/);

  await page.goto(accountPages.sessions);
  const rows = page.getByRole("row");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText("celui-ci");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mettre fin à toutes les autres" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Annuler" })).toBeFocused();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Mettre fin à toutes les autres" }).click();
  await expect(rows).toHaveCount(2);
  await expect(page.getByText("Vous n’êtes connecté nulle part ailleurs.")).toBeVisible();

  // There, an act says so and leads to where one signs in, in another tab.
  await elsewhere.getByRole("button", { name: "Fermer mon compte…" }).click();
  await elsewhere.getByRole("button", { name: "Fermer mon compte pour toujours" }).click();
  await expect(elsewhere.getByRole("alert")).toContainText("Vous n’êtes plus connecté.");
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/connexion\?retour=%2Fcompte%2Fdonnees$/);

  await page.getByRole("link", { name: "Mes données" }).click();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger mes données" }).click();
  const file = await (await download).path();
  const data = JSON.parse(await readFile(file, "utf8")) as OwnDataBody;
  expect([data.format, data.compte.nom]).toEqual(["coaction/mes-donnees/1", "Aline Le Goff"]);
  await expect(page.getByText("Le fichier est dans vos téléchargements.").first()).toBeVisible();

  await page.getByRole("button", { name: "Fermer mon compte…" }).click();
  const closing = page.getByRole("dialog");
  await expect(closing).toContainText("ancien membre");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Fermer mon compte…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await closing.getByRole("button", { name: "Fermer mon compte pour toujours" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Votre compte est fermé" })).toBeVisible();
  await page.goto(paths.account);
  await expect(page).toHaveURL(/\/connexion/);

  // Whoever is the last to administer, or to coordinate, stays: the reason is said where it was asked.
  const last = await openAsPerson(nolwenn);
  await last.goto(accountPages.data);
  await last.getByRole("button", { name: "Fermer mon compte…" }).click();
  await last.getByRole("button", { name: "Fermer mon compte pour toujours" }).click();
  await expect(last.getByRole("alert")).toContainText("Vous êtes la dernière personne");
});

test("Aline finds that her other address is another account of hers, and joins the two", async ({
  instance,
  post,
  openAs,
  openAsPerson,
}) => {
  const aline = await openInstance(instance, "Aline Le Goff", ADRESSE);
  await inviteTo(await foundContrat(aline, ADRESSE), aline, OTHER, "A. Le Goff");
  const other = await openAs(null);
  await other.goto(await invitationIn(post, OTHER));
  await other.getByRole("button", { name: /^Rejoindre/ }).click();
  await expect(other).toHaveURL(/\/contrats\//);

  const page = await openAsPerson(aline);
  await page.goto(paths.account);
  await page.getByLabel("Nouvelle adresse").fill(OTHER);
  await page.getByRole("button", { name: "Envoyer les deux codes" }).click();
  await giveCode(page, await codeSentTo(post, OTHER, 2));
  await expect(page.getByText("Il reste à recopier le code reçu à l’adresse que vous avez déjà.")).toBeVisible();
  await giveCode(page, await codeSentTo(post, ADRESSE));
  await expect(page.getByText(/un autre compte, au nom de A\. Le Goff/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Réunir les deux comptes" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("On ne peut pas les séparer ensuite.");
  await dialog.getByRole("button", { name: "Réunir les deux comptes" }).click();
  await expect(page.getByText("Les deux comptes n’en font plus qu’un.").first()).toBeVisible();
  await expect(page.getByRole("rowheader", { name: OTHER })).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/connexion/);
});
