import type { Page } from "@playwright/test";
import type { TextSection } from "../../shared/editor/sections.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { expect, test } from "../harness/browser-test.ts";
import { connectPage, findFiche, signIn } from "../harness/live-client.ts";
import { type RawPage, textOf, typeAtEnd } from "../harness/raw-page.ts";
import { place } from "../harness/writing-screen.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

async function typeAtEndOf(page: Page, name: TextSection, words: string): Promise<void> {
  await place(page, name).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

test("two people write in the same section and in different ones, and see each other's letters and names", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const pilote = await openAs("pilote");
  const partenaire = await openAs("partenaire");
  for (const page of [pilote, partenaire]) await page.goto(paths.fiche(SLUG, fiche));

  await typeAtEndOf(pilote, "freins", " Une phrase de Baptiste.");
  await expect(place(partenaire, "freins")).toContainText("Une phrase de Baptiste.");
  await typeAtEndOf(partenaire, "leviers", " Une autre de Goulven.");
  await expect(place(pilote, "leviers")).toContainText("Une autre de Goulven.");

  await typeAtEndOf(partenaire, "freins", " Et dans la même section.");
  await expect(place(pilote, "freins")).toContainText("Une phrase de Baptiste. Et dans la même section.");
  await expect(place(pilote, "freins").locator(".remote-caret[data-name='Goulven Morvan']")).toHaveCount(1);
  await expect(place(partenaire, "freins").locator(".remote-caret[data-name='Baptiste Riou']")).toHaveCount(1);
  await expect(pilote.getByRole("button", { name: "Goulven Morvan est ici" })).toBeVisible();
  for (const page of [pilote, partenaire]) await expect(page.locator(".save-state")).toHaveText("Enregistré");

  await partenaire.close();
  await expect(place(pilote, "freins").locator(".remote-caret")).toHaveCount(0);
  await expect(pilote.getByRole("button", { name: "Goulven Morvan est ici" })).toHaveCount(0);
});

test("twenty people on raw sockets and two in browsers write at once, and all end with the same text", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const personas = ["partenaire", "pilote-2", "habitant-2", "coordinatrice", "pilote"];
  const people = await Promise.all(personas.map((persona) => signIn(server.url, persona)));
  const browsers = [await openAs("pilote"), await openAs("partenaire")] as const;
  for (const page of browsers) await page.goto(paths.fiche(SLUG, fiche));
  for (const page of browsers) await expect(place(page, "moyens")).toBeVisible();

  const raw: RawPage[] = [];
  for (let i = 0; i < 20; i++) {
    const person = people[i % people.length];
    if (person !== undefined) raw.push((await connectPage(person, SLUG, fiche)).page);
  }
  const writing = (async () => {
    for (let round = 0; round < 40; round++) {
      for (const [index, page] of raw.entries())
        typeAtEnd(page.doc, index % 2 === 0 ? "moyens" : "vigilance", `${index % 10}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await Promise.all([typeAtEndOf(browsers[0], "moyens", "navigateur"), typeAtEndOf(browsers[1], "vigilance", "mot")]);
  await writing;

  const [first] = raw;
  if (first === undefined) throw new Error("nobody wrote");
  for (const page of raw) await page.until("its acknowledgements", () => page.acked === page.sent);
  for (const page of browsers) await expect(page.locator(".save-state")).toHaveText("Enregistré");
  for (const name of ["moyens", "vigilance"] as const) {
    // Twenty writers, half of them in each section, forty letters each.
    const digits = () => textOf(first.doc, name).replace(/\D/g, "").length;
    await first.until("everybody's letters", () => digits() >= 400);
    for (const page of raw) await page.until("the same text", () => textOf(page.doc, name) === textOf(first.doc, name));
    for (const page of browsers) {
      await expect.poll(async () => plain(await place(page, name).innerText())).toBe(plain(textOf(first.doc, name)));
    }
  }
});

test("one history for the whole sheet undoes one's own changes and nobody else's", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "4.1");
  const pilote = await openAs("pilote");
  const colleague = await openAs("partenaire-2");
  for (const page of [pilote, colleague]) await page.goto(paths.fiche(SLUG, fiche));
  await typeAtEndOf(pilote, "freins", "Premier.");
  // Longer than what one gesture of undoing gathers.
  await pilote.waitForTimeout(700);
  await typeAtEndOf(pilote, "leviers", "Second.");
  await expect(place(colleague, "leviers")).toContainText("Second.");
  await typeAtEndOf(colleague, "leviers", " Du collègue.");
  await expect(place(pilote, "leviers")).toContainText("Du collègue.");

  await pilote.keyboard.press("Control+z");
  await expect(place(pilote, "leviers")).not.toContainText("Second.");
  await expect(place(pilote, "leviers")).toContainText("Du collègue.");
  await pilote.keyboard.press("Control+z");
  await expect(place(pilote, "freins")).not.toContainText("Premier.");
  await pilote.keyboard.press("Control+Shift+z");
  await expect(place(colleague, "freins")).toContainText("Premier.");
});

test("what is typed without a network is counted, kept, and arrives once", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const pilote = await openAs("pilote");
  await pilote.goto(paths.fiche(SLUG, fiche));
  await place(pilote, "participation").click();
  await pilote.context().setOffline(true);
  await server.kill9();
  await typeAtEndOf(pilote, "participation", " Hors ligne.");
  await expect(pilote.locator(".save-state")).toHaveText(/Hors ligne.*modifications? en attente/);
  await pilote.context().setOffline(false);
  await server.restart();
  await expect(pilote.locator(".save-state")).toHaveText("Enregistré", { timeout: 45_000 });

  const { page: fresh } = await connectPage(await signIn(server.url, "partenaire"), SLUG, fiche);
  expect(textOf(fresh.doc, "participation").split("Hors ligne.").length).toBe(2);
});

test("somebody who may only read is told why, and can type nothing", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "habitante"), "pays-de-redon", "1.1");
  const habitante = await openAs("habitante");
  await habitante.goto(paths.fiche("pays-de-redon", fiche));
  await expect(habitante.getByText("Vous lisez cette fiche.")).toBeVisible();
  await expect(place(habitante, "constats")).toHaveAttribute("contenteditable", "false");
});

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
