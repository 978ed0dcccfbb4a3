import { paths } from "../../../shared/protocol/paths.ts";
import { html } from "../html.ts";
import { type PageContext, page } from "../layout.ts";
import { filled, paragraphs } from "./to-complete.ts";

/** Who publishes and who hosts this site, as the law on the digital economy asks. */
export function legalNoticePage(context: PageContext): string {
  const { editeur, publication, hebergeur, plus } = context.reglages.mentions;
  return page(context, {
    title: "Mentions légales",
    current: paths.legal,
    body: html`<main class="page">
<h1>Mentions légales</h1>
<h2>Éditeur</h2>
<p>${filled(editeur, "nom de la collectivité, adresse du siège, numéro de téléphone, adresse électronique, numéro SIRET")}</p>
<h2>Directeur ou directrice de la publication</h2>
<p>${filled(publication, "prénom, nom et fonction")}</p>
<h2>Hébergeur</h2>
<p>${filled(hebergeur, "nom ou raison sociale, adresse et numéro de téléphone de l’hébergeur")}</p>
<h2>Ce que l'on trouve ici</h2>
<p>Ce site sert à préparer les fiches-actions de contrats locaux de santé. Une fiche marquée « Document de travail » n'est pas approuvée : elle n'engage ni la collectivité, ni l'agence régionale de santé, ni les partenaires. Les textes appartiennent à celles et ceux qui les écrivent et aux organismes pour lesquels ils travaillent.</p>
<h2>Logiciel</h2>
<p>Ce site fonctionne avec Coaction, un logiciel libre sous licence MIT.</p>
${paragraphs(plus)}
</main>`,
  });
}
