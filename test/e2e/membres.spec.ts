import { contratPages } from "../../shared/protocol/contrat-paths.ts";
import { adminPages } from "../../shared/protocol/instance-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { acceptInvitation, createContrat } from "../harness/gestures.ts";
import { ask, openInstance, type Person } from "../harness/instance.ts";
import { NOWHERE } from "../harness/mail-server.ts";
import {
  BAPTISTE,
  expect,
  expectAccessible,
  invitationIn,
  inviteTo,
  NOLWENN,
  SLUG,
  test,
} from "../harness/real-instance.ts";

const ALINE = "aline@exemple.fr";

/** Adds an organisation to the contrat, as whoever coordinates it. */
async function addOrganisation(by: Person, nom: string): Promise<string> {
  const body = { nom, kind: "association", siret: null };
  const made = await ask(by, "POST", `/api/contrats/${SLUG}/organisations`, body);
  expect(made.status).toBe(201);
  // Our own server's answer: a `CreatedBody`.
  return (made.body as { readonly id: string }).id;
}

test("Aline names somebody without an account to coordinate: it is an invitation, shown until it is accepted", async ({
  instance,
  post,
  openAs,
  openAsPerson,
}) => {
  test.slow();
  const aline = await openInstance(instance, "Aline Le Goff", ALINE);
  const page = await openAsPerson(aline);
  await page.goto(adminPages.contrats);
  await createContrat(page, "Pays de l’Élorn", `nolwen${NOWHERE}`);
  await expect(page.locator(".said")).toContainText(`Une invitation à le coordonner part vers nolwen${NOWHERE}.`);
  const row = page.getByRole("row", { name: /Pays de l’Élorn/ });
  await expect(row).toContainText(`nolwen${NOWHERE}`);
  // The address was mistyped: the mail comes back, the administration sees it, and invites somebody else instead.
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText("Courriel non remis", { timeout: 500 });
  }).toPass();
  await expectAccessible(page);
  await row.getByRole("button", { name: `Retirer nolwen${NOWHERE}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retirer" }).click();
  await expect(row).toContainText("Personne encore");
  await row.getByRole("button", { name: "Inviter à coordonner Pays de l’Élorn" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Son adresse électronique").fill(NOLWENN);
  await dialog.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(row).toContainText(/nolwenn@exemple\.fr.*Envoyée le/s);
  await row.getByRole("button", { name: `Renvoyer ${NOLWENN}` }).click();
  await expect(page.locator(".said")).toContainText("L’invitation est repartie");
  // It opens nothing to whoever administers.
  expect((await ask(aline, "GET", `/api/contrats/${SLUG}`)).status).toBe(404);

  const nolwenn = await openAs(null, { viewport: { width: 390, height: 844 } });
  expect((await post.mailTo(NOLWENN, 2)).text).toContain("Aline Le Goff vous invite");
  await nolwenn.goto(await invitationIn(post, NOLWENN, 2));
  await nolwenn.getByLabel("Vos prénom et nom").fill("Nolwenn Kerbrat");
  await nolwenn.getByRole("button", { name: /^Rejoindre/ }).click();
  await expect(nolwenn).toHaveURL(new RegExp(`${paths.contrat(SLUG)}$`));
  await page.reload();
  await expect(row).toContainText("Nommée");
});

test("whoever accepts chooses whom they speak for; one invitation later, it stands", async ({
  contrat: { nolwenn, groupe },
  invited,
  post,
  openAs,
}) => {
  test.slow();
  await addOrganisation(nolwenn, "CCAS");
  await addOrganisation(nolwenn, "Mission locale");
  const page = await openAs(null);
  await page.goto(invited.address);
  const speaksFor = page.getByLabel("Au nom de qui participez-vous");
  await expect(speaksFor).toHaveValue("");
  await expectAccessible(page);
  await speaksFor.selectOption({ label: "Mission locale" });
  await page.getByRole("button", { name: /^Rejoindre/ }).click();
  await expect(page.getByRole("row", { name: /Baptiste Riou.*Mission locale/ })).toBeVisible();

  const body = { adresse: BAPTISTE, nom: null, organisation: null, role: "lecteur" };
  expect((await ask(nolwenn, "POST", `/api/contrats/${SLUG}/invitations`, body)).status).toBe(201);
  await page.goto(await invitationIn(post, BAPTISTE, 2));
  await expect(speaksFor.locator("option:checked")).toHaveText("Mission locale");
  await page.getByRole("button", { name: /^Rejoindre/ }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.contrat(SLUG)}$`));
  const { membres } = (await ask(nolwenn, "GET", `/api/contrats/${SLUG}/groupes/${groupe}`)).body as {
    readonly membres: readonly { readonly organisation: { readonly nom: string } | null }[];
  };
  expect(membres.map(({ organisation }) => organisation?.nom)).toEqual(["Mission locale"]);
});

test("a pilote adds somebody of the contrat to the groupe by name", async ({ invited, openAs }) => {
  test.slow();
  const page = await openAs(null);
  await acceptInvitation(page, invited.address);
  await page.getByRole("button", { name: "Ajouter un membre du contrat" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Personne").selectOption({ label: "Nolwenn Kerbrat" });
  await dialog.getByLabel(/^Partenaire/).check();
  await dialog.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("row", { name: /Nolwenn Kerbrat.*Partenaire/ })).toBeVisible();
});

test("a mail that did not arrive waits for the coordination, which sends it again or puts it aside", async ({
  contrat,
  openAsPerson,
}) => {
  test.slow();
  const { nolwenn, groupe } = contrat;
  await inviteTo(groupe, nolwenn, `baptist${NOWHERE}`, "Baptiste Riou");
  const page = await openAsPerson(nolwenn);
  const wait = page.getByRole("link", { name: "Une invitation n’a pas pu être remise" });
  await expect(async () => {
    await page.goto(paths.awaiting);
    await expect(wait).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await wait.click();
  await expect(page).toHaveURL(new RegExp(`${contratPages.invitations(SLUG)}#courriels$`));
  const failed = page.getByRole("region", { name: "Courriels qui ne sont pas arrivés" });
  await expect(failed).toContainText("l’adresse n’existe peut-être plus");
  await expectAccessible(page);
  await failed.getByRole("button", { name: /^Renvoyer/ }).click();
  await expect(failed.locator(".said")).toHaveText("Le courriel est reparti, avec un nouveau lien.");

  // It comes back again: Nolwenn knows, and has seen enough of it.
  await expect(async () => {
    await page.reload();
    await expect(failed).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await failed.getByRole("button", { name: /^Écarter/ }).click();
  await expect(failed.locator(".said")).toHaveText("Le courriel est écarté.");
  await expect(page.getByRole("row", { name: /Baptiste Riou/ })).toContainText("Courriel non remis");
  await page.goto(paths.awaiting);
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(wait).toHaveCount(0);
});
