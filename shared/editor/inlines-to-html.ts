import { escapeHtml } from "../text/escape-html.ts";
import type { Inline, TextRun } from "./blocks.ts";

interface Mark {
  readonly open: string;
  readonly close: string;
}

const STRONG: Mark = { open: "<strong>", close: "</strong>" };
const EM: Mark = { open: "<em>", close: "</em>" };

/** The HTML of a paragraph's inside. Marks stay open as long as they can: a link half in bold is one link. */
export function inlinesToHtml(inlines: readonly Inline[]): string {
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
