import { expect, test } from "../harness/browser-test.ts";
import { emptySection, openFiche, place, read } from "../harness/writing-screen.ts";

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
