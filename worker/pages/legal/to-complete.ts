import { type Html, html } from "../html.ts";

/** A place that only the collectivité can fill, said plainly: a default text must not pass for a finished one. */
export function toComplete(what: string): Html {
  return html`<strong>[À compléter par la collectivité : ${what}]</strong>`;
}
