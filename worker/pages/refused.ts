import { paths } from "../../shared/protocol/paths.ts";
import { type Html, html } from "./html.ts";
import { type PageContext, page } from "./layout.ts";

/** Nothing is here, or nothing that this person may see: the same words for both, so that probing tells nothing. */
export function notFoundPage(context: PageContext): string {
  const act =
    context.account === null
      ? html`<a class="btn main" href="${paths.home}">Aller à l'accueil</a>`
      : html`<a class="btn main" href="${paths.awaiting}">Revenir à « Ce qui m'attend »</a>`;
  return message(
    context,
    "Page introuvable",
    html`Cette page n'existe pas, ou elle ne vous est pas ouverte. L'adresse a peut-être été coupée en la copiant.`,
    act,
  );
}

/** A page of the workspace, existing or not, asked for without a session. `address` is its path, to come back to. */
export function signInNeededPage(context: PageContext, address: string): string {
  return message(
    context,
    "Connexion nécessaire",
    html`Les fiches en cours d'écriture sont réservées aux membres de leur contrat. Connectez-vous : vous reviendrez ensuite à cette page.`,
    html`<a class="btn main" href="${paths.signIn}?retour=${encodeURIComponent(address)}">Se connecter</a>`,
  );
}

/**
 * The server was reached under another name than its own. Nothing of this page leads back to that name, not even a style
 * sheet. `publicUrl` is the right address, without a trailing slash.
 */
export function wrongHostPage(publicUrl: string): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Adresse à corriger – Coaction</title>
</head>
<body>
<main>
<h1>Ce site n'est pas à cette adresse</h1>
<p>Ouvrez-le ici : <a href="${publicUrl}/">${publicUrl}</a>. Si un lien vous a mené à cette page, prévenez la personne qui vous l'a donné.</p>
</main>
</body>
</html>
`.markup;
}

function message(context: PageContext, title: string, text: Html, act: Html): string {
  return page(context, {
    title,
    body: html`<main class="page">
<h1>${title}</h1>
<p class="lede">${text}</p>
<p>${act}</p>
</main>`,
  });
}
