import type { Locator, Page } from "@playwright/test";
import type { Place, TextSection } from "../../shared/editor/sections.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { encodeServerFrame } from "../../shared/protocol/server-frames.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expect, test } from "../harness/browser-test.ts";
import { connectPage, findFiche, signIn } from "../harness/live-client.ts";
import { textOf } from "../harness/raw-page.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";
/** A short fiche, with sections in which nothing is written yet. */
const NUMERO = "4.1";

function place(page: Page, name: Place): Locator {
  return page.getByRole("textbox", { name: PLACE_TITLES[name] });
}

function ficheOf(server: { readonly url: string }): Promise<FicheInList> {
  return signIn(server.url, "pilote").then((person) => findFiche(person, SLUG, NUMERO));
}

async function openFiche(page: Page, server: { readonly url: string }): Promise<void> {
  await page.goto(paths.fiche(SLUG, await ficheOf(server)));
  await expect(place(page, "constats")).toBeVisible();
}

/** Puts the caret in the section with nothing in it. */
async function emptySection(page: Page, name: TextSection): Promise<Locator> {
  const editor = place(page, name);
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect(editor).toHaveText("");
  return editor;
}

/** How many changes the device keeps until the server says that it has them. */
function keptOnDevice(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("coaction");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("non_envoye").objectStore("non_envoye").count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** Each paragraph as « genre+retrait: its text ». */
function read(editor: Locator): Promise<string[]> {
  return editor.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>(":scope > [data-genre]")].map(({ dataset, textContent }) => {
      const { genre, retrait } = dataset;
      return `${genre}${retrait === "0" ? "" : `+${retrait}`}: ${textContent}`;
    }),
  );
}

test("lists, titles and quotations are made by typing, and given back by Backspace or by undoing", async ({
  server,
  openAs,
}) => {
  const page = await openAs("pilote");
  await openFiche(page, server);
  const editor = await emptySection(page, "leviers");
  for (const words of ["# Titre", "Suite", "- un", "deux"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Tab");
  await page.keyboard.type("dedans");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("> dit");
  expect(await read(editor)).toEqual([
    "titre: Titre",
    "texte: Suite",
    "puce: un",
    "puce: deux",
    "puce+1: dedans",
    "citation: dit",
  ]);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1. ");
  expect((await read(editor)).at(-1)).toBe("numero: ");
  await page.keyboard.press("Backspace");
  expect((await read(editor)).at(-1)).toBe("texte: 1. ");
  await page.keyboard.press("Backspace");
  await page.keyboard.type(" ");
  expect((await read(editor)).at(-1)).toBe("numero: ");
  await page.keyboard.press("Control+z");
  expect((await read(editor)).at(-1)).toBe("texte: 1. ");
});

test("French typography comes as one types, and goes with one undoing", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  await openFiche(page, server);
  const editor = await emptySection(page, "leviers");
  await page.keyboard.type('L\'eau : "bien" ! À 14:30, http://a');
  await expect(editor).toHaveText("L’eau\u202f: «\u202fbien\u202f»\u202f! À 14:30, http://a", { useInnerText: false });
  await page.keyboard.type(" d'");
  await page.keyboard.press("Control+z");
  expect((await read(editor)).at(-1)).toMatch(/ d'$/);
});

test("letters are composed, and one line is broken within a paragraph", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  await openFiche(page, server);
  const editor = await emptySection(page, "leviers");
  await page.keyboard.type("e");
  await page.keyboard.insertText("\u0301");
  await page.keyboard.type("te");
  await page.keyboard.insertText("\u0301");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("suite");
  expect(await read(editor)).toEqual(["texte: étésuite"]);
  await expect(editor.locator("br:not([class])")).toHaveCount(1);
});

test("the keyboard is never caught in the text", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  await openFiche(page, server);
  const editor = await emptySection(page, "leviers");
  const section = page.locator("#leviers");
  await page.keyboard.type("mot");
  await page.keyboard.press("Tab");
  await expect(section.getByRole("button", { name: "Titre", exact: true })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const bullets = section.getByRole("button", { name: "Liste à puces" });
  await expect(bullets).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(bullets).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(editor).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await read(editor)).toEqual(["puce+1: mot"]);
  await expect(editor).toBeFocused();
  await expect(section.getByText("Échap, puis Tab")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(bullets).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(place(page, "freins")).toBeFocused();
});

test("a link is made by a form that says what it does not take", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  const other = await openAs("partenaire-2");
  await openFiche(page, server);
  await openFiche(other, server);
  await emptySection(page, "leviers");
  await page.keyboard.type("voir le site");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Lien" });
  await dialog.getByLabel("Adresse").fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("n’est pas reconnue");
  await dialog.getByLabel("Adresse").fill("www.example.org");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(place(page, "leviers")).toBeFocused();
  await page.keyboard.type(" ici");
  const link = place(other, "leviers").getByRole("link", { name: "site", exact: true });
  await expect(link).toHaveAttribute("href", "https://www.example.org");
  await expect(place(other, "leviers")).toContainText("site ici");
});

test("to clear a section is told to the others, even when it is the first thing that one does", async ({
  server,
  openAs,
}) => {
  const [pilote, colleague] = [await openAs("pilote"), await openAs("partenaire-2")];
  await openFiche(pilote, server);
  await emptySection(pilote, "leviers");
  await pilote.keyboard.type("Un seul paragraphe.");
  await openFiche(colleague, server);
  await expect(place(colleague, "leviers")).toHaveText("Un seul paragraphe.");
  await place(colleague, "leviers").focus();
  await colleague.keyboard.press("Control+a");
  await colleague.keyboard.press("Delete");
  await expect(place(pilote, "leviers")).toHaveText("");
  await colleague.keyboard.press("Control+z");
  await expect(place(pilote, "leviers")).toHaveText("Un seul paragraphe.");
});

test("looking at an empty section writes nothing, and two people may begin it at once", async ({ server, openAs }) => {
  const fiche = await ficheOf(server);
  const { page: reader } = await connectPage(await signIn(server.url, "coordinatrice"), SLUG, fiche);
  const empty = (["moyens", "vigilance", "inegalites", "freins"] as const).find(
    (name) => reader.doc.getXmlFragment(name).length === 0,
  );
  if (empty === undefined) throw new Error("the demonstration has no empty section here");
  const [pilote, colleague] = [await openAs("pilote"), await openAs("partenaire-2")];
  for (const page of [pilote, colleague]) {
    await openFiche(page, server);
    await place(page, empty).click();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { level: 1 }).click();
    await place(page, empty).click();
  }
  await pilote.waitForTimeout(1_500);
  expect(reader.doc.getXmlFragment(empty).length).toBe(0);

  await Promise.all([pilote.keyboard.type("Baptiste"), colleague.keyboard.type("Autre")]);
  for (const page of [pilote, colleague]) {
    await expect(place(page, empty)).toContainText("Baptiste");
    await expect(place(page, empty)).toContainText("Autre");
  }
  await reader.until("both words, each once", () => textOf(reader.doc, empty).replace(/\s/g, "").length === 13);
  reader.close();
});

test("two people who begin the same empty paragraph write each letter once", async ({ server, openAs }) => {
  const fiche = await ficheOf(server);
  const { page: reader } = await connectPage(await signIn(server.url, "coordinatrice"), SLUG, fiche);
  const [pilote, colleague] = [await openAs("pilote"), await openAs("partenaire-2")];
  for (const page of [pilote, colleague]) await openFiche(page, server);
  await emptySection(pilote, "leviers");
  await pilote.keyboard.type("début");
  await pilote.keyboard.press("Enter");
  await expect(place(colleague, "leviers").locator("> [data-genre]")).toHaveCount(2);
  await place(colleague, "leviers").click();
  await colleague.keyboard.press("Control+End");
  await Promise.all([
    pilote.keyboard.type("aaaaaaaaaa", { delay: 60 }),
    colleague.keyboard.type("bbbbbbbbbb", { delay: 60 }),
  ]);
  await reader.until("twenty letters", () =>
    /^[^a]*(?:[ab]{20})$/.test(textOf(reader.doc, "leviers").replace(/\s/g, "")),
  );
  for (const page of [pilote, colleague]) {
    const letters = async () => {
      const lines = await read(place(page, "leviers"));
      return lines[1]?.replace("texte: ", "").split("").sort().join("");
    };
    await expect.poll(letters).toBe("aaaaaaaaaabbbbbbbbbb");
  }
  reader.close();
});

test("a letter being composed survives what somebody else types in the same paragraph", async ({ server, openAs }) => {
  const [pilote, colleague] = [await openAs("pilote"), await openAs("partenaire-2")];
  for (const page of [pilote, colleague]) await openFiche(page, server);
  const editor = await emptySection(pilote, "leviers");
  await pilote.keyboard.type("Forêt : ");
  await expect(place(colleague, "leviers")).toContainText("Forêt");
  const input = await pilote.context().newCDPSession(pilote);
  await input.send("Input.imeSetComposition", { text: "ch", selectionStart: 2, selectionEnd: 2 });
  await place(colleague, "leviers").click();
  await colleague.keyboard.press("Home");
  await colleague.keyboard.type("La ");
  await pilote.waitForTimeout(700);
  await input.send("Input.imeSetComposition", { text: "chên", selectionStart: 4, selectionEnd: 4 });
  await input.send("Input.insertText", { text: "chêne" });
  for (const page of [pilote, colleague]) {
    await expect(place(page, "leviers")).toHaveText("La Forêt\u202f: chêne", { useInnerText: false });
  }
  await expect(editor).toBeFocused();
});

test("the intitulé is written by two people on one line, with one history", async ({ server, openAs }) => {
  const [pilote, colleague] = [await openAs("pilote"), await openAs("partenaire-2")];
  for (const page of [pilote, colleague]) await openFiche(page, server);
  const before = await place(pilote, "intitule").inputValue();
  await place(pilote, "intitule").click();
  await pilote.keyboard.press("Control+End");
  await place(colleague, "intitule").click();
  await colleague.keyboard.press("Control+Home");
  await Promise.all([
    pilote.keyboard.type(" ensemble", { delay: 40 }),
    colleague.keyboard.type("Mieux : ", { delay: 40 }),
  ]);
  for (const page of [pilote, colleague]) {
    await expect(place(page, "intitule")).toHaveValue(`Mieux : ${before} ensemble`);
  }
  await pilote.keyboard.press("Enter");
  await pilote.keyboard.press("Control+z");
  for (const page of [pilote, colleague]) await expect(place(page, "intitule")).toHaveValue(`Mieux : ${before}`);
  await colleague.keyboard.press("Control+z");
  for (const page of [pilote, colleague]) await expect(place(page, "intitule")).toHaveValue(before);
});

test("a refused text stays on the screen, can be read, and is there again at the next opening", async ({
  server,
  openAs,
}) => {
  const page = await openAs("pilote");
  await page.routeWebSocket(/\/live\?/, (socket) => {
    const up = socket.connectToServer();
    socket.onMessage((message) => {
      // Our numbered updates begin with 100, then the number, small here.
      if (typeof message === "string" || message[0] !== 100) up.send(message);
      else {
        const refusal = encodeServerFrame({ kind: "refusal", number: message[1] ?? 0, code: "lecture_seule" });
        socket.send(Buffer.from(refusal));
      }
    });
  });
  await openFiche(page, server);
  await place(page, "participation").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("Refusé.");
  await expect(page.getByRole("alert").filter({ hasText: "Copiez votre texte" })).toBeVisible();
  await expect(place(page, "participation")).toContainText("Refusé.");
  await expect(place(page, "participation")).toHaveAttribute("contenteditable", "false");

  await page.reload();
  const left = page.getByRole("region", { name: "Votre texte non envoyé" });
  await expect(left).toContainText("Refusé.");
  // It is not in the text, which can be written again, and nobody sends it.
  await expect(place(page, "participation")).not.toContainText("Refusé.");
  await expect(place(page, "participation")).toHaveAttribute("contenteditable", "true");
  await left.getByRole("button", { name: "Abandonner ce texte" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Abandonner", exact: true }).click();
  await expect(left).toHaveCount(0);
  await page.reload();
  await expect(place(page, "participation")).toHaveAttribute("contenteditable", "true");
  await expect(left).toHaveCount(0);
});

test("what was typed without a server is sent by the next page, once", async ({ server, openAs }) => {
  const first = await openAs("pilote");
  await openFiche(first, server);
  await server.kill9();
  await place(first, "participation").click();
  await first.keyboard.press("Control+End");
  await first.keyboard.type("Gardé.");
  await expect(first.locator(".save-state")).toContainText("modifications en attente");
  // Six letters: closing a page in the very millisecond of its last key is what `beforeunload` asks about.
  await expect.poll(() => keptOnDevice(first)).toBeGreaterThanOrEqual(6);
  const context = first.context();
  await first.close();
  await server.restart();

  const next = await context.newPage();
  await openFiche(next, server);
  await expect(place(next, "participation")).toContainText("Gardé.");
  await expect(next.locator(".save-state")).toHaveText("Enregistré");
  const { page: reader } = await connectPage(await signIn(server.url, "coordinatrice"), SLUG, await ficheOf(server));
  expect(textOf(reader.doc, "participation").split("Gardé.").length).toBe(2);
  reader.close();
});
