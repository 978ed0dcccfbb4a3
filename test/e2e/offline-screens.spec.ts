import { contratPages } from "../../shared/protocol/contrat-paths.ts";
import { adminPages } from "../../shared/protocol/instance-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { expect, test } from "../harness/browser-test.ts";
import { hasKeptPages, readDevice } from "../harness/device.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

/** What says that the network is gone, on whatever page. */
const OFFLINE = /hors ligne|Le serveur ne répond pas/;

test("without the network, every address of the site opens a page that says so and what can be done", async ({
  server,
  openAs,
}) => {
  test.slow();
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote");
  await page.goto(paths.awaiting);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto(paths.contrat(SLUG));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto(contratPages.groupes(SLUG));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => hasKeptPages(page)).toBe(true);
  await expect.poll(async () => (await readDevice(page))["reponse"]?.length ?? 0).toBeGreaterThan(1);
  await page.context().setOffline(true);

  await test.step("what was kept is shown: « Ce qui m'attend », and the contrat's own page", async () => {
    await page.goto(paths.awaiting);
    await expect(page.getByRole("alert")).toContainText("voici ce qui était connu la dernière fois qu’il a répondu");
    await expect(page.getByRole("link", { name: /Challans/ }).first()).toBeVisible();
    await page.goto(paths.contrat(SLUG));
    await expect(page.getByRole("alert")).toContainText("voici ce qui était connu la dernière fois qu’il a répondu");
    await expect(page.getByText(fiche.intitule).first()).toBeVisible();
  });

  const contratScreens = [
    ...[contratPages.groupes(SLUG), contratPages.membres(SLUG), contratPages.invitations(SLUG)],
    ...[contratPages.organisations(SLUG), contratPages.instances(SLUG), contratPages.plan(SLUG)],
    ...[contratPages.identite(SLUG), contratPages.journal(SLUG), contratPages.corbeille(SLUG)],
  ];
  for (const path of [
    ...contratScreens,
    ...[paths.account, paths.administration, adminPages.health, paths.signIn, paths.signInByMail],
    ...[`${paths.invitation(SLUG)}#jeton`, paths.contrat("jamais-ouvert"), paths.fiche("jamais-ouvert", fiche)],
    ...[paths.lecture(SLUG, fiche), paths.home, paths.privacy],
  ]) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText(OFFLINE).first()).toBeVisible();
      await expect(
        page.getByRole("main").getByRole("button").or(page.getByRole("main").getByRole("link")).first(),
      ).toBeVisible();
    });
  }

  await test.step("the reading view leads to the text that the device has, and comes when the network does", async () => {
    await page.goto(paths.lecture(SLUG, fiche));
    await expect(page.getByRole("link", { name: "Ouvrir la fiche en Rédaction" })).toHaveAttribute(
      "href",
      paths.fiche(SLUG, fiche),
    );
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(page.getByText("Document de travail").first()).toBeVisible();
  });
});
