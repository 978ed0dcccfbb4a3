import { paths } from "../../../shared/protocol/paths.ts";
import { html } from "../html.ts";
import { type PageContext, page } from "../layout.ts";
import { toComplete } from "./to-complete.ts";

/** The declaration that the law asks of every public service, with the parts that its model has. */
export function accessibilityPage(context: PageContext): string {
  return page(context, {
    title: "Accessibilité\u202f: non conforme",
    current: paths.accessibility,
    body: html`<main class="page">
<h1>Déclaration d'accessibilité</h1>
<p class="lede">Si une page vous résiste, <a href="${paths.problem}">dites-le nous</a> : nous vous donnerons son contenu d'une autre façon.</p>
<h2>Engagement</h2>
<p>${toComplete("nom de la collectivité")} s'engage à rendre ce service accessible, conformément à l'article 47 de la loi n°\u00a02005-102 du 11 février 2005. Cette déclaration s'applique à l'ensemble des pages de ce site.</p>
<h2>État de conformité</h2>
<p>Ce site n'est <strong>pas conforme</strong> au référentiel général d'amélioration de l'accessibilité (<abbr title="référentiel général d'amélioration de l'accessibilité">RGAA</abbr>), version 4.1, car aucun audit n'a encore été fait. Sans audit, personne ne peut dire quelle part des critères est respectée.</p>
<h2>Contenus non accessibles</h2>
<p>La liste sera établie par l'audit. En attendant, voici ce que nous savons :</p>
<ul>
<li>le texte d'une fiche peut être lu sans l'éditeur, dans la vue « Lecture » : une page simple, avec de vrais titres et de vraies listes, sans JavaScript ;</li>
<li>l'éditeur à plusieurs n'a pas encore été essayé avec tous les lecteurs d'écran.</li>
</ul>
<h2>Établissement de cette déclaration</h2>
<p>Déclaration établie le ${toComplete("date")}. Schéma pluriannuel et plan d'actions de l'année : ${toComplete("adresses de ces documents")}.</p>
<h2>Signaler une difficulté</h2>
<p>Si vous n'arrivez pas à lire une page ou à vous servir d'une fonction, <a href="${paths.problem}">signalez le problème</a> : nous vous indiquerons un autre moyen d'y accéder, ou nous vous enverrons le contenu sous une autre forme.</p>
<h2>Voies de recours</h2>
<p>Si vous avez signalé un défaut d'accessibilité qui vous empêche d'utiliser ce service et que la réponse ne vous convient pas, ou qu'elle n'est pas venue, vous pouvez :</p>
<ul>
<li><a href="https://formulaire.defenseurdesdroits.fr/" rel="noopener noreferrer">écrire un message au Défenseur des droits</a> ;</li>
<li><a href="https://www.defenseurdesdroits.fr/saisir/delegues" rel="noopener noreferrer">contacter le délégué du Défenseur des droits dans votre région</a> ;</li>
<li>envoyer un courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.</li>
</ul>
</main>`,
  });
}
