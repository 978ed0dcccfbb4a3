import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import { type Block, isBlank, type SheetContent } from "../../shared/editor/blocks.ts";
import { TEXT_SECTIONS } from "../../shared/editor/sections.ts";
import { blocksToHtml } from "../../shared/editor/to-html.ts";
import { moment } from "./dates.ts";
import { type Html, html, trusted } from "./html.ts";
import { ETAT_LABELS, SECTION_TITLES, UNTITLED } from "./words.ts";

/** A text that leaves the site as a file: what every export must say besides its words. */
export interface ExportedText {
  readonly contrat: string;
  /** When it was read, in milliseconds since 1970. */
  readonly now: number;
}

/** A fiche as a file that any browser opens, with nothing of this site. */
export function exportedFiche(
  { contrat, now }: ExportedText,
  fiche: { readonly numero: string; readonly etat: EtatRedaction; readonly content: SheetContent },
): string {
  const { numero, etat, content } = fiche;
  const intitule = content.intitule.trim() === "" ? UNTITLED : content.intitule;
  const written = TEXT_SECTIONS.filter((section) => content.sections[section].some((block) => !isBlank(block)));
  return file(
    `${numero} ${intitule} – ${contrat}`,
    html`<h1>${numero} ${intitule}</h1>
<p>${contrat}. ${ETAT_LABELS[etat]}, texte du ${moment(now)}. <strong>Document de travail : cette fiche n'est pas approuvée.</strong></p>
${written.map(
  (section) => html`<h2>${SECTION_TITLES[section]}</h2>
${textOf(content.sections[section], 3)}
`,
)}`,
  );
}

/** The notes of a meeting, in the same way. `le` is when it was, in milliseconds since 1970. */
export function exportedNotes(
  { contrat, now }: ExportedText,
  notes: { readonly le: number; readonly blocks: readonly Block[] },
): string {
  return file(
    `Notes de réunion – ${contrat}`,
    html`<h1>Notes de la réunion du ${moment(notes.le)}</h1>
<p>${contrat}. Texte du ${moment(now)}. <strong>Document de travail.</strong></p>
${textOf(notes.blocks, 2)}`,
  );
}

/** `blocksToHtml` escapes every word of it. */
function textOf(blocks: readonly Block[], headingLevel: 2 | 3): Html {
  return trusted(blocksToHtml(blocks, { headingLevel }));
}

function file(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.markup;
}
