import { paths } from "../../shared/protocol/paths.ts";
import { html } from "./html.ts";
import { type PageContext, page } from "./layout.ts";

/** Where the link at the end of a reminder leads: opening it changes nothing, its button does. */
export function stopRemindersPage(context: PageContext, token: string): string {
  return page(context, {
    title: "Ne plus recevoir de rappels",
    body: html`<main class="page">
<h1>Ne plus recevoir de rappels</h1>
<p class="lede">Coaction vous écrit une fois par jour au plus, quand une fiche attend votre décision ou votre réponse. Vous pouvez arrêter ces courriels ici. Ce qui vous attend reste affiché quand vous vous connectez.</p>
<form method="post" action="${paths.stopReminders(token)}">
<p><button class="btn main" type="submit">Arrêter les rappels</button></p>
</form>
</main>`,
  });
}

/** After the button. */
export function remindersStoppedPage(context: PageContext): string {
  return page(context, {
    title: "Rappels arrêtés",
    body: html`<main class="page">
<h1>Rappels arrêtés</h1>
<p class="lede">Vous ne recevrez plus ces courriels. Pour les recevoir à nouveau, cochez les rappels dans « Mon compte ».</p>
<p><a class="btn main" href="${paths.account}">Ouvrir « Mon compte »</a></p>
</main>`,
  });
}
