import type { AtelierCreatedBody } from "../../shared/protocol/bodies/groupe.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { acceptInvitation } from "../harness/gestures.ts";
import { ask } from "../harness/instance.ts";
import { entryIn } from "../harness/mail-server.ts";
import {
  BAPTISTE,
  expect,
  expectAccessible,
  foundGroupe,
  invitationIn,
  inviteTo,
  SLUG,
  test,
} from "../harness/real-instance.ts";

test("Baptiste reads who invites him, accepts, and is in the contrat; the link serves once", async ({
  invited: { address },
  openAs,
}) => {
  test.slow();
  const page = await openAs(null, { viewport: { width: 390, height: 844 } });
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Une invitation pour vous" })).toBeVisible();
  await expect(page.getByText("Nolwenn Kerbrat vous invite")).toBeVisible();
  await expect(page.getByText("Bien vieillir")).toBeVisible();
  await expect(page.getByText(BAPTISTE)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Vos prénom et nom").fill("");
  const accept = page.getByRole("button", { name: /^Rejoindre/ });
  await accept.click();
  await expect(page.locator(".problems")).toBeFocused();
  await page.getByLabel("Vos prénom et nom").fill("Baptiste Riou");
  await accept.click();
  await expect(page).toHaveURL(new RegExp(`/contrats/${SLUG}/groupes/`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  const again = await openAs(null);
  await again.goto(address);
  await expect(again.getByRole("heading", { level: 1, name: "Cette invitation a déjà servi" })).toBeVisible();
  await expectAccessible(again);
});

test("an invitation that was withdrawn, cut or made up, and one for somebody else, each have their page", async ({
  contrat: { nolwenn, groupe },
  invited: { id: withdrawn, address },
  openAs,
  openAsPerson,
}) => {
  // Nolwenn opens the link of another.
  const page = await openAsPerson(nolwenn);
  await page.goto(address);
  await page.getByRole("button", { name: /^Rejoindre/ }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Cette invitation est pour une autre adresse" }),
  ).toBeVisible();
  await expectAccessible(page);

  await ask(nolwenn, "DELETE", `/api/contrats/${SLUG}/groupes/${groupe}/invitations/${withdrawn}`);
  const nobody = await openAs(null);
  await nobody.goto(address);
  await expect(nobody.getByRole("heading", { level: 1, name: "Cette invitation a été retirée" })).toBeVisible();
  for (const [path, title] of [
    [`${paths.invitation(SLUG)}#inventee`, "Cette invitation n’existe pas"],
    [`${paths.invitation("nulle-part")}#inventee`, "Cette invitation n’existe pas"],
    [paths.invitation(SLUG), "Ce lien est incomplet"],
  ] as const) {
    await nobody.goto(paths.legal);
    await nobody.goto(path);
    await expect(nobody.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }
});

test("whoever has an account signs in on the page of the invitation, and accepts there", async ({
  contrat: { nolwenn },
  invited,
  post,
  openAs,
}) => {
  test.slow();
  await acceptInvitation(await openAs(null), invited.address);
  await inviteTo(await foundGroupe(nolwenn, "Jeunes"), nolwenn, BAPTISTE, "Baptiste Riou");
  const page = await openAs(null);
  await page.goto(await invitationIn(post, BAPTISTE, 2));
  await page.getByRole("button", { name: /^Rejoindre/ }).click();
  await expect(page.getByText("Un compte a déjà cette adresse.").first()).toBeVisible();
  await expect(page.getByLabel("Votre adresse électronique")).toHaveValue(BAPTISTE);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Recevoir un courriel pour entrer" }).click();
  const { code } = entryIn((await post.mailTo(BAPTISTE, 3)).text);
  await page.getByLabel("Code à huit chiffres").fill(code);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Vous rejoindrez avec votre compte,")).toBeVisible();
  await page.getByRole("button", { name: /^Rejoindre/ }).click();
  await expect(page).toHaveURL(new RegExp(`/contrats/${SLUG}/groupes/`));
});

test("a resident comes with the code of a workshop, on a phone", async ({ contrat, openAs }) => {
  test.slow();
  const { nolwenn, groupe } = contrat;
  const made = await ask(nolwenn, "POST", `/api/contrats/${SLUG}/groupes/${groupe}/ateliers`, { jours: 2 });
  const { code } = made.body as AtelierCreatedBody;

  const page = await openAs(null, { viewport: { width: 390, height: 844 } });
  await page.goto(paths.ateliers);
  await page.getByLabel("De quel contrat").fill("Pays de l’Élorn");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.atelier(SLUG)}$`));
  await expectAccessible(page);

  await page.getByLabel("Code de l’atelier").pressSequentially(code.toLowerCase().replace("-", ""));
  await expect(page.getByLabel("Code de l’atelier")).toHaveValue(code);
  await page.getByLabel("Votre nom, ou votre prénom").fill("Yvonne");
  await page.getByRole("button", { name: "Rejoindre le groupe" }).click();
  await expect(page.locator(".problems")).toContainText("Cochez la case si vous êtes d’accord.");
  await expectAccessible(page);
  await page.getByLabel("J’ai compris, et je suis d’accord").check();

  // A code that somebody misheard: at its field, and the rest stays.
  await page.getByLabel("Code de l’atelier").fill("AAAA2222");
  await page.getByRole("button", { name: "Rejoindre le groupe" }).click();
  await expect(page.getByLabel("Code de l’atelier")).toHaveAccessibleDescription(/Ce code n’existe pas/);
  await expect(page.getByLabel("Votre nom, ou votre prénom")).toHaveValue("Yvonne");
  await page.getByLabel("Code de l’atelier").fill(code);
  await page.getByRole("button", { name: "Rejoindre le groupe" }).click();
  await expect(page).toHaveURL(new RegExp(`/contrats/${SLUG}/groupes/`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await page.goto(paths.account);
  await expect(page.getByText("Aucune : vous ne pouvez revenir que depuis cet appareil.")).toBeVisible();
});
