import { paths } from "../../shared/protocol/paths.ts";
import { type Html, html } from "./html.ts";
import { type PageContext, page } from "./layout.ts";
import type { ListedPlan } from "./store/kept.ts";

/** `/`: what this is and for whom, and what everybody may read, without an account. */
export function homePage(context: PageContext, plans: readonly ListedPlan[]): string {
  return page(context, {
    title: "L’atelier des fiches-actions",
    current: paths.home,
    published: plans.length > 0,
    body: html`<main class="page">
<h1>Les fiches-actions d'un contrat local de santé, écrites à plusieurs</h1>
<p class="lede">Coaction est l'atelier des groupes de travail : on y rédige ensemble chaque <strong>fiche-action</strong>, la feuille qui décrit une action, de la première phrase à la version soumise au comité technique.</p>
<p>${entry(context)}</p>
${plans.length === 0 ? null : published(plans)}<h2>Comment on y travaille</h2>
<ul>
<li>Plusieurs personnes écrivent en même temps dans la même fiche. Chacun voit qui est là, et à quel endroit.</li>
<li>Tout est enregistré au fur et à mesure. Quand le réseau est coupé, on continue à écrire ; le texte part dès qu'il revient.</li>
<li>Chaque fiche se lit aussi comme une page simple, que l'on peut imprimer.</li>
</ul>
<h2>Pour qui</h2>
<p>Pour celles et ceux qui font vivre un contrat local de santé : la coordination, les structures pilotes, leurs partenaires, et les habitants des groupes de travail.</p>
<h2>Un contrat local de santé, qu'est-ce que c'est ?</h2>
<p>C'est un accord entre une agence régionale de santé et des communes ou leurs groupements. Il sert à réduire les inégalités de santé sur un territoire, en agissant sur tout ce qui fait la santé : le logement, l'alimentation, les transports, l'école, le travail, l'accès aux soins.</p>
${plans.length === 0 ? nothingPublished() : null}</main>`,
  });
}

function published(plans: readonly ListedPlan[]): Html {
  return html`<h2>Les plans d'actions publiés</h2>
<p>Les fiches-actions que leur comité de pilotage a validées se lisent ici, sans compte.</p>
<ul class="published">${plans.map(
    ({ slug, nom, fiches }) => html`
<li><a href="${paths.plan(slug)}">${nom}</a>
<p class="facts">${fiches === 1 ? "Une fiche-action" : `${fiches} fiches-actions`}</p></li>`,
  )}
</ul>
<p>Les fiches en cours d'écriture sont réservées à leurs groupes de travail. Aucune consultation n'est ouverte.</p>
`;
}

function nothingPublished(): Html {
  return html`<h2>Lire sans compte</h2>
<p>Les fiches en cours d'écriture sont réservées à leurs groupes de travail. Aucun plan d'actions n'est encore publié, et aucune consultation n'est ouverte : quand il y en aura, vous les trouverez ici, sans compte.</p>
`;
}

function entry({ account, demonstration }: PageContext): Html {
  if (account !== null) return html`<a class="btn main" href="${paths.awaiting}">Aller à « Ce qui m'attend »</a>`;
  const words = demonstration ? "Entrer dans la démonstration" : "Se connecter";
  return html`<a class="btn main" href="${paths.signIn}">${words}</a>`;
}
