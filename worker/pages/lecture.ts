import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import { ETAT_TONES } from "../../shared/domain/etat-tones.ts";
import type { VersionEtat } from "../../shared/domain/version.ts";
import { TEXT_SECTIONS, type TextSection } from "../../shared/editor/sections.ts";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import type { FicheBody } from "../../shared/protocol/http-bodies.ts";
import { paths } from "../../shared/protocol/paths.ts";
import type { Reading } from "../fiche/reading.ts";
import { moment } from "./dates.ts";
import { type Html, html } from "./html.ts";
import { type PageContext, page } from "./layout.ts";
import { masquesIn, sectionsOf, titleOf, writtenSections } from "./sheet.ts";
import { shortEmpreinte, standingSentence, versionBadge } from "./standing.ts";
import { ETAT_LABELS, SECTION_TITLES } from "./words.ts";

export interface Lecture extends FicheBody {
  /** The words that this person reads: the draft, or a version. */
  readonly reading: Reading;
  /** When the text was read, in milliseconds since 1970: a sheet of paper must say it. */
  readonly now: number;
}

/** A fiche as a plain page to read and to print: the words as they stand, without an editor. */
export function lecturePage(context: PageContext, lecture: Lecture): string {
  const { fiche, contrat, reading } = lecture;
  const { content, masques } = reading;
  const intitule = titleOf(content);
  return page(context, {
    title: `${fiche.numero} ${intitule}, lecture – ${contrat.nom}`,
    body: html`<main class="fiche">
<header class="head">
${crumbs(contrat)}
<h1><span class="num">${fiche.numero}</span> ${intitule}</h1>
${masquesIn(content, "intitule", masques)}${facts(lecture)}
</header>
${views(lecture)}
<div class="frame">
<div class="frame-middle">
<article class="sheet" aria-label="Texte de la fiche">
${sections(reading)}
</article>
</div>
</div>
</main>`,
  });
}

/** Who may not read the draft has the views of its versions alone. */
function views({ fiche, contrat: { slug }, reading }: Lecture): Html {
  const address = { id: fiche.id, numero: fiche.numero, intitule: reading.content.intitule };
  const redaction = html`<a href="${paths.fiche(slug, address)}">Rédaction</a>`;
  return html`<nav class="views" aria-label="Vues de la fiche">${reading.version === null ? redaction : null}<a href="${paths.lecture(slug, address)}" aria-current="page">Lecture</a><a href="${fichePages.historique(slug, address)}">Historique</a><a href="${fichePages.instruction(slug, address)}">Instruction</a></nav>`;
}

function crumbs({ slug, nom, periode, axe }: Lecture["contrat"]): Html {
  return html`<nav class="crumbs" aria-label="Fil d'Ariane"><ol>
<li><a href="${paths.contrat(slug)}">${nom}</a>${periode === "" ? "" : `, ${periode}`}</li>
<li>Axe ${axe.numero}. ${axe.libelle}</li>
</ol></nav>`;
}

function facts({ fiche, contrat, reading, now }: Lecture): Html {
  const { version, approuvee } = reading;
  const address = { id: fiche.id, numero: fiche.numero, intitule: reading.content.intitule };
  // Whoever reads the draft may compare it, and who reads versions what was submitted since; else there is nothing to compare.
  const changes =
    approuvee?.modifieeDepuis === true && (version === null || version.numero > approuvee.numero)
      ? html` <a href="${fichePages.sinceApproval(contrat.slug, address)}">voir ce qui a changé</a>`
      : null;
  // The words of the draft are those of the version that binds, when nobody changed them.
  const bound = version ?? (approuvee?.modifieeDepuis === false ? approuvee : null);
  return html`<p class="facts">
${version === null ? badge(fiche.etat, ETAT_LABELS[fiche.etat]) : badge(version.etat, versionBadge(version))}
<strong>${standingSentence(reading)}</strong>${changes}
</p>
<p class="facts">
<span>Groupe de travail : ${fiche.groupe}</span>
${version === null ? changed(fiche) : html`<span>Soumise le ${moment(version.soumiseLe)}</span>`}
${bound === null ? null : html`<span>Empreinte : ${shortEmpreinte(bound.empreinte)}</span>`}
<span>Texte lu le ${moment(now)}</span>
</p>`;
}

function badge(etat: EtatRedaction | VersionEtat, words: string): Html {
  return html`<span class="etat ${ETAT_TONES[etat]}">${words}</span>`;
}

function changed({ modifieeLe, derniere }: Lecture["fiche"]): Html | null {
  if (modifieeLe !== null) return html`<span>Modifiée le ${moment(modifieeLe)}</span>`;
  // A fiche that came with its past has words that somebody wrote, and nothing was told of when.
  return derniere === null ? html`<span>Jamais modifiée</span>` : null;
}

function sections({ content, masques }: Reading): Html[] {
  const written = writtenSections(content);
  const missing = TEXT_SECTIONS.filter((section) => !written.includes(section));
  const parts = sectionsOf(content, masques);
  return missing.length === 0 ? parts : [...parts, missingHtml(missing)];
}

function missingHtml(missing: readonly TextSection[]): Html {
  return html`<section><h2>Pas encore rédigé</h2>
<ul class="muted">${missing.map((section) => html`<li>${SECTION_TITLES[section]}</li>`)}</ul>
</section>`;
}
