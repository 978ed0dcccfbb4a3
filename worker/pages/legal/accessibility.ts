import { accessibiliteLevel, type Reglages } from "../../../shared/domain/reglages.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { calendarDay } from "../dates.ts";
import { type Html, html } from "../html.ts";
import { type PageContext, page } from "../layout.ts";
import { ACCESSIBILITE_LABELS } from "../words.ts";
import { filled, paragraphs, toComplete } from "./to-complete.ts";

/** The declaration that the law asks of every public service, with the parts that its model has. */
export function accessibilityPage(context: PageContext): string {
  const { reglages } = context;
  const { etablieLe, schema, audit } = reglages.accessibilite;
  return page(context, {
    title: `Accessibilité\u202f: ${ACCESSIBILITE_LABELS[accessibiliteLevel(reglages)]}`,
    current: paths.accessibility,
    body: html`<main class="page">
<h1>Déclaration d'accessibilité</h1>
<p class="lede">Si une page vous résiste, <a href="${paths.problem}">dites-le nous</a> : nous vous donnerons son contenu d'une autre façon.</p>
<h2>Engagement</h2>
<p>${filled(reglages.collectivite, "nom de la collectivité")} s'engage à rendre ce service accessible, conformément à l'article 47 de la loi n°\u00a02005-102 du 11 février 2005. Cette déclaration s'applique à l'ensemble des pages de ce site.</p>
<h2>État de conformité</h2>
${conformity(reglages)}
<h2>Contenus non accessibles</h2>
${audit === null ? html`<p>La liste sera établie par l'audit. En attendant, voici ce que nous savons :</p>` : paragraphs(audit.nonAccessibles)}
<ul>
<li>le texte d'une fiche peut être lu sans l'éditeur, dans la vue « Lecture » : une page simple, avec de vrais titres et de vraies listes, sans JavaScript ;</li>
<li>l'éditeur à plusieurs n'a pas encore été essayé avec tous les lecteurs d'écran.</li>
</ul>
<h2>Établissement de cette déclaration</h2>
<p>Déclaration établie le ${etablieLe === null ? toComplete("date") : calendarDay(etablieLe)}. Schéma pluriannuel et plan d'actions de l'année : ${filled(schema, "adresses de ces documents")}.</p>
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

const RGAA = html`référentiel général d'amélioration de l'accessibilité (<abbr title="référentiel général d'amélioration de l'accessibilité">RGAA</abbr>), version 4.1`;

function conformity(reglages: Reglages): Html {
  const { audit } = reglages.accessibilite;
  if (audit === null) {
    return html`<p>Ce site n'est <strong>pas conforme</strong> au ${RGAA}, car aucun audit n'a encore été fait. Sans audit, personne ne peut dire quelle part des critères est respectée.</p>`;
  }
  const level = accessibiliteLevel(reglages);
  const verdict =
    level === "non_conforme"
      ? html`n'est <strong>pas conforme</strong>`
      : html`est <strong>${ACCESSIBILITE_LABELS[level]}</strong>`;
  return html`<p>Ce site ${verdict} au ${RGAA}. L'audit du ${calendarDay(audit.faitLe)}, fait par ${filled(audit.par, "qui a fait l’audit")}, a trouvé que ${audit.pourcent}\u00a0% des critères qui s'appliquent sont respectés.</p>`;
}
