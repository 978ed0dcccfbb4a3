import { expect, test } from "../harness/browser-test.ts";
import { connectPage, signIn } from "../harness/live-client.ts";
import { textOf } from "../harness/raw-page.ts";
import { emptySection, ficheOf, openFiche, place, read, SLUG } from "../harness/writing-screen.ts";

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
  const { page: reader } = await connectPage(await signIn(server.url, "coordinatrice"), SLUG, await ficheOf(server));
  const [pilote, colleague] = [await openAs("pilote"), await openAs("partenaire-2")];
  for (const page of [pilote, colleague]) await openFiche(page, server);
  const editor = await emptySection(pilote, "leviers");
  await pilote.keyboard.type("Forêt : ");
  await expect(place(colleague, "leviers")).toContainText("Forêt");
  const input = await pilote.context().newCDPSession(pilote);
  await input.send("Input.imeSetComposition", { text: "ch", selectionStart: 2, selectionEnd: 2 });
  await expect(place(colleague, "leviers")).toContainText("ch");
  await place(colleague, "leviers").click();
  // A click and a key within one millisecond are no person's: the page had the caret when it told the others.
  await expect(pilote.getByRole("link", { name: /Leviers.*Leïla Benali écrit ici/ })).toBeVisible();
  await colleague.keyboard.press("Home");
  await colleague.keyboard.type("La ");
  // What the server told one it told all: the pilote's page has it, and does not show it yet.
  await reader.until("the colleague's letters", () => textOf(reader.doc, "leviers").includes("La Forêt"));
  await input.send("Input.imeSetComposition", { text: "chên", selectionStart: 4, selectionEnd: 4 });
  await input.send("Input.insertText", { text: "chêne" });
  for (const page of [pilote, colleague]) {
    await expect(place(page, "leviers")).toHaveText("La Forêt\u202f: chêne", { useInnerText: false });
  }
  await expect(editor).toBeFocused();
  reader.close();
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
