import { paths } from "../../shared/protocol/paths.ts";
import { dayWords } from "./dates.ts";
import { type Html, html, trusted } from "./html.ts";
import { type PageContext, page } from "./layout.ts";
import { shortEmpreinte } from "./standing.ts";
import type { KeptPlan, PublishedFiche } from "./store/kept.ts";

/** A published fiche, and where it stands in its plan. */
export interface PublicFiche {
  readonly fiche: PublishedFiche;
  readonly contrat: KeptPlan["contrat"];
  readonly axe: { readonly numero: number; readonly libelle: string };
  readonly numero: string;
  /** The one address of this page, from `https:` on. */
  readonly address: string;
}

/** A published fiche as everybody reads and prints it: the words that the Copil validated, and nobody's name. */
export function publicFichePage(context: PageContext, { fiche, contrat, axe, numero, address }: PublicFiche): string {
  const { intitule } = fiche;
  const workspace = paths.lecture(contrat.slug, { id: fiche.id, numero, intitule });
  return page(context, {
    title: `${numero} ${intitule} – ${contrat.nom}`,
    canonical: address,
    published: true,
    body: html`<main class="fiche">
<header class="head">
<nav class="crumbs" aria-label="Fil d'Ariane"><ol>
<li><a href="${paths.plan(contrat.slug)}">${contrat.nom}</a>${contrat.periode === "" ? "" : `, ${contrat.periode}`}</li>
<li>Axe ${axe.numero}. ${axe.libelle}</li>
</ol></nav>
<h1><span class="num">${numero}</span> ${intitule}</h1>
${trusted(fiche.sousIntitule)}<p class="facts">
<span class="etat ok">Version ${fiche.version}</span>
<strong>${validated(fiche)}</strong>
<span>Publiée le ${day(fiche.publieeLe)}</span>
</p>
${fingerprint(fiche)}
<p class="print-only">${address}</p>
</header>
<div class="frame">
<div class="frame-middle">
<article class="sheet" aria-label="Texte de la fiche">
${trusted(fiche.texte)}
</article>
<nav class="public-end" aria-label="Suite"><p><a href="${paths.plan(contrat.slug)}">Toutes les fiches publiées de ce plan</a></p>
<p>Vous participez à ce contrat ? <a href="${paths.signIn}?retour=${encodeURIComponent(workspace)}">Ouvrir la fiche dans l'atelier</a></p></nav>
</div>
</div>
</main>`,
  });
}

function validated({ valideeLe }: PublishedFiche): Html {
  return valideeLe === null
    ? html`Validée par le comité de pilotage (Copil)`
    : html`Validée par le comité de pilotage (Copil) le ${day(valideeLe)}`;
}

function fingerprint({ empreinte, masquee }: PublishedFiche): Html {
  return html`<details class="fingerprint">
<summary>Empreinte : ${shortEmpreinte(empreinte)}</summary>
<p><code>${empreinte}</code></p>
<p>C'est la marque (SHA-256) des mots que le Copil a validés : un seul mot changé, et elle serait une autre. Elle permet de vérifier qu'une copie de cette fiche est bien la fiche validée.${masquee ? html` Des passages ont été masqués depuis : l'empreinte reste celle du texte entier.` : null}</p>
</details>`;
}

/** The day alone, also readable by machines. */
function day(instant: number): Html {
  return html`<time datetime="${new Date(instant).toISOString()}">${dayWords(instant)}</time>`;
}
