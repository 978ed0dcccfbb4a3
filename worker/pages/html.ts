import { escapeHtml } from "../../shared/text/escape-html.ts";

/** Markup that may be sent as it is: made by `html`, whose inserts are escaped, or named trusted by its author. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What a template takes: text, which is escaped, or markup already made. null and an empty list are nothing. */
export type Insert = Html | readonly Html[] | string | number | null;

/**
 * Markup from a template. What is written in the template itself is French set with the keyboard's plain characters: it
 * gets its curly apostrophes, and narrow no-break spaces before `; : ! ? »` and after `«`. Inserts keep theirs.
 */
export function html(template: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  const [first = "", ...rest] = template.map(setInFrench);
  return new Html(first + rest.map((piece, i) => render(inserts[i] ?? null) + piece).join(""));
}

/** Markup that its maker vouches for. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function render(insert: Insert): string {
  if (insert === null) return "";
  if (insert instanceof Html) return insert.markup;
  if (typeof insert === "string" || typeof insert === "number") return escapeHtml(String(insert));
  return insert.map(({ markup }) => markup).join("");
}

function setInFrench(piece: string): string {
  return piece
    .replaceAll("'", "’")
    .replace(/ (?=[;:!?»])/g, "\u202f")
    .replaceAll("« ", "«\u202f");
}
