import type { Locator, Page } from "@playwright/test";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expect, test } from "../harness/browser-test.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

/** What a clipboard holds, as each program writes it. */
const FROM = {
  word: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head>
<body lang=FR><!--StartFragment--><h1>Constats<o:p></o:p></h1><h2 style='mso-margin-top-alt:auto'>Le territoire</h2>
<p class=MsoNormal>Un <b style='mso-bidi-font-weight:normal'>territoire</b> <i>rural</i>&nbsp;: <span style='font-weight:bold'>34</span> communes.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>premier</p>
<p class=MsoListParagraphCxSpLast style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>dedans</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>un</p>
<p class=MsoQuote>Une phrase dite.</p>
<p class=MsoNormal>&nbsp;</p><p class=MsoNormal style='display:none'>caché</p><!--EndFragment--></body></html>`,
  googleDocs: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr" style="line-height:1.38"><span style="font-weight:400">Titre</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:400;white-space:pre-wrap;">Normal </span><span style="font-weight:700;white-space:pre-wrap;">gras</span><span style="font-style:italic;white-space:pre-wrap;"> penché</span></p>
<ol><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>un</span></p></li><ol><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>dedans</span></p></li></ol><li dir="ltr" aria-level="1"><p role="presentation"><span>deux</span></p></li></ol></b><br class="Apple-interchange-newline">`,
  libreOffice: `<!DOCTYPE HTML><html><head><style type="text/css">p { line-height: 115% }</style></head><body lang="fr-FR"><p style="line-height: 100%"><font face="Liberation Serif, serif">Un <b>mot</b></font></p><ul><li><p style="margin-bottom: 0cm">a</p></li><ul><li><p>b</p></li></ul></ul></body></html>`,
  web: `<div><p>Voir <a href="https://example.org/page" onclick="alert(1)">la page</a>, <a href="javascript:alert(1)">pas celle-ci</a><img src="x" alt="image"></p><p>Ligne<br>suivante</p>Un<br><br>Deux<blockquote><p>Cité</p></blockquote><script>alert(1)</script><p style="color:red" onmouseover="alert(1)">e&#769;te&#769;</p></div>`,
  table: `<table border=1><tr><th>Financeur</th><th>Montant</th></tr><tr><td>ARS</td><td><p>12&nbsp;000&nbsp;€</p></td></tr><tr><td>Région</td><td></td></tr></table>`,
} as const;

async function openSection(page: Page, server: { readonly url: string }): Promise<Locator> {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "4.1");
  await page.goto(paths.fiche(SLUG, fiche));
  const editor = page.getByRole("textbox", { name: PLACE_TITLES.vigilance });
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  // What is left of a list.
  await page.keyboard.press("Backspace");
  await expect(editor).toHaveText("");
  return editor;
}

function paste(editor: Locator, data: Record<string, string>): Promise<void> {
  return editor.evaluate((element, types) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

/** Each paragraph as « genre+retrait: its HTML ». */
function read(editor: Locator): Promise<string[]> {
  return editor.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>(":scope > [data-genre]")].map((shown) => {
      const block = shown.cloneNode(true) as HTMLElement;
      for (const helper of block.querySelectorAll(
        ".ProseMirror-trailingBreak, .ProseMirror-separator, .remote-caret",
      )) {
        helper.remove();
      }
      const { genre, retrait } = block.dataset;
      return `${genre}${retrait === "0" ? "" : `+${retrait}`}: ${block.innerHTML}`;
    }),
  );
}

/** What reads the clipboard may still be on its way. */
async function expectText(editor: Locator, paragraphs: readonly string[]): Promise<void> {
  await expect.poll(() => read(editor)).toEqual(paragraphs);
}

test("what is pasted from Word keeps its titles, lists, bold and italic, and nothing else", async ({
  server,
  openAs,
}) => {
  const page = await openAs("pilote");
  const editor = await openSection(page, server);
  await paste(editor, { "text/html": FROM.word, "text/plain": "…" });
  await expectText(editor, [
    "titre: Constats",
    "sous_titre: Le territoire",
    "texte: Un <strong>territoire</strong> <em>rural</em>\u202f: <strong>34</strong> communes.",
    "puce: premier",
    "puce+1: dedans",
    "numero: un",
    "citation: Une phrase dite.",
  ]);
});

test("what is pasted from Google Docs is not all bold, and its nested lists stay nested", async ({
  server,
  openAs,
}) => {
  const page = await openAs("pilote");
  const editor = await openSection(page, server);
  await paste(editor, { "text/html": FROM.googleDocs });
  await expectText(editor, [
    "titre: Titre",
    "texte: Normal <strong>gras</strong><em> penché</em>",
    "numero: un",
    "numero+1: dedans",
    "numero: deux",
  ]);
});

test("what is pasted from LibreOffice keeps its list", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  const editor = await openSection(page, server);
  await paste(editor, { "text/html": FROM.libreOffice });
  await expectText(editor, ["texte: Un <strong>mot</strong>", "puce: a", "puce+1: b"]);
});

test("what is pasted from a web page keeps allowed links only, and runs nothing", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  const editor = await openSection(page, server);
  page.on("dialog", () => {
    throw new Error("a pasted script ran");
  });
  await paste(editor, { "text/html": FROM.web });
  await expectText(editor, [
    'texte: Voir <a href="https://example.org/page" rel="noopener noreferrer" class="lien">la page</a>, pas celle-ci',
    "texte: Ligne<br>suivante",
    "texte: Un",
    "texte: Deux",
    "citation: Cité",
    "texte: été",
  ]);
});

test("a table becomes one paragraph per row", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  const editor = await openSection(page, server);
  await paste(editor, { "text/html": FROM.table });
  await expectText(editor, ["texte: Financeur ; Montant", "texte: ARS ; 12&nbsp;000&nbsp;€", "texte: Région"]);
});

test("a few words go into the sentence that is there", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  const editor = await openSection(page, server);
  await page.keyboard.type("- un mot");
  await page.keyboard.press("Control+ArrowLeft");
  await paste(editor, { "text/html": "<span>petit </span><b>grand</b>" });
  // What reads a clipboard may still be on its way.
  await expect(editor).toContainText("petit grand");
  await page.keyboard.type(" ");
  await expectText(editor, ["puce: un petit <strong>grand </strong>mot"]);
});

test("a section of plain sentences takes the words of a list, not the list", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  await openSection(page, server);
  const resume = page.getByRole("textbox", { name: PLACE_TITLES.resume });
  await resume.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await paste(resume, { "text/html": "<h2>Titre</h2><ul><li>un</li><li>deux</li></ul>" });
  await expectText(resume, ["texte: Titre", "texte: un", "texte: deux"]);
});

test("what is copied here is the same when pasted here, and real lists elsewhere", async ({ server, openAs }) => {
  const page = await openAs("pilote");
  const editor = await openSection(page, server);
  await paste(editor, { "text/html": FROM.word });
  await expect(editor).toContainText("premier");
  const before = await read(editor);
  const copied = await editor.evaluate((element) => {
    const clipboardData = new DataTransfer();
    getSelection()?.selectAllChildren(element);
    return new Promise<{ html: string; text: string }>((resolve) =>
      setTimeout(() => {
        element.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
        resolve({ html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") });
      }, 100),
    );
  });
  expect(copied.html).toMatch(/<h3.*<ul><li>.*premier.*<ul><li>.*dedans.*<\/li><\/ul><\/li><\/ul><ol><li>/);
  expect(copied.text).toContain("- premier\n  - dedans\n1. un\n");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Backspace");
  await paste(editor, { "text/html": copied.html, "text/plain": copied.text });
  await expectText(editor, before);
});
