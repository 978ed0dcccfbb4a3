import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import * as Y from "yjs";
import type { TextSection } from "../../shared/editor/sections.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expect, test } from "../harness/browser-test.ts";
import { connectPage, findFiche, type SignedIn, signIn } from "../harness/live-client.ts";
import { textOf, typeAtEnd } from "../harness/raw-page.ts";
import { place } from "../harness/writing-screen.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

const notesIn = (page: Page, name: TextSection) =>
  page.getByRole("region", { name: PLACE_TITLES[name] }).getByRole("region", { name: /n’ont plus leur paragraphe/ });

/** One person writes these words in the first paragraph, off line, while the other deletes it. */
async function loseWords(writer: SignedIn, remover: SignedIn, fiche: FicheInList, name: TextSection, words: string) {
  const { page, socket, closed } = await connectPage(writer, SLUG, fiche);
  const root = page.doc.getXmlFragment(name);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Un paragraphe qui disparaît.")]);
  root.insert(0, [paragraph]);
  await page.until("the paragraph to be stored", () => page.acked === page.sent);
  socket.close();
  await closed;

  const { page: other } = await connectPage(remover, SLUG, fiche);
  other.doc.getXmlFragment(name).delete(0, 1);
  await other.until("the deletion to be stored", () => other.acked === other.sent);

  const text = paragraph.get(0);
  if (!(text instanceof Y.XmlText)) throw new Error("no text");
  text.insert("Un paragraphe".length, words);
  const again = await connectPage(writer, SLUG, fiche, page);
  await page.until("the words to be stored", () => page.acked === page.sent);
  return again;
}

test("words whose paragraph is gone are shown in their section, and put back where one writes, or left out", async ({
  server,
  openAs,
}) => {
  const [goulven, baptiste] = [await signIn(server.url, "partenaire"), await signIn(server.url, "pilote")];
  const fiche = await findFiche(goulven, SLUG, "2.1");
  const pilote = await openAs("pilote");
  await pilote.goto(paths.fiche(SLUG, fiche));
  await expect(pilote.locator(".save-state")).toHaveText("Enregistré");

  const { page: raw } = await loseWords(goulven, baptiste, fiche, "leviers", " remis à sa place");
  const notes = notesIn(pilote, "leviers");
  await expect(notes).toContainText("Ces mots, écrits par Goulven Morvan, n’ont plus leur paragraphe");
  await expect(notes.locator("mark")).toHaveText(/remis à sa place/);
  await expect(pilote.locator("[aria-live]")).toContainText(
    "Des mots écrits par Goulven Morvan n’ont plus leur paragraphe",
  );

  expect((await new AxeBuilder({ page: pilote }).analyze()).violations).toEqual([]);

  // Behind the first paragraph, where the caret is.
  await place(pilote, "leviers").locator("> *").first().click();
  await notes.getByRole("button", { name: "Remettre ici" }).click();
  await expect(notes).toHaveCount(0);
  await expect(place(pilote, "leviers").locator("> *").nth(1)).toContainText("remis à sa place");
  await expect(pilote.locator("#leviers-titre")).toBeFocused();
  await raw.until("the words", () => textOf(raw.doc, "leviers").includes("remis à sa place"));

  await loseWords(goulven, baptiste, fiche, "freins", " laissé de côté");
  const others = notesIn(pilote, "freins");
  // By the keyboard alone.
  await others.getByRole("button", { name: "Écarter" }).focus();
  await pilote.keyboard.press("Enter");
  await expect(others).toHaveCount(0);
  await expect(place(pilote, "freins")).not.toContainText("laissé de côté");
});

test("hundreds of words set aside leave the text at hand", async ({ server, openAs }) => {
  const [goulven, baptiste] = [await signIn(server.url, "partenaire"), await signIn(server.url, "pilote")];
  const fiche = await findFiche(goulven, SLUG, "2.1");
  const { page: writer, socket, closed } = await connectPage(goulven, SLUG, fiche);
  const paragraphs = Array.from({ length: 200 }, (_, index) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(`Paragraphe ${index}.`)]);
    return paragraph;
  });
  writer.doc.getXmlFragment("vigilance").insert(0, paragraphs);
  await writer.until("the paragraphs to be stored", () => writer.acked === writer.sent);
  socket.close();
  await closed;
  const { page: remover } = await connectPage(baptiste, SLUG, fiche);
  remover.doc.getXmlFragment("vigilance").delete(0, 200);
  await remover.until("the deletion to be stored", () => remover.acked === remover.sent);
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = paragraph.get(0);
    if (text instanceof Y.XmlText) text.insert(0, `mots ${index} `);
    // Letters in between, so that each is a passage of its own.
    typeAtEnd(writer.doc, "resume", ".");
  }
  await connectPage(goulven, SLUG, fiche, writer);
  await writer.until("the words to be stored", () => writer.acked === writer.sent);

  const pilote = await openAs("pilote");
  await pilote.goto(paths.fiche(SLUG, fiche));
  const notes = notesIn(pilote, "vigilance");
  await expect(notes.getByRole("listitem")).toHaveCount(3);
  await notes.getByRole("button", { name: /^Montrer 47 autres passages/ }).click();
  await expect(notes).toContainText("Il reste 150 autres passages");
  await expect(notes.getByRole("listitem")).toHaveCount(23);
  await expect(notes.getByRole("listitem").nth(3)).toBeFocused();
  await notes.getByRole("listitem").nth(3).getByRole("button", { name: "Écarter" }).click();
  await expect(notes).toContainText("Il reste 149 autres passages");
  await expect(notes.getByRole("button", { name: /^Montrer 27 autres passages/ })).toBeVisible();
  // The next one; one more came before it.
  await expect(notes.getByRole("listitem").nth(4)).toBeFocused();
});
