import { type Genre, isGenre, isRetrait, type Retrait } from "../../../shared/editor/genres.ts";
import { isAllowedLink } from "../../../shared/editor/links.ts";
import { type Block, cleanText, type Run, splitAtDoubleBreaks } from "./blocks.ts";
import { styleOf } from "./element-style.ts";
import { isDataTable, rowsOf } from "./tables.ts";
import { wordGenre, wordListItem } from "./word.ts";

const SKIPPED =
  /^(?:head|style|script|noscript|template|title|meta|link|img|picture|svg|video|audio|object|iframe|canvas|hr|button|input|select|textarea|del)$/;
const BLOCKS =
  /^(?:address|article|aside|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hgroup|html|main|nav|p|pre|section|summary|table|tbody|thead|tfoot|tr|td|th|caption)$/;

/** What an element inherits from those around it. */
interface Context {
  readonly genre: Genre;
  readonly retrait: Retrait;
  /** The list item that this is in: its first paragraph is the item, the others go on under it. */
  readonly item: { started: boolean } | null;
  readonly lists: number;
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string | null;
  readonly keepsSpaces: boolean;
}

const OUTSIDE: Context = {
  genre: "texte",
  retrait: 0,
  item: null,
  lists: 0,
  strong: false,
  em: false,
  href: null,
  keepsSpaces: false,
};

/**
 * The paragraphs of a piece of HTML from anywhere (Word, LibreOffice, Google Docs, web pages, e-mails, this editor), in
 * the form of our text: titles, lists with their depth, quotations, bold, italic, allowed links. Tables of data become
 * one paragraph per row; pictures and what cannot be seen are left out.
 *
 * @param root parsed after `disarm`
 * @param own whether it was copied from this editor: then empty paragraphs and doubled spaces were meant
 */
export function readHtml(root: Element | DocumentFragment, own: boolean): readonly Block[] {
  const topTitle = topTitleLevel(root);
  const blocks: Block[] = [];
  let open: { readonly genre: Genre; readonly retrait: Retrait; readonly runs: Run[] } | null = null;

  function close(): void {
    if (open !== null) blocks.push(open);
    open = null;
  }

  function begin(context: Context): Run[] {
    if (open !== null) return open.runs;
    const { item } = context;
    const goesOn = item?.started === true;
    if (item !== null) item.started = true;
    open = {
      genre: goesOn ? "texte" : context.genre,
      retrait: goesOn ? deeper(context.retrait, 1) : context.retrait,
      runs: [],
    };
    return open.runs;
  }

  function readText(text: string, context: Context): void {
    const spaced =
      context.keepsSpaces || own ? text.replace(/[\t\r\n\f]+/gu, " ") : text.replace(/[ \t\r\n\f]+/gu, " ");
    // White space between blocks is only how the HTML was laid out.
    if (open === null && spaced.trim() === "" && !/[\u00a0\u202f]/u.test(spaced)) return;
    const { strong, em, href } = context;
    begin(context).push({ kind: "text", text: own ? spaced.normalize("NFC") : cleanText(spaced), strong, em, href });
  }

  function readChildren(node: Node, context: Context): void {
    for (const child of node.childNodes) {
      if (child instanceof Text) readText(child.data, context);
      else if (child instanceof Element) readElement(child, context);
    }
  }

  function readBlock(element: Element, context: Context): void {
    close();
    const before = blocks.length;
    readChildren(element, context);
    if (own && blocks.length === before && open === null && element.childElementCount === 0) begin(context);
    close();
  }

  function readElement(element: Element, outer: Context): void {
    const name = element.localName;
    const style = styleOf(element);
    if (SKIPPED.test(name) || style.hidden || /^ignore$/iu.test(style.wordList)) return;
    if (name === "br") {
      if (open !== null) begin(outer).push({ kind: "break" });
      return;
    }
    const context = inlineContext(element, name, outer, style);
    const known = knownBlock(element, context);
    if (known !== null) {
      readBlock(element, known);
      return;
    }
    const title = /^h([1-6])$/u.exec(name);
    if (title !== null) {
      const genre = Number(title[1]) <= topTitle ? "titre" : "sous_titre";
      readBlock(element, { ...context, genre, retrait: 0, item: null, strong: false });
      return;
    }
    switch (name) {
      case "ul":
      case "ol":
        close();
        readChildren(element, { ...context, genre: name === "ol" ? "numero" : "puce", lists: context.lists + 1 });
        close();
        return;
      case "li":
        readBlock(element, listItem(element, context));
        return;
      case "blockquote":
        readBlock(element, context.lists > 0 ? context : { ...context, genre: "citation" });
        return;
      case "pre":
        readPreformatted(element, context);
        return;
      case "table":
        if (!isDataTable(element)) break;
        readTable(element, context);
        return;
    }
    if (!BLOCKS.test(name)) {
      readChildren(element, context);
      return;
    }
    const item = wordListItem(element, style.wordList);
    if (item !== null) {
      readBlock(element, { ...context, genre: item.genre, retrait: item.retrait, item: null });
      return;
    }
    const genre = wordGenre(element);
    readBlock(element, genre === null ? context : { ...context, genre });
  }

  function readPreformatted(element: Element, context: Context): void {
    close();
    for (const line of (element.textContent ?? "").split(/\r?\n/u)) {
      if (open !== null) begin(context).push({ kind: "break" });
      readText(line, { ...context, keepsSpaces: true });
    }
    close();
  }

  function readTable(table: Element, context: Context): void {
    close();
    for (const cells of rowsOf(table)) {
      const read = cells.map((cell) => readHtml(cell, own).flatMap(({ runs }, index) => [...gap(index, " "), ...runs]));
      const runs = read.filter((cell) => cell.length > 0).flatMap((cell, index) => [...gap(index, " ; "), ...cell]);
      if (runs.length > 0) blocks.push({ genre: context.genre, retrait: context.retrait, runs });
    }
  }

  readChildren(root, OUTSIDE);
  close();
  if (own) return blocks;
  return blocks
    .map((block) => (isTitleGenre(block.genre) ? { ...block, runs: block.runs.map(plain) } : block))
    .flatMap(splitAtDoubleBreaks);
}

function gap(index: number, text: string): readonly Run[] {
  return index === 0 ? [] : [{ kind: "text", text, strong: false, em: false, href: null }];
}

function plain(run: Run): Run {
  return run.kind === "text" ? { ...run, strong: false } : run;
}

function isTitleGenre(genre: Genre): boolean {
  return genre === "titre" || genre === "sous_titre";
}

function deeper(retrait: Retrait, by: number): Retrait {
  const deep = retrait + by;
  return isRetrait(deep) ? deep : 2;
}

function inlineContext(element: Element, name: string, outer: Context, style: ReturnType<typeof styleOf>): Context {
  const href = name === "a" ? element.getAttribute("href")?.trim() : undefined;
  return {
    ...outer,
    // Google Docs wraps everything in a <b> whose style says normal.
    strong: style.bold ?? (outer.strong || name === "b" || name === "strong"),
    em: style.italic ?? (outer.em || name === "i" || name === "em"),
    href: name === "a" ? (isAllowedLink(href) ? href : null) : outer.href,
    keepsSpaces: outer.keepsSpaces || style.keepsSpaces,
  };
}

/** A block that this editor wrote says itself what it is. */
function knownBlock(element: Element, context: Context): Context | null {
  const genre = element.getAttribute("data-genre");
  if (!isGenre(genre)) return null;
  const retrait = Number(element.getAttribute("data-retrait") ?? 0);
  return { ...context, genre, retrait: isRetrait(retrait) ? retrait : 0, item: null };
}

function listItem(element: Element, context: Context): Context {
  // Google Docs puts a nested list beside its item, and says the depth.
  const level = Number(element.getAttribute("aria-level") ?? context.lists);
  const genre = context.genre === "numero" ? "numero" : "puce";
  return { ...context, genre, retrait: deeper(0, Math.max(0, level - 1)), item: { started: false } };
}

/** The level of the highest titles in the piece: they become `titre`, the others `sous_titre`. */
function topTitleLevel(root: Element | DocumentFragment): number {
  const levels = [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((title) => Number(title.localName[1]));
  return Math.min(6, ...levels);
}
