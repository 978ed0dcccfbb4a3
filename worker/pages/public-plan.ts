import { paths } from "../../shared/protocol/paths.ts";
import { dayWords } from "./dates.ts";
import { type Html, html } from "./html.ts";
import { type PageContext, page } from "./layout.ts";
import type { KeptAxe, KeptPlan } from "./store/kept.ts";

/** The published fiches of a contrat, by axe. `address`: the one of this page, from `https:` on. */
export function publicPlanPage(context: PageContext, plan: KeptPlan, address: string): string {
  const { contrat, axes } = plan;
  return page(context, {
    title: `Plan d’actions publié – ${contrat.nom}`,
    canonical: address,
    published: true,
    body: html`<main class="page">
<h1>${contrat.nom}</h1>
<p class="lede">${contrat.periode === "" ? "Plan d’actions" : `Plan d’actions ${contrat.periode}`} : ${countOf(axes)}. Chacune se lit et s'imprime telle que le comité de pilotage (Copil) l'a validée.</p>
${axes.map((axe) => axeOf(contrat.slug, axe))}</main>`,
  });
}

function axeOf(slug: string, { numero, libelle, fiches }: KeptAxe): Html {
  return html`<section aria-labelledby="axe-${numero}">
<h2 id="axe-${numero}">Axe ${numero}. ${libelle}</h2>
<ul class="published">${fiches.map(
    (fiche) => html`
<li><a href="${paths.publicFiche(slug, fiche)}"><span class="num">${fiche.numero}</span> ${fiche.intitule}</a>
<p class="facts"><span>Version ${fiche.version}</span><span>Publiée le ${dayWords(fiche.le)}</span></p></li>`,
  )}
</ul>
</section>
`;
}

function countOf(axes: readonly KeptAxe[]): string {
  const count = axes.reduce((sum, { fiches }) => sum + fiches.length, 0);
  return count === 1 ? "une fiche-action est publiée" : `${count} fiches-actions sont publiées`;
}
