import type { Locator, Page } from "@playwright/test";
import type { ActesBody, InstructionBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import { ficheRequests } from "../../shared/protocol/fiche-requests.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expectAccessible } from "../harness/accessible.ts";
import { expect, test } from "../harness/browser-test.ts";
import { writeAtTheEnd } from "../harness/gestures.ts";
import { ask } from "../harness/instance.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** Whoever comes from outside, as search engines and old browsers do. */
const WITHOUT_SCRIPTS = { javaScriptEnabled: false };
const LATER = "Les assistantes maternelles en parlent aussi.";

/** The part of the head where one reads what can be done. */
function acts(page: Page): Locator {
  return page.getByRole("region", { name: "Ce que vous pouvez faire" });
}

async function expectNoOverflow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

test("the coordination publishes what the Copil validated, everybody reads it, and it is taken back", async ({
  server,
  openAs,
}) => {
  test.setTimeout(240_000);
  const slug = "cornouaille";
  const fiche = await findFiche(await signIn(server.url, "coordinatrice"), slug, "1.1");
  const coordinatrice = await openAs("coordinatrice");
  const anybody = await openAs(null, WITHOUT_SCRIPTS);
  const address = paths.publicFiche(slug, { ...fiche, numero: "", intitule: "" });

  await test.step("before, nobody outside knows that there is a fiche", async () => {
    expect((await anybody.goto(address))?.status()).toBe(404);
  });

  await test.step("the coordination is shown what becomes public, and publishes it", async () => {
    await coordinatrice.goto(paths.fiche(slug, fiche));
    await acts(coordinatrice).getByRole("button", { name: "Publier la version 2" }).click();
    const dialog = coordinatrice.getByRole("dialog", { name: "Publier la version 2" });
    await expect(dialog.getByText(/Tout le monde pourra la lire, sans compte/)).toBeVisible();
    await expect(dialog.getByText(/C’est gratuit et sans inscription/)).toBeVisible();
    await expect(dialog.getByText(/médiathèques, salles municipales/)).toBeHidden();
    await dialog.getByText("Lire la version 2 en entier").click();
    await expect(dialog.getByText(/médiathèques, salles municipales/)).toBeVisible();
    await expect(dialog.getByText("Le résumé en langage clair est vide.")).toHaveCount(0);
    await expectAccessible(coordinatrice);
    await dialog.getByRole("button", { name: "Publier la version 2" }).click();
    await expect(coordinatrice.locator(".said")).toHaveText(/^La version est publiée/);
    await expect(coordinatrice.getByText(/^Publiée\s: version 2, depuis le /)).toBeVisible();
    await expectAccessible(coordinatrice);
  });

  await test.step("anybody reads it without a script, and nobody's name is on it", async () => {
    const link = coordinatrice.getByRole("link", { name: "lire la page publique" });
    expect(await link.getAttribute("href")).toBe(address);
    expect((await anybody.goto(address))?.status()).toBe(200);
    await expect(anybody.getByRole("heading", { level: 1, name: /^1\.1 Soutenir les parents/ })).toBeVisible();
    await expect(anybody.getByText(/C’est gratuit et sans inscription/)).toBeVisible();
    await expect(anybody.getByText(/Validée par le comité de pilotage/)).toBeVisible();
  });

  await test.step("what is written after is not public, and lists say what is", async () => {
    await writeAtTheEnd(coordinatrice, PLACE_TITLES.resume, LATER);
    await expect(coordinatrice.getByText(/^Modifiée depuis l’approbation du/)).toBeVisible();
    await expect(coordinatrice.getByText(/^Publiée\s: version 2, depuis le /)).toBeVisible();
    await anybody.reload();
    await expect(anybody.getByText(LATER)).toHaveCount(0);
    await coordinatrice.goto(paths.contrat(slug));
    const row = coordinatrice.getByRole("listitem").filter({ hasText: fiche.intitule }).first();
    await expect(row).toContainText(/Publiée\s: version 2/);
  });

  await test.step("a membre of the comité technique reads that it is public, and cannot take it back", async () => {
    const membre = await openAs("cotech-1");
    await membre.goto(paths.contrat(slug));
    await expect(membre.getByRole("listitem").filter({ hasText: fiche.intitule }).first()).toContainText(/Publiée/);
  });

  await test.step("the coordination takes it back with a reason, at 390 px", async () => {
    const phone = await openAs("coordinatrice", PHONE);
    await phone.goto(paths.fiche(slug, fiche));
    await acts(phone).getByRole("button", { name: "Autres gestes" }).click();
    await phone.getByRole("button", { name: "Retirer la version 2 de la publication" }).click();
    const dialog = phone.getByRole("dialog", { name: "Retirer la version 2 de la publication" });
    await expectNoOverflow(phone);
    await expectAccessible(phone);
    await dialog.getByRole("button", { name: "Retirer la version 2 de la publication" }).click();
    await expect(dialog.locator(".problems")).toBeFocused();
    await dialog.getByLabel("Pourquoi la retirer ?").fill("Un lieu est faux.");
    await dialog.getByRole("button", { name: "Retirer la version 2 de la publication" }).click();
    await expect(phone.locator(".said")).toHaveText(/^La fiche n’est plus publiée/);
    await expect(phone.getByText(/^Publiée\s: version/)).toHaveCount(0);
    await expect(acts(phone).getByRole("button", { name: "Publier la version 2" })).toBeVisible();
  });

  await test.step("and its address says so, without a word of it", async () => {
    await expect(async () => {
      expect((await anybody.goto(address))?.status()).toBe(410);
    }).toPass({ timeout: 10_000 });
    await expect(anybody.getByRole("heading", { level: 1, name: "Cette fiche n’est plus publiée" })).toBeVisible();
    await expect(anybody.getByText(/parents/)).toHaveCount(0);
  });
});

test("a version without its summary in plain language is published only for a reason", async ({ server, openAs }) => {
  const slug = "challans-gois-ocean-marais-de-monts";
  const fiche = await findFiche(await signIn(server.url, "coordinatrice"), slug, "3.1");
  const at = ficheRequests.actes(slug, fiche.id);
  const lister = await signIn(server.url, "cotech-3");
  const [version] = ((await ask(lister, "GET", at)).body as ActesBody).versions;
  const shown = { version: version?.numero, empreinte: version?.empreinte };
  const { reserves } = (await ask(lister, "GET", ficheRequests.instruction(slug, fiche.id))).body as InstructionBody;
  // Another test may have lifted it.
  const open = reserves.filter(({ levee }) => levee === null);
  for (const [persona, acte] of [
    ...open.map(({ id }) => ["cotech-3", { acte: "lever_reserve", reserve: id }] as const),
    ["copil", { acte: "valider", date: new Date().toISOString().slice(0, 10) }] as const,
  ]) {
    const answer = await ask(await signIn(server.url, persona), "POST", at, { ...acte, ...shown });
    expect(answer.status, acte.acte).toBe(204);
  }

  const page = await openAs("coordinatrice", PHONE);
  await page.goto(paths.fiche(slug, fiche));
  await acts(page).getByRole("button", { name: "Publier la version 1" }).click();
  const dialog = page.getByRole("dialog", { name: "Publier la version 1" });
  await expect(dialog.getByText("Le résumé en langage clair est vide.")).toBeVisible();
  await expectNoOverflow(page);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Publier la version 1" }).click();
  await expect(dialog.locator(".problems")).toBeFocused();
  await dialog.getByLabel("Pourquoi publier sans résumé ?").fill("Le conseil communautaire l’attend.");
  await dialog.getByRole("button", { name: "Publier la version 1" }).click();
  await expect(page.locator(".said")).toHaveText(/^La version est publiée/);
});

test("on paper, a sentence that announces a list stays with it", async ({ server, openAs }) => {
  const anybody = await openAs(null);
  const plan = await (await fetch(`${server.url}${paths.plan("centre-ouest-bretagne")}`)).text();
  const [, address = ""] = /href="(\/plans\/[^"]+\/fiches\/1-1-[^"]+)"/.exec(plan) ?? [];
  await anybody.goto(address);
  await anybody.emulateMedia({ media: "print" });
  const kept = await anybody.locator(".sheet p").evaluateAll((sentences) =>
    sentences.map((each) => ({
      announces: each.nextElementSibling?.matches("ul, ol") === true,
      stays: getComputedStyle(each).breakAfter === "avoid",
    })),
  );
  expect(kept.filter(({ announces }) => announces).length).toBeGreaterThan(1);
  expect(kept.filter(({ announces, stays }) => announces !== stays)).toEqual([]);
});
