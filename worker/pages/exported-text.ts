import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { Block, SheetContent } from "../../shared/editor/blocks.ts";
import { type Empreintes, ENGAGEMENT } from "../../shared/editor/canonical.ts";
import type { Masque, VersionPlace } from "../../shared/protocol/bodies/history.ts";
import type { ReadVersion, ReadWords } from "../fiche/reading.ts";
import { moment } from "./dates.ts";
import { type Html, html } from "./html.ts";
import { masquesIn, sectionsOf, textOf, titleOf } from "./sheet.ts";
import { standingSentence, versionBadge } from "./standing.ts";
import { ETAT_LABELS, partTitle } from "./words.ts";

/** A text that leaves the site as a file: what every export must say besides its words. */
export interface ExportedText {
  readonly contrat: string;
  /** When it was read, in milliseconds since 1970. */
  readonly now: number;
}

/** What is read in it. */
interface ExportedWords {
  readonly content: SheetContent;
  readonly masques: readonly Masque[];
  readonly approuvee: ReadWords["approuvee"];
}

/** The draft of a fiche as a file that any browser opens, with nothing of this site. */
export function exportedDraft(
  { contrat, now }: ExportedText,
  fiche: ExportedWords & { readonly numero: string; readonly etat: EtatRedaction },
): string {
  const { numero, etat, approuvee } = fiche;
  const standing = standingSentence({ version: null, approuvee });
  return sheetFile(
    fiche,
    { numero, contrat },
    html`<p>${contrat}. ${ETAT_LABELS[etat]}, texte du ${moment(now)}. <strong>${standing}</strong></p>`,
  );
}

/** A version of a fiche, in the same way. */
export interface ExportedVersion extends ExportedWords {
  readonly version: ReadVersion;
  /** What who submitted it is called; null: a former membre. */
  readonly par: string | null;
  readonly place: VersionPlace;
  readonly empreintes: Empreintes;
}

/** The same for a version: who submitted it, where it stood, and its fingerprints. */
export function exportedVersion({ contrat, now }: ExportedText, exported: ExportedVersion): string {
  const { version, place, empreintes, par } = exported;
  return sheetFile(
    exported,
    { numero: place.numero, contrat },
    html`<p>${contrat}. ${place.axe}. ${versionBadge(version)}, archivée le ${moment(now)}. Soumise le ${moment(version.soumiseLe)} par ${par ?? "un ancien membre"}. <strong>${standingSentence(exported)}</strong></p>`,
    html`<h2>Empreintes</h2>
<p>De la version : <code>${empreintes.version}</code></p>
<ul>
${ENGAGEMENT.map(
  (part) => html`<li>${partTitle(part)} : <code>${empreintes.parts[part]}</code></li>
`,
)}</ul>
`,
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

function sheetFile(
  { content, masques }: ExportedWords,
  { numero, contrat }: { readonly numero: string; readonly contrat: string },
  about: Html,
  after: Html | null = null,
): string {
  const title = `${numero} ${titleOf(content)}`;
  return file(
    `${title} – ${contrat}`,
    html`<h1>${title}</h1>
${masquesIn(content, "intitule", masques)}${about}
${sectionsOf(content, masques)}${after}`,
  );
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
