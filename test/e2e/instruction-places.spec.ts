import { expect } from "@playwright/test";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { test } from "../harness/browser-test.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const CHALLANS = "challans-gois-ocean-marais-de-monts";
const REASON = "Le calendrier reste flou, surtout en été.";

test("from change to change by the keyboard: each is announced, and no field loses its keys", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-1"), CHALLANS, "2.1");
  const president = await openAs("cotech-1");
  await president.goto(fichePages.instruction(CHALLANS, fiche));
  await expect(president.getByRole("region", { name: "Aller d’un changement à l’autre" })).toBeVisible();
  const voice = president.locator("[aria-live=polite]").first();
  // From wherever one is: the link of the breadcrumb here.
  await president.getByRole("navigation", { name: "Fil d’Ariane" }).getByRole("link").first().focus();
  await president.keyboard.press("Alt+ArrowDown");
  await expect(voice).toHaveText(
    /^Changement 1 sur 3\s: Dans «\sDescription de l’action\s», Thierry Chauvin a remplacé/u,
  );
  await expect(president.locator("del:focus")).toContainText("personne ne remplit de formulaire");
  await president.keyboard.press("Alt+ArrowUp");
  await expect(voice).toHaveText(/^Changement 3 sur 3/u);

  await president.getByText("Changer mon avis").click();
  const reason = president.getByRole("textbox", { name: "Raison" }).first();
  await president.getByRole("radio", { name: /^Défavorable/ }).check();
  await reason.fill(REASON);
  await president.keyboard.press("Alt+ArrowDown");
  await expect(reason).toBeFocused();
  await president.keyboard.press("?");
  await expect(reason).toHaveValue(`${REASON}?`);
});

test("the address of a part leads to it, after signing in too, and stays there as the text comes above it", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-2"), "pays-de-redon", "1.2");
  const address = `${fichePages.instruction("pays-de-redon", fiche)}#avis`;
  const membre = await openAs(null, { viewport: { width: 390, height: 844 } });
  await membre.goto(address);
  await expect(membre).toHaveURL(/\/connexion\?retour=/);
  expect(new URL(membre.url()).searchParams.get("retour")).toBe(address);
  await membre.context().request.post(apiPaths.demoSession, { data: { persona: "cotech-2" } });

  let textComes = () => {};
  await membre.route("**/moments/*", async (route) => {
    await new Promise<void>((come) => {
      textComes = come;
    });
    await route.continue();
  });
  await membre.goto(address);
  const avis = membre.locator("#avis");
  await expect(avis).toBeFocused();
  textComes();
  await expect(membre.locator(".examined").getByRole("article").first()).toBeVisible();
  await expect(avis).toBeFocused();
  const top = async () => Math.round((await avis.boundingBox())?.y ?? -1);
  await expect.poll(top).toBeLessThan(200);
  expect(await top()).toBeGreaterThanOrEqual(0);
  // Who reads somewhere else by then is not led back.
  await membre.mouse.wheel(0, -3_000);
  await membre.evaluate(() => document.querySelector("header")?.style.setProperty("padding-block-end", "300px"));
  await expect(avis).not.toBeInViewport();
});
