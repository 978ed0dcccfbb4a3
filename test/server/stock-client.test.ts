import { afterAll, beforeAll, expect, it } from "vitest";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { connectPage, findFiche, type SignedIn, signIn } from "../harness/live-client.ts";
import { addParagraph, textOf } from "../harness/raw-page.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
});
afterAll(() => server.stop());

/** A provider of y-websocket as it comes from its authors, but for the cookie, which Node has to give by hand. */
function stockProvider(person: SignedIn, path: string, doc: Y.Doc): WebsocketProvider {
  class WithCookie extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers: { cookie: person.cookie, origin: person.url }, perMessageDeflate: false });
    }
  }
  return new WebsocketProvider(
    `${person.url.replace("http", "ws")}${path.slice(0, path.lastIndexOf("/"))}`,
    "live",
    doc,
    {
      params: { client: String(doc.clientID) },
      // Its type asks for the browser's own class; `ws` has the part of it that the provider calls.
      WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
      // Two providers of one process would talk to each other past the server.
      disableBc: true,
    },
  );
}

it("a stock y-websocket client writes and reads, with what it wrote before connecting", async () => {
  const pilote = await signIn(server.url, "pilote");
  const fiche = await findFiche(pilote, SLUG, "2.1");
  const doc = new Y.Doc();
  addParagraph(doc, "vigilance", "Écrit avant de se connecter.");
  const provider = stockProvider(pilote, `/api/contrats/${SLUG}/fiches/${fiche.id}/live`, doc);
  const errors: unknown[] = [];
  provider.on("connection-error", (event) => errors.push(event));
  await new Promise<void>((resolve) => {
    provider.once("sync", () => resolve());
  });
  expect(textOf(doc, "constats").length).toBeGreaterThan(100);

  const { page: partenaire } = await connectPage(await signIn(server.url, "partenaire"), SLUG, fiche);
  await partenaire.until("words from before", () =>
    textOf(partenaire.doc, "vigilance").includes("avant de se connecter"),
  );
  addParagraph(doc, "vigilance", "Écrit une fois connecté.");
  await partenaire.until("words from after", () => textOf(partenaire.doc, "vigilance").includes("une fois connecté"));

  const heard = new Promise<void>((resolve) => {
    doc.on("update", () => textOf(doc, "vigilance").includes("Réponse du partenaire") && resolve());
  });
  addParagraph(partenaire.doc, "vigilance", "Réponse du partenaire.");
  await heard;

  provider.awareness.setLocalStateField("user", { name: "Un autre nom" });
  provider.awareness.setLocalStateField("cursor", null);
  await partenaire.until("the stock client's presence", () => partenaire.present.has(doc.clientID));
  expect(JSON.stringify(partenaire.present.get(doc.clientID))).not.toContain("Un autre nom");
  expect(errors).toEqual([]);
  provider.destroy();
  await partenaire.until("its departure", () => !partenaire.present.has(doc.clientID));
});

it("a stock client of somebody who may only read stays connected, and changes nothing", async () => {
  const habitante = await signIn(server.url, "habitante");
  const fiche = await findFiche(habitante, "pays-de-redon", "1.1");
  const doc = new Y.Doc();
  const provider = stockProvider(habitante, `/api/contrats/pays-de-redon/fiches/${fiche.id}/live`, doc);
  await new Promise<void>((resolve) => {
    provider.once("sync", () => resolve());
  });
  addParagraph(doc, "constats", "Ces mots restent sur cet écran.");
  const { page: pilote } = await connectPage(await signIn(server.url, "pilote"), "pays-de-redon", fiche);
  addParagraph(pilote.doc, "constats", "Ceux-ci arrivent.");
  await new Promise<void>((resolve) => {
    doc.on("update", () => textOf(doc, "constats").includes("Ceux-ci arrivent.") && resolve());
  });
  expect(textOf(pilote.doc, "constats")).not.toContain("restent sur cet écran");
  provider.destroy();
});
