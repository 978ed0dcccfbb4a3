import type { Page } from "@playwright/test";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { historyPages } from "../../shared/protocol/history-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { FICHE_ACT_REFUSAL_LABELS as WHY } from "../../web/labels/actes.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expectAccessible, expectReadableLines } from "../harness/accessible.ts";
import { expect, test } from "../harness/browser-test.ts";
import { hold } from "../harness/held-requests.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

// In the demonstration this fiche was written by several people, submitted twice, and is examined.
const CHALLANS = "challans-gois-ocean-marais-de-monts";
const REDON = "pays-de-redon";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const version = (numero: number) => ({ kind: "version" as const, numero });

/** What the live regions hold that a screen reader can reach: what is behind a window is not. */
async function heard(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const wordsOf = (id: string): string => {
    const node = byId.get(id);
    if (node === undefined) return "";
    if (node.role?.value === "StaticText") return String(node.name?.value ?? "");
    return (node.childIds ?? []).map(wordsOf).join("");
  };
  const regions = nodes.filter(({ role, ignored }) => role?.value === "status" && !ignored);
  return regions.map(({ nodeId }) => wordsOf(nodeId)).join(" | ");
}

test("what happens in a window is heard in it, and what an act did is heard once the window is gone", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "coordinatrice"), CHALLANS, "2.1");
  const page = await openAs("coordinatrice", { serviceWorkers: "block", permissions: ["clipboard-write"] });

  await page.goto(historyPages.moment(CHALLANS, fiche, version(2)));
  const leviers = page.getByRole("region", { name: PLACE_TITLES.leviers });
  const asked = await hold(page, "**/auteurs**");
  await leviers.getByRole("button", { name: /^Qui a écrit ceci/u }).click();
  await expect.poll(() => heard(page)).toBe("Recherche des auteurs…");
  await (await asked()).continue();
  await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  // Nothing is being looked for any more.
  await expect.poll(() => heard(page)).toBe("");
  await page.keyboard.press("Escape");

  const restoring = await hold(page, "**/restauration");
  await leviers.getByRole("button", { name: /^Restaurer cette section/u }).click();
  const question = page.getByRole("dialog");
  await expect(question.getByRole("button", { name: "Annuler" })).toBeFocused();
  await expect(question).toHaveAccessibleDescription(/La section reprendra les mots d’alors\..*rien n’est perdu/u);
  await question.getByRole("button", { name: "Restaurer", exact: true }).click();
  await expect.poll(() => heard(page)).toBe("Restauration…");
  await (await restoring()).continue();
  await expect.poll(() => heard(page)).toMatch(/^(C’est restauré|Rien à restaurer)/u);
  await expect(leviers.getByRole("button", { name: /^Restaurer cette section/u })).toBeFocused();

  await page.goto(fichePages.historique(CHALLANS, fiche));
  await page.getByRole("button", { name: "Masquer un passage…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toHaveAccessibleDescription(/pour tout le monde et pour toujours/u);
  await dialog.getByLabel("Où les masquer").selectOption({ label: PLACE_TITLES.vigilance });
  await dialog.getByLabel(/^Les mots à masquer/u).fill("avant chaque cycle");
  await dialog.getByRole("button", { name: "Voir ce qui serait masqué" }).click();
  await dialog.getByRole("button", { name: "Masquer pour toujours" }).click();
  await dialog.getByRole("button", { name: "Copier la clé" }).click();
  await expect.poll(() => heard(page)).toBe("La clé est copiée.");
  await page.keyboard.press("Escape");
  // What was said in a window is not said again behind it.
  await expect(dialog).toHaveCount(0);
  expect(await heard(page)).toBe("");
});

test("who reads on a phone hears what is written as written, and asks who wrote what they choose", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "habitante"), REDON, "1.1");
  const page = await openAs("habitante", PHONE);
  await page.goto(paths.fiche(REDON, fiche));
  const freins = page.getByRole("textbox", { name: PLACE_TITLES.freins });
  await expect(freins).toContainText("petites communes");
  await expect(freins).toHaveAccessibleDescription("");

  const button = page.getByRole("button", { name: "Qui a écrit ceci ?" });
  const choose = () =>
    freins.evaluate((text) => {
      const words = text.querySelector("p")?.firstChild;
      if (words === null || words === undefined) throw new Error("nothing is written");
      document.getSelection()?.setBaseAndExtent(words, 0, words, 12);
    });
  // What answers is brought behind the text.
  await expect(async () => {
    await choose();
    await expect(button).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
  await choose();
  await button.tap();
  await expect(page.getByRole("dialog", { name: "Qui a écrit ceci ?" })).toContainText(/Écrit par /u);
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await expect(button).toHaveCount(0);
});

test("no press in Instruction leaves the keyboard nowhere, and nobody is asked for what cannot be", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-1"), REDON, "1.2");
  const page = await openAs("cotech-1", { viewport: { width: 320, height: 568 }, hasTouch: true });
  await page.goto(fichePages.instruction(REDON, fiche));

  await test.step("the last réserve goes, as the sentence said", async () => {
    const freins = page.getByRole("region", { name: PLACE_TITLES.vigilance });
    await freins.getByRole("button", { name: /Faire une réserve ici/u }).tap();
    const abstention = page.getByRole("radio", { name: "Abstention" });
    await abstention.check();
    await page.getByRole("button", { name: /^Donner une abstention/u }).tap();
    await page.getByRole("link", { name: /^Les réserves vont avec un avis favorable avec réserves/u }).tap();
    const drafts = page.getByRole("region", { name: "Vos réserves" });
    await expect(drafts).toBeFocused();
    await expect(drafts).toHaveAccessibleDescription(/^Les réserves vont avec/u);
    await page.getByRole("button", { name: /^Retirer cette réserve/u }).tap();
    await expect(abstention).toBeFocused();
    await page.getByRole("button", { name: /^Donner une abstention/u }).focus();
    await page.getByRole("radio", { name: "Favorable", exact: true }).check();
  });

  await test.step("without a quorum no decision is asked for: the reason is, and it leads somewhere", async () => {
    await page.getByText("Décision du comité technique").click();
    const panel = page.locator("#decision");
    for (const name of await panel.getByRole("checkbox").all()) await name.uncheck();
    await panel.getByRole("button", { name: /^Relever la décision/u }).tap();
    await panel.getByRole("link", { name: WHY.quorum_non_atteint }).tap();
    const outcomes = panel.getByRole("group", { name: "Décision" });
    await expect(outcomes).toBeFocused();
    await expect(outcomes).toHaveAccessibleDescription(WHY.quorum_non_atteint);
    for (const name of await panel.getByRole("checkbox").all()) await name.check();
    await panel.getByRole("button", { name: /^Relever la décision/u }).tap();
    await panel.getByRole("link", { name: "Choisissez la décision." }).tap();
    await expect(panel.locator("input[type=radio]:focus")).toBeEnabled();
  });
});

test("a réserve that was lifted is lifted on the whole page, though the answer about what stands is lost", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-3"), CHALLANS, "3.1");
  const page = await openAs("cotech-3", { ...PHONE, serviceWorkers: "block" });
  await page.goto(fichePages.instruction(CHALLANS, fiche));
  const lift = page.getByRole("button", { name: "Lever ma réserve" });
  await expect(lift).toBeVisible();
  await page.route("**/instruction", (route) => route.abort());
  await lift.tap();
  await expect(page.locator(".said")).toHaveText("Votre réserve est levée.");
  await expect(page.getByRole("alert")).toContainText("la dernière fois qu’il a répondu");
  await expect(lift).toHaveCount(0);
  await expect(page.locator("#reserves")).toContainText(/Levée le .*, devant la version 1/u);
});

test("a file of the page that is lost once is asked for again, and a style with it", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-2"), REDON, "1.2");
  const page = await openAs("cotech-2", { ...PHONE, serviceWorkers: "block" });
  await page.goto(paths.awaiting);
  const link = page.getByRole("link", { name: /Donner votre avis sur « 1\.2/u });
  await expect(link).toBeVisible();
  await page.waitForLoadState("networkidle");
  const lost = new Set<string>();
  await page.route("**/assets/**", (route) => {
    const url = route.request().url();
    const isFirst = !lost.has(url);
    lost.add(url);
    return isFirst ? route.abort() : route.continue();
  });
  await link.tap();
  await expect(page).toHaveURL(new RegExp(`${fiche.id.slice(0, 8)}/instruction`, "u"));
  await expect(page.getByRole("radio", { name: "Favorable", exact: true })).toBeVisible({ timeout: 20_000 });
  expect([...lost].some((url) => url.endsWith(".css"))).toBe(true);
  // As its style says.
  await expect(page.locator(".avis-choices")).toHaveCSS("display", "grid");
});

test("with the colours of the system, a paragraph that did not change is not marked as one that did", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), CHALLANS, "2.1");
  const page = await openAs("pilote", { forcedColors: "active" });
  await page.goto(historyPages.comparaison(CHALLANS, fiche, version(1), version(2)));
  const colours = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((blocks) => [...new Set(blocks.map((block) => getComputedStyle(block).borderInlineStartColor))]);
  await expect(page.locator(".compared-block.touched").first()).toBeVisible();
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await colours(".compared-block:not(.touched)")).toEqual([canvas]);
  expect(await colours(".compared-block.touched")).not.toContain(canvas);
});

test("no line of these screens is longer than one reads with ease", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), CHALLANS, "2.1");
  const decided = await findFiche(await signIn(server.url, "copil"), CHALLANS, "1.1");
  for (const [persona, path] of [
    ["pilote", fichePages.historique(CHALLANS, fiche)],
    ["pilote", historyPages.journal(CHALLANS, fiche)],
    ["pilote", historyPages.comparaison(CHALLANS, fiche, version(1), version(2))],
    ["pilote", fichePages.instruction(CHALLANS, fiche)],
    ["copil", fichePages.instruction(CHALLANS, decided)],
    ["cotech-1", paths.awaiting],
  ] as const) {
    const page = await openAs(persona);
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await expectReadableLines(page);
  }
});
