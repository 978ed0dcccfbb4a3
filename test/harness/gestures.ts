import { expect, type Page } from "@playwright/test";
import { paths } from "../../shared/protocol/paths.ts";
import { entryIn, type MailServer } from "./mail-server.ts";

/** What people do on the screens, found as they find it: by what it is and what it is called. */

/** Opens an empty instance by the one-time address that its server printed; the page is then its administration. */
export async function openEmptyInstance(page: Page, address: string, nom: string, adresse: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Vos prénom et nom").fill(nom);
  await page.getByLabel("Votre adresse électronique").fill(adresse);
  await page.getByRole("button", { name: "Ouvrir l’instance et l’administrer" }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.administration}$`));
}

/** Fills the form of a new contrat in the administration; whether it is made is for the test to see. */
export async function createContrat(page: Page, nom: string, coordination: string): Promise<void> {
  await page.getByLabel("Nom du contrat").fill(nom);
  await page.getByLabel(/Adresse électronique de la personne/).fill(coordination);
  await page.getByRole("button", { name: "Créer ce contrat" }).click();
}

/** Follows a link of the contrat's own navigation. */
export async function goInContrat(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Pages du contrat" }).getByRole("link", { name }).click();
}

/** Says what the contrat is, on its page of settings. */
export async function sayWhatContratIs(page: Page, porteur: string, territoire: string): Promise<void> {
  await page.getByLabel("Porté par").fill(porteur);
  await page.getByLabel("Territoire, en une phrase").fill(territoire);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.locator(".said")).toHaveText("L’identité du contrat est enregistrée.");
}

/** Adds an axe at the end of the plan, on its page. */
export async function addAxe(page: Page, libelle: string): Promise<void> {
  await page.getByRole("button", { name: "Ajouter un axe" }).click();
  const field = page.getByRole("dialog").getByLabel("Libellé");
  await field.fill(libelle);
  await field.press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: libelle })).toBeVisible();
}

/** Adds an organisation, on their page. */
export async function addOrganisation(page: Page, nom: string): Promise<void> {
  await page.getByRole("button", { name: "Ajouter une organisation" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom").fill(nom);
  await dialog.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("rowheader", { name: nom })).toBeVisible();
}

/** Makes a groupe, on their page, and is then on its own; its path. */
export async function createGroupe(page: Page, nom: string): Promise<string> {
  await page.getByRole("button", { name: "Nouveau groupe" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom du groupe").fill(nom);
  await dialog.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: nom })).toBeFocused();
  return new URL(page.url()).pathname;
}

/** Invites one person by mail, on the page where a groupe invites, with the role that is offered. */
export async function inviteByMail(
  page: Page,
  person: { readonly adresse: string; readonly nom: string; readonly organisation: string },
): Promise<void> {
  const one = page.getByRole("region", { name: "Inviter une personne" });
  await one.getByLabel("Adresse électronique").fill(person.adresse);
  await one.getByLabel("Prénom et nom").fill(person.nom);
  await one.getByLabel("Au nom de quelle organisation").selectOption({ label: person.organisation });
  await one.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(one.locator(".said")).toHaveText("L’invitation est partie.");
  await expect(page.getByRole("rowheader", { name: person.nom })).toBeVisible();
}

/** Follows the link of an invitation and accepts it; the page is then in the contrat. */
export async function acceptInvitation(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: /^Rejoindre/ }).click();
  await expect(page).toHaveURL(/\/contrats\//);
}

/** On the page to sign in, asks for a mail (the so-manyth to this address) and types its code. */
export async function signInWithCode(page: Page, post: MailServer, adresse: string, count: number): Promise<void> {
  await page.getByLabel("Votre adresse électronique").fill(adresse);
  await page.getByRole("button", { name: "Recevoir un courriel pour entrer" }).click();
  await page.getByLabel("Code à huit chiffres").fill(entryIn((await post.mailTo(adresse, count)).text).code);
  await page.getByRole("button", { name: "Entrer avec ce code" }).click();
}

/** Makes a fiche, on the page of its groupe, and is then in it. */
export async function createFiche(page: Page, axe: string): Promise<void> {
  await page.getByRole("button", { name: "Nouvelle fiche" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Axe ou objectif").selectOption({ label: axe });
  await dialog.getByRole("button", { name: "Créer la fiche et l’ouvrir" }).click();
  await expect(dialog).toHaveCount(0);
}

/** Types a paragraph of one's own at the end of a text, a key at a time, until the page says that it is saved. */
export async function writeAtTheEnd(page: Page, text: string, sentence: string): Promise<void> {
  await page.getByRole("textbox", { name: text }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(sentence, { delay: 20 });
  await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
}

/** Makes the code of a workshop, where the groupe invites; the code, and the address where it is typed, as shown. */
export async function makeWorkshopCode(page: Page): Promise<{ readonly code: string; readonly address: string }> {
  const codes = page.getByRole("region", { name: "Code d’atelier" });
  await codes.getByRole("button", { name: "Faire un code" }).click();
  await expect(codes.getByRole("heading", { name: "Le code de l’atelier" })).toBeFocused();
  const code = (await codes.getByText(/^\w{4}-\w{4}$/).textContent()) ?? "";
  const address = (await codes.getByText(/^http\S+\/atelier\/\S+$/).textContent()) ?? "";
  return { code, address };
}

/** Types the code of a workshop, and a name, where it is asked; the page is then in the contrat. */
export async function joinWorkshop(page: Page, address: string, code: string, nom: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Code de l’atelier").fill(code.toLowerCase());
  await page.getByLabel("Votre nom, ou votre prénom").fill(nom);
  await page.getByLabel(/J’ai compris/).check();
  await page.getByRole("button", { name: "Rejoindre le groupe" }).click();
  await expect(page).toHaveURL(/\/contrats\//);
}

/** Opens the form of a meeting, on the page of a groupe, and fills it; sending it is for the test. */
export async function fillReunion(
  page: Page,
  reunion: { readonly jour: string; readonly heure: string; readonly lieu: string; readonly ordreDuJour: string },
): Promise<void> {
  await page.getByRole("button", { name: "Prévoir une réunion" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Jour", { exact: true }).fill(reunion.jour);
  await dialog.getByLabel("Heure").fill(reunion.heure);
  await dialog.getByLabel("Lieu").fill(reunion.lieu);
  await dialog.getByLabel("Ordre du jour").fill(reunion.ordreDuJour);
}
