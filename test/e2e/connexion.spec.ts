import { paths } from "../../shared/protocol/paths.ts";
import { test as demonstration } from "../harness/browser-test.ts";
import { openInstance } from "../harness/instance.ts";
import { entryIn } from "../harness/mail-server.ts";
import { expect, expectAccessible, test } from "../harness/real-instance.ts";

const ADRESSE = "aline@exemple.fr";
const SEND = "Recevoir un courriel pour entrer";
const LEFT = "Un courriel vient de partir si cette adresse est connue";

test("Aline asks for a page, signs in with the code of a real mail, and is on that page", async ({
  instance,
  post,
  openAs,
}) => {
  await openInstance(instance, "Aline Le Goff", ADRESSE);
  const page = await openAs(null);
  await page.goto("/contrats/pays-de-redon");
  await expect(page).toHaveURL(/\/connexion\?retour=/);
  await expectAccessible(page);

  await page.getByRole("button", { name: SEND }).click();
  await expect(page.locator(".problems")).toBeFocused();
  await expectAccessible(page);

  // Twice quickly is once.
  let asked = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") asked += 1;
  });
  await page.getByLabel("Votre adresse électronique").fill("  Aline@Exemple.FR ");
  await page.getByRole("button", { name: SEND }).dblclick();
  const step = page.getByRole("heading", { name: LEFT });
  await expect(step).toBeFocused();
  expect(asked).toBe(1);
  await expectAccessible(page);

  const { code } = entryIn((await post.mailTo(ADRESSE)).text);
  const field = page.getByLabel("Code à huit chiffres");
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  const wrong = code === "00000000" ? "11111111" : "00000000";
  await field.pressSequentially(wrong);
  await expect(field).toHaveValue(`${wrong.slice(0, 4)} ${wrong.slice(4)}`);
  await page.keyboard.press("Enter");
  await expect(field).toHaveAccessibleDescription(/Ce code n’est pas le bon/);
  await expect(field).toHaveValue(`${wrong.slice(0, 4)} ${wrong.slice(4)}`);
  await expectAccessible(page);

  // As it is pasted from a mail, whatever surrounds it.
  await field.fill(` ${code.slice(0, 4)}-${code.slice(4)}\t`);
  await page.getByRole("button", { name: "Entrer avec ce code" }).click();
  await expect(page).toHaveURL(/\/contrats\/pays-de-redon$/);
});

test("an address that nobody has gets the same words, and no mail", async ({ instance, post, openAs }) => {
  await openInstance(instance, "Aline Le Goff", ADRESSE);
  const page = await openAs(null);
  await page.goto(paths.signIn);
  await page.getByLabel("Votre adresse électronique").fill("personne@exemple.fr");
  await page.getByRole("button", { name: SEND }).click();
  await expect(page.getByRole("heading", { name: LEFT })).toBeVisible();
  await page.getByRole("button", { name: "Écrire une autre adresse" }).click();
  await page.getByLabel("Votre adresse électronique").fill(ADRESSE);
  await page.getByRole("button", { name: SEND }).click();
  await post.mailTo(ADRESSE);
  expect(post.mails.flatMap(({ to }) => to)).toEqual([ADRESSE]);
});

test("the link opens a page with a button; in another tab, the first one goes on by itself; it serves once", async ({
  instance,
  post,
  openAs,
}) => {
  await openInstance(instance, "Aline Le Goff", ADRESSE);
  const first = await openAs(null);
  await first.goto(`${paths.signIn}?retour=${encodeURIComponent(paths.account)}`);
  await first.getByLabel("Votre adresse électronique").fill(ADRESSE);
  await first.getByRole("button", { name: SEND }).click();
  await expect(first.getByRole("heading", { name: LEFT })).toBeVisible();
  const { token } = entryIn((await post.mailTo(ADRESSE)).text);

  const link = `${paths.signInLink}#${token}`;
  const second = await first.context().newPage();
  await second.goto(link);
  await expect(second.getByRole("heading", { level: 1, name: "Entrer dans Coaction" })).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "Entrer dans Coaction" }).click();
  // To where the first tab wanted to go.
  await expect(second).toHaveURL(new RegExp(`${paths.account}$`));
  await first.bringToFront();
  await expect(first).toHaveURL(new RegExp(`${paths.account}$`));

  const later = await openAs(null);
  await later.goto(link);
  await later.getByRole("button", { name: "Entrer dans Coaction" }).click();
  await expect(later.getByRole("heading", { level: 1, name: "Ce lien n’ouvre plus" })).toBeVisible();
  await expectAccessible(later);
  await later.goto(paths.legal);
  await later.goto(paths.signInLink);
  await expect(later.getByRole("heading", { level: 1, name: "Ce lien est incomplet" })).toBeVisible();
});

test("after three wrong codes the code is of no use, and the link still opens", async ({ instance, post, openAs }) => {
  await openInstance(instance, "Aline Le Goff", ADRESSE);
  const page = await openAs(null);
  await page.goto(paths.signIn);
  await page.getByLabel("Votre adresse électronique").fill(ADRESSE);
  await page.getByRole("button", { name: SEND }).click();
  const { code, token } = entryIn((await post.mailTo(ADRESSE)).text);
  const field = page.getByLabel("Code à huit chiffres");
  for (const each of [...["0", "1", "2"].map((sign) => sign.repeat(8)).filter((wrong) => wrong !== code), code]) {
    await field.fill(each);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.keyboard.press("Enter");
    expect((await answered).status()).toBe(403);
    await expect(page.getByRole("button", { name: "Entrer avec ce code" })).toHaveAttribute("aria-disabled", "false");
  }
  await expect(field).toHaveAccessibleDescription(/ouvrez plutôt le lien du courriel/);
  await page.goto(`${paths.signInLink}#${token}`);
  await page.getByRole("button", { name: "Entrer dans Coaction" }).click();
  await expect(page).toHaveURL(/\/contrats$/);
});

test("on a shared computer, the page that was asked for leaves no trace", async ({ instance, post, openAs }) => {
  await openInstance(instance, "Aline Le Goff", ADRESSE);
  const page = await openAs(null);
  await page.goto(`${paths.signIn}?retour=${encodeURIComponent("/contrats/pays-de-redon")}`);
  await page.getByLabel("Votre adresse électronique").fill(ADRESSE);
  await page.getByLabel(/^Oui, d’autres personnes s’en servent/).check();
  await page.getByRole("button", { name: SEND }).click();
  await post.mailTo(ADRESSE);
  await expect(page.getByRole("heading", { name: LEFT })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("pays-de-redon");
});

demonstration("in a demonstration, mails are in its outbox", async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto(paths.signIn);
  await page.getByRole("link", { name: SEND }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.signInByMail}$`));
  await page.getByLabel("Votre adresse électronique").fill("yvonne.perrot@coaction.example");
  await page.getByRole("button", { name: SEND }).click();
  await page.getByRole("link", { name: "Ouvrir le courrier de la démonstration" }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.outbox}$`));
  await expect(async () => {
    await page.reload();
    await page
      .getByRole("link", { name: /\/connexion\/lien#/ })
      .first()
      .click({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("button", { name: "Entrer dans Coaction" }).click();
  await expect(page).toHaveURL(/\/contrats$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Yvonne");
});
