import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import { type Block, isBlank, type SheetContent } from "../../shared/editor/blocks.ts";
import { TEXT_SECTIONS, type TextSection } from "../../shared/editor/sections.ts";
import { blocksToHtml } from "../../shared/editor/to-html.ts";
import type { FicheBody } from "../../shared/protocol/http-bodies.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { moment } from "./dates.ts";
import { type Html, html, trusted } from "./html.ts";
import { type PageContext, page } from "./layout.ts";
import { ETAT_LABELS, SECTION_TITLES, UNTITLED } from "./words.ts";

export interface Lecture extends FicheBody {
  readonly content: SheetContent;
  /** When the text was read, in milliseconds since 1970: a sheet of paper must say it. */
  readonly now: number;
}

/** A fiche as a plain page to read and to print: the words as they stand, without an editor. */
export function lecturePage(context: PageContext, lecture: Lecture): string {
  const { fiche, contrat, content } = lecture;
  const intitule = content.intitule.trim() === "" ? UNTITLED : content.intitule;
  const address = { id: fiche.id, numero: fiche.numero, intitule: content.intitule };
  return page(context, {
    title: `${fiche.numero} ${intitule}, lecture – ${contrat.nom}`,
    body: html`<main class="fiche">
<header class="head">
${crumbs(contrat)}
<h1><span class="num">${fiche.numero}</span> ${intitule}</h1>
${facts(lecture)}
</header>
<nav class="views" aria-label="Vues de la fiche"><a href="${paths.fiche(contrat.slug, address)}">Rédaction</a><a href="${paths.lecture(contrat.slug, address)}" aria-current="page">Lecture</a></nav>
<div class="frame">
<div class="frame-middle">
<article class="sheet" aria-label="Texte de la fiche">
${sections(content)}
</article>
</div>
</div>
</main>`,
  });
}

function crumbs({ slug, nom, periode, axe }: Lecture["contrat"]): Html {
  return html`<nav class="crumbs" aria-label="Fil d'Ariane"><ol>
<li><a href="${paths.contrat(slug)}">${nom}</a>, ${periode}</li>
<li>Axe ${axe.numero}. ${axe.libelle}</li>
</ol></nav>`;
}

const TONES: Readonly<Record<EtatRedaction, string>> = {
  proposition: "draft",
  brouillon: "draft",
  en_relecture: "accent",
  close: "ok",
};

function facts({ fiche, now }: Lecture): Html {
  const changed =
    fiche.modifieeLe === null
      ? html`<span>Jamais modifiée</span>`
      : html`<span>Modifiée le ${moment(fiche.modifieeLe)}</span>`;
  return html`<p class="facts">
<span class="etat ${TONES[fiche.etat]}">${ETAT_LABELS[fiche.etat]}</span>
<strong>Document de travail : cette fiche n'est pas approuvée.</strong>
</p>
<p class="facts">
<span>Groupe de travail : ${fiche.groupe}</span>
${changed}
<span>Texte lu le ${moment(now)}</span>
</p>`;
}

function sections({ sections }: SheetContent): Html[] {
  const written = TEXT_SECTIONS.filter((section) => sections[section].some((block) => !isBlank(block)));
  const missing = TEXT_SECTIONS.filter((section) => !written.includes(section));
  const parts = written.map((section) => sectionHtml(section, sections[section]));
  return missing.length === 0 ? parts : [...parts, missingHtml(missing)];
}

function sectionHtml(section: TextSection, blocks: readonly Block[]): Html {
  // `blocksToHtml` escapes every word of it.
  return html`<section id="${section}"><h2>${SECTION_TITLES[section]}</h2>
${trusted(blocksToHtml(blocks, { headingLevel: 3 }))}
</section>`;
}

function missingHtml(missing: readonly TextSection[]): Html {
  return html`<section><h2>Pas encore rédigé</h2>
<ul class="muted">${missing.map((section) => html`<li>${SECTION_TITLES[section]}</li>`)}</ul>
</section>`;
}
