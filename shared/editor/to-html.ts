import { escapeHtml } from "../text/escape-html.ts";
import { type Block, type Inline, isBlank, type TextRun } from "./blocks.ts";
import type { Genre, Retrait } from "./genres.ts";

export interface HtmlOptions {
  /** The level of a `titre`; a `sous_titre` is one below. */
  readonly headingLevel: 2 | 3 | 4 | 5;
}

/** What paragraphs that follow each other make together. */
type Kind = "list" | "quotation" | "paragraph";

interface Group {
  readonly kind: Kind;
  readonly blocks: Block[];
}

/**
 * The HTML of a section, without a DOM: real headings, lists and quotations out of runs of flat blocks. Blank
 * paragraphs are left out. Safe to put in a page as it is: the text is escaped, and there is no `style`.
 */
export function blocksToHtml(blocks: readonly Block[], options: HtmlOptions): string {
  return groupsOf(blocks)
    .map((group) => groupToHtml(group, options))
    .join("");
}

function groupToHtml({ kind, blocks }: Group, options: HtmlOptions): string {
  switch (kind) {
    case "list":
      return listToHtml(blocks);
    case "quotation":
      return `<blockquote>${blocks.map(paragraphToHtml).join("")}</blockquote>`;
    case "paragraph":
      return blocks.map((block) => aloneToHtml(block, options)).join("");
  }
}

function groupsOf(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const kind = kindOf(block.genre);
    const written = isBlank(block) ? [] : [block];
    const last = groups.at(-1);
    // A blank line parts two lists; a blank item does not: somebody is about to write there.
    if (last?.kind === kind) last.blocks.push(...written);
    else groups.push({ kind, blocks: written });
  }
  return groups.filter((group) => group.blocks.length > 0);
}

function kindOf(genre: Genre): Kind {
  if (genre === "puce" || genre === "numero") return "list";
  return genre === "citation" ? "quotation" : "paragraph";
}

function aloneToHtml(block: Block, { headingLevel }: HtmlOptions): string {
  if (block.genre !== "titre" && block.genre !== "sous_titre") return paragraphToHtml(block);
  const tag = `h${block.genre === "titre" ? headingLevel : headingLevel + 1}`;
  return `<${tag}>${inlinesToHtml(block.inlines)}</${tag}>`;
}

function paragraphToHtml(block: Block): string {
  return `<p${retraitClass(block.retrait)}>${inlinesToHtml(block.inlines)}</p>`;
}

/** A list in a list is inside the item before it. Each open list has its last item open. */
function listToHtml(blocks: readonly Block[]): string {
  const open: { readonly tag: "ul" | "ol"; readonly retrait: Retrait }[] = [];
  let html = "";
  for (const { genre, retrait, inlines } of blocks) {
    const tag = genre === "puce" ? "ul" : "ol";
    let last = open.at(-1);
    while (last !== undefined && (last.retrait > retrait || (last.retrait === retrait && last.tag !== tag))) {
      html += `</li></${last.tag}>`;
      open.pop();
      last = open.at(-1);
    }
    if (last?.retrait === retrait) {
      html += "</li>";
    } else {
      // What was skipped on the way in is shown as an indentation: nesting alone says one step.
      const skipped = retrait - (last === undefined ? 0 : last.retrait + 1);
      html += `<${tag}${retraitClass(skipped)}>`;
      open.push({ tag, retrait });
    }
    html += `<li>${inlinesToHtml(inlines)}`;
  }
  for (const { tag } of open.reverse()) html += `</li></${tag}>`;
  return html;
}

function retraitClass(steps: number): string {
  return steps === 0 ? "" : ` class="retrait-${steps}"`;
}

interface Mark {
  readonly open: string;
  readonly close: string;
}

const STRONG: Mark = { open: "<strong>", close: "</strong>" };
const EM: Mark = { open: "<em>", close: "</em>" };

/** Marks stay open from one run to the next as long as they can: a link half in bold is one link. */
function inlinesToHtml(inlines: readonly Inline[]): string {
  let open: readonly Mark[] = [];
  let html = "";
  for (const inline of inlines) {
    const marks = inline.kind === "text" ? marksOf(inline) : [];
    const kept = commonLength(open, marks);
    for (const mark of open.slice(kept).reverse()) html += mark.close;
    for (const mark of marks.slice(kept)) html += mark.open;
    html += inline.kind === "text" ? escapeHtml(inline.text) : "<br>";
    open = marks;
  }
  for (const mark of open.toReversed()) html += mark.close;
  return html;
}

function marksOf({ link, strong, em }: TextRun): Mark[] {
  const marks: Mark[] = [];
  if (link !== null) marks.push({ open: `<a href="${escapeHtml(link)}"${relOf(link)}>`, close: "</a>" });
  if (strong) marks.push(STRONG);
  if (em) marks.push(EM);
  return marks;
}

function relOf(link: string): string {
  return /^https?:/i.test(link) ? ' rel="noopener noreferrer"' : "";
}

function commonLength(a: readonly Mark[], b: readonly Mark[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length]?.open === b[length]?.open) length += 1;
  return length;
}
