import { expect } from "vitest";
import * as Y from "yjs";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { type RunningServer, startServer } from "./dev-server.ts";
import { type Connected, connectPage, findFiche, type SignedIn, signIn } from "./live-client.ts";
import { addParagraph, type RawPage, typeAtEnd } from "./raw-page.ts";
import { readStored } from "./stored-document.ts";

/** The contrat of the demonstration in which it happens. */
export const SLUG = "challans-gois-ocean-marais-de-monts";
/** A client id that nobody was ever given. */
export const NOBODY = 4_000_000_001;

/** A server, a fiche, two people who write honestly all along, and somebody who does not. */
export interface HostileStage {
  readonly server: RunningServer;
  readonly fiche: FicheInList;
  /** For what would leave something behind. */
  readonly other: FicheInList;
  readonly hostile: SignedIn;
  readonly pilote: Connected;
  readonly coordinatrice: Connected;
  /**
   * Lets a hostile page do one thing. Whatever it is, nothing of it is stored, the others hear nothing, and they go on
   * writing to each other.
   */
  withoutATrace(attack: (page: RawPage, connected: Connected) => Promise<void>): Promise<void>;
}

/** Starts the server (it is the caller's to stop) and seats everybody. */
export async function openHostileStage(): Promise<HostileStage> {
  const server = await startServer({ demonstration: true });
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const other = await findFiche(await signIn(server.url, "partenaire"), SLUG, "2.2");
  const hostile = await signIn(server.url, "partenaire");
  const pilote = await connectPage(await signIn(server.url, "pilote"), SLUG, fiche);
  const coordinatrice = await connectPage(await signIn(server.url, "coordinatrice"), SLUG, fiche);

  async function withoutATrace(attack: (page: RawPage, connected: Connected) => Promise<void>): Promise<void> {
    const connected = await connectPage(hostile, SLUG, fiche);
    const { page } = connected;
    const before = readStored(server.dataDir, fiche.id);
    const texts = [pilote, coordinatrice].map((each) => Y.encodeStateAsUpdate(each.page.doc));
    await attack(page, connected);
    expect(readStored(server.dataDir, fiche.id)).toEqual(before);
    expect([pilote, coordinatrice].map((each) => Y.encodeStateAsUpdate(each.page.doc))).toEqual(texts);
    page.close();

    typeAtEnd(pilote.page.doc, "freins", "-");
    const vector = Y.encodeStateVector(pilote.page.doc);
    await pilote.page.until("the acknowledgement", () => pilote.page.unacked === 0);
    await coordinatrice.page.until("the pilote's letter", () => isSame(coordinatrice.page.doc, vector));
    const { page: newcomer } = await connectPage(hostile, SLUG, fiche);
    expect(Y.encodeStateVector(newcomer.doc)).toEqual(vector);
    newcomer.close();
    expect([...pilote.page.refusals, ...coordinatrice.page.refusals]).toEqual([]);
  }

  return { server, fiche, other, hostile, pilote, coordinatrice, withoutATrace };
}

function isSame(doc: Y.Doc, vector: Uint8Array): boolean {
  return Buffer.from(Y.encodeStateVector(doc)).equals(Buffer.from(vector));
}

/** The update of a gesture that is made on a copy of the page's text, under a client id. */
export function gesture(page: RawPage, client: number, change: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(page.doc));
  copy.clientID = client;
  const vector = Y.encodeStateVector(copy);
  copy.transact(() => change(copy));
  return Y.encodeStateAsUpdate(copy, vector);
}

/** The letters of the first paragraph. */
export function firstText(doc: Y.Doc): Y.XmlText {
  const first = doc.getXmlFragment("constats").get(0);
  const text = first instanceof Y.XmlElement ? first.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("the demonstration's fiche has no first paragraph");
  return text;
}

/** Words that must not pass. */
export function someWords(doc: Y.Doc): void {
  addParagraph(doc, "freins", "Des mots qui ne doivent pas passer.");
}

/** Sends one update and waits for what becomes of it. */
export async function answered(page: RawPage, update: Uint8Array): Promise<void> {
  const number = page.sendUpdate(update);
  await page.until("an answer", () => page.refusals.length > 0 || page.acked === number);
}
