import { paths } from "../../../shared/protocol/paths.ts";
import { html } from "../html.ts";
import { type PageContext, page } from "../layout.ts";
import { keptAboutPeople } from "./kept.ts";
import { filled, paragraphs } from "./to-complete.ts";

/** What this site keeps about people, why, and what they may ask: articles 13 and 14 of the RGPD. */
export function privacyPage(context: PageContext): string {
  const { collectivite, donnees } = context.reglages;
  return page(context, {
    title: "Données personnelles",
    current: paths.privacy,
    body: html`<main class="page">
<h1>Données personnelles</h1>
<p class="lede">Ce site garde ce qu'il faut pour écrire à plusieurs, et rien pour faire de la publicité ou mesurer l'audience.</p>
<h2>Qui en répond</h2>
<p>Responsable du traitement : ${filled(collectivite, "nom et adresse de la collectivité")}. Délégué à la protection des données : ${filled(donnees.delegue, "moyen de le joindre")}.</p>
<h2>À quoi elles servent</h2>
<p>À rédiger, discuter et suivre les fiches-actions d'un contrat local de santé, et à savoir qui a écrit quoi. Cette mission d'intérêt public est la base légale du traitement (article 6, paragraphe 1, point e, du règlement général sur la protection des données).</p>
<h2>Ce qui est gardé, et combien de temps</h2>
${keptAboutPeople()}
<h2>Ce que voient les autres pendant que vous écrivez</h2>
<p>Pendant que vous êtes dans une fiche, les personnes qui y sont aussi voient votre nom et l'endroit où vous écrivez. Cela n'est pas gardé.</p>
<h2>N'écrivez pas de données de santé</h2>
<p>Une fiche-action parle d'un territoire, jamais d'un patient. N'y écrivez rien qui permette de reconnaître une personne malade, ni son état de santé, ni son numéro de sécurité sociale. Si vous en voyez, <a href="${paths.problem}">signalez-le tout de suite</a>.</p>
<h2>Qui les voit</h2>
<p>Les membres de votre contrat local de santé, selon leurs droits ; les personnes qui administrent ce site ; l'hébergeur, qui agit sur instruction de la collectivité. Lieu d'hébergement et transferts hors de l'Union européenne : ${filled(donnees.lieu, "pays, et garanties s’il y a un transfert")}.</p>
<h2>Durées que la collectivité fixe</h2>
<p>Comptes, textes, journaux de l'hébergeur et sauvegardes : ${filled(donnees.conservation, "durée pour les comptes, pour les textes et leur historique, pour les journaux techniques de l’hébergeur, pour les sauvegardes")}. Les documents d'une collectivité sont des archives publiques : leur destruction demande l'accord des Archives départementales.</p>
<h2>Vos droits</h2>
<p>Vous pouvez lire et télécharger tout ce qui vous concerne, le corriger et fermer votre compte vous-même, dans « Mon compte ». Vous pouvez aussi demander à en limiter l'usage, ou vous y opposer. Écrivez au délégué à la protection des données. Si la réponse ne vous convient pas, vous pouvez <a href="https://www.cnil.fr/fr/plaintes" rel="noopener noreferrer">adresser une plainte à la Commission nationale de l'informatique et des libertés</a> (<abbr title="Commission nationale de l'informatique et des libertés">CNIL</abbr>), 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07.</p>
${paragraphs(donnees.plus)}
</main>`,
  });
}
