import { Hono } from "hono";
import { type App, getActor } from "../http/actor.ts";
import { isOwnHost } from "../http/one-origin.ts";
import { readReglages } from "../http/reglages.ts";
import { webManifest } from "../http/static-files.ts";
import { moment } from "../pages/dates.ts";
import { type Html, html } from "../pages/html.ts";
import { page } from "../pages/layout.ts";
import { wrongHostPage } from "../pages/refused.ts";
import { type KeptMail, keptMails } from "./outbox.ts";

/** `/demo/courrier`: the mails that the demonstration would have sent, for whoever tries it. */
export function outboxPages(): Hono<App> {
  const pages = new Hono<App>();
  pages.get("/courrier", async (c) => {
    if (!isOwnHost(c.req.raw, c.env)) return c.html(wrongHostPage(c.env.PUBLIC_URL), 421);
    const { named: manifest } = await webManifest(c.env.ASSETS);
    const reglages = await readReglages(c.env, Date.now());
    const context = { manifest, demonstration: true, account: await getActor(c), reglages };
    return c.html(page(context, { title: "Courrier de la démonstration", body: body(keptMails(), c.env.PUBLIC_URL) }));
  });
  return pages;
}

function body(mails: readonly KeptMail[], publicUrl: string): Html {
  return html`<main class="page">
<h1>Courrier de la démonstration</h1>
<p class="lede">Une démonstration n'envoie aucun courriel : ceux qu'elle aurait envoyés sont ici, le plus récent en premier.</p>
${mails.length === 0 ? html`<p>Il n'y en a pas encore.</p>` : mails.map((mail) => article(mail, publicUrl))}
</main>`;
}

function article(mail: KeptMail, publicUrl: string): Html {
  return html`<article>
<h2>${mail.subject}</h2>
<p>À <strong>${mail.to}</strong>, le ${moment(mail.at)}</p>
${mail.text
  .trim()
  .split("\n\n")
  .map((paragraph) => html`<p>${withLinks(paragraph, publicUrl)}</p>`)}
</article>`;
}

/** Only addresses of this instance become links. */
function withLinks(text: string, publicUrl: string): Html[] {
  return text
    .split(/(\s+)/u)
    .map((piece) => (piece.startsWith(`${publicUrl}/`) ? html`<a href="${piece}">${piece}</a>` : html`${piece}`));
}
