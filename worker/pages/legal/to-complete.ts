import { type Html, html } from "../html.ts";

/** A place that only the collectivité can fill, said plainly: a default text must not pass for a finished one. */
export function toComplete(what: string): Html {
  return html`<strong>[À compléter par la collectivité : ${what}]</strong>`;
}

/** What the collectivité wrote there, line by line, or that it has not. */
export function filled(text: string, what: string): Html {
  return text === "" ? toComplete(what) : lines(text);
}

/** What it wrote, as paragraphs; nothing where it wrote nothing. */
export function paragraphs(text: string): readonly Html[] {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => html`<p>${lines(paragraph)}</p>`);
}

function lines(text: string): Html {
  const [first = "", ...rest] = text.split("\n");
  return html`${first}${rest.map((line) => html`<br>${line}`)}`;
}
