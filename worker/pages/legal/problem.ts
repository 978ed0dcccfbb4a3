import { paths } from "../../../shared/protocol/paths.ts";
import { html } from "../html.ts";
import { type PageContext, page } from "../layout.ts";
import { filled } from "./to-complete.ts";

/** How to say that something is wrong: whom to tell, what to tell, and what not to lose meanwhile. */
export function problemPage(context: PageContext): string {
  return page(context, {
    title: "Signaler un problème",
    current: paths.problem,
    body: html`<main class="page">
<h1>Signaler un problème</h1>
<p class="lede">Une page qui ne marche pas, un texte qui n'aurait pas dû être là, une difficulté d'accès : dites-le, même si vous n'êtes pas sûr.</p>
<h2>À qui</h2>
<p>À la coordination de votre contrat local de santé, ou à l'équipe de ce site : ${filled(context.reglages.contact, "adresse électronique, numéro de téléphone et adresse postale")}.</p>
<h2>Ce qui nous aide à comprendre</h2>
<ul>
<li>L'adresse de la page, ou le numéro de la fiche.</li>
<li>Ce que vous vouliez faire, et ce qui est arrivé à la place.</li>
<li>Le jour et l'heure, et votre appareil : ordinateur ou téléphone, nom du navigateur, lecteur d'écran si vous en avez un.</li>
</ul>
<h2>Si vous avez peur de perdre un texte</h2>
<p>Ne fermez pas la page : tant qu'elle est ouverte, ce que vous avez écrit y est. Copiez-le dans un autre document avant d'essayer autre chose.</p>
<h2>Si vous voyez des données de santé ou des propos qui blessent</h2>
<p>Prévenez tout de suite la coordination, par téléphone si vous le pouvez. N'en faites pas de copie d'écran.</p>
<h2>Si une page ne vous est pas accessible</h2>
<p>Nous vous donnerons son contenu d'une autre façon. Vos recours sont dans la <a href="${paths.accessibility}">déclaration d'accessibilité</a>.</p>
</main>`,
  });
}
