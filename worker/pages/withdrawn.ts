import { paths } from "../../shared/protocol/paths.ts";
import { type Html, html } from "./html.ts";
import { type PageContext, page } from "./layout.ts";
import type { KeptPlan } from "./store/kept.ts";

/** A fiche that everybody could read once, and nobody can now: its address says so, and nothing of it. */
export function withdrawnFichePage(context: PageContext, { contrat, axes }: KeptPlan): string {
  return message(
    context,
    "Cette fiche n’est plus publiée",
    html`Elle faisait partie du plan d'actions du contrat « ${contrat.nom} », qui l'a retirée. Son texte n'est plus en ligne.`,
    axes.length === 0
      ? home()
      : html`<a class="btn main" href="${paths.plan(contrat.slug)}">Voir les fiches publiées de ce plan</a>`,
  );
}

/** A plan of which no fiche is published any more. */
export function withdrawnPlanPage(context: PageContext, { contrat }: KeptPlan): string {
  return message(
    context,
    "Ce plan d’actions n’est plus publié",
    html`Le contrat « ${contrat.nom} » n'a plus de fiche-action publiée.`,
    home(),
  );
}

function home(): Html {
  return html`<a class="btn main" href="${paths.home}">Aller à l'accueil</a>`;
}

function message(context: PageContext, title: string, text: Html, act: Html): string {
  return page(context, {
    title,
    canonical: null,
    body: html`<main class="page">
<h1>${title}</h1>
<p class="lede">${text}</p>
<p>${act}</p>
</main>`,
  });
}
