import { accessibiliteLevel, type Reglages } from "../../shared/domain/reglages.ts";
import { paths } from "../../shared/protocol/paths.ts";
import type { WebNames } from "../../shared/protocol/web-manifest.ts";
import { type Html, html } from "./html.ts";
import { ACCESSIBILITE_LABELS } from "./words.ts";

/** What every server-rendered page needs to know of the instance and of whoever reads it. */
export interface PageContext {
  /** From the manifest of the built web files. */
  readonly manifest: WebNames;
  readonly demonstration: boolean;
  readonly account: { readonly nom: string } | null;
  /** What the instance says of itself. */
  readonly reglages: Reglages;
}

export interface PageParts {
  /** The specific part of the title, before « – Coaction ». */
  readonly title: string;
  /** The `main` of the page, with its only `h1`. */
  readonly body: Html;
  /** The address of this page when the header or the foot has it. */
  readonly current?: string;
  /** The one address of a page that everybody may find, from `https:` on; null: one that nobody is to find. */
  readonly canonical?: string | null;
  /** Whether it shows what everybody may read, which has a style sheet of its own. */
  readonly published?: boolean;
}

/** A whole page, without JavaScript: what surrounds every screen, as in the browser's own pages. */
export function page(
  { manifest, demonstration, account, reglages }: PageContext,
  { title, body, current, canonical, published }: PageParts,
): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>${title}${reglages.nom === "" ? null : html` – ${reglages.nom}`} – Coaction</title>
${canonical === undefined ? null : findable(canonical)}<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${manifest.styles}">
${published === true ? PUBLISHED_STYLES : null}</head>
<body>
<a class="skip-link" href="#contenu">Aller au contenu</a>
${demonstration ? DEMO_BANNER : null}
${header(account, current)}
<div id="contenu" class="content" tabindex="-1">
${body}
</div>
${foot(reglages, current)}
</body>
</html>
`.markup;
}

/** Not of the built files, whose names hold their hash: it is asked for again at each visit, and seldom sent. */
const PUBLISHED_STYLES = html`<link rel="stylesheet" href="/plans.css">
`;

function findable(canonical: string | null): Html {
  if (canonical === null)
    return html`<meta name="robots" content="noindex">
`;
  return html`<link rel="canonical" href="${canonical}">
`;
}

const DEMO_BANNER = html`<aside class="demo-banner" aria-label="Démonstration"><p><strong>Démonstration</strong> : les personnes sont inventées, et ce que vous écrivez ici peut être effacé.</p></aside>`;

const MARK = html`<svg viewBox="0 0 26 26" aria-hidden="true"><path d="M4 6.5A2.5 2.5 0 0 1 6.5 4H17l5 5v10.5a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 4 19.5z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/><circle cx="10.2" cy="13.6" r="3.7" fill="currentColor"/><circle cx="15.8" cy="13.6" r="3.7" fill="none" stroke="currentColor" stroke-width="2"/></svg>`;

function header(account: PageContext["account"], current: string | undefined): Html {
  const home = account === null ? paths.home : paths.awaiting;
  const entry =
    account === null ? link(paths.signIn, "Se connecter", current) : link(paths.awaiting, "Ce qui m’attend", current);
  return html`<header class="bar">
<a class="mark" href="${home}">${MARK}Coaction</a>
<nav aria-label="Principale">${entry}</nav>
${account === null ? null : html`<p class="account-name"><span class="visually-hidden">Mon compte, </span>${account.nom}</p>`}
</header>`;
}

function foot(reglages: Reglages, current: string | undefined): Html {
  const links: readonly (readonly [string, string])[] = [
    [paths.accessibility, `Accessibilité\u202f: ${ACCESSIBILITE_LABELS[accessibiliteLevel(reglages)]}`],
    [paths.legal, "Mentions légales"],
    [paths.privacy, "Données personnelles"],
    [paths.problem, "Signaler un problème"],
  ];
  return html`<footer class="foot">
${reglages.nom === "" ? null : html`<p>${reglages.nom}</p>`}
<nav aria-label="Informations sur ce site">
<ul>${links.map(([path, words]) => html`<li>${link(path, words, current)}</li>`)}</ul>
</nav>
</footer>`;
}

function link(path: string, words: string, current: string | undefined): Html {
  return html`<a href="${path}"${path === current ? html` aria-current="page"` : null}>${words}</a>`;
}
