import WebSocket from "ws";
import type { ContratsBody, FicheInList } from "../../shared/protocol/http-bodies.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { RawPage } from "./raw-page.ts";

/** Somebody of the demonstration, signed in on a real server. */
export interface SignedIn {
  readonly url: string;
  readonly cookie: string;
}

export async function signIn(url: string, persona: string): Promise<SignedIn> {
  const response = await fetch(`${url}${apiPaths.demoSession}`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({ persona }),
  });
  if (response.status !== 204) throw new Error(`${persona} cannot sign in: ${response.status}`);
  return { url, cookie: (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
}

/** A fiche that this person sees, by contrat and numero. */
export async function findFiche({ url, cookie }: SignedIn, slug: string, numero: string): Promise<FicheInList> {
  const response = await fetch(`${url}${apiPaths.contrats}`, { headers: { cookie } });
  // Our own server's answer.
  const { contrats } = (await response.json()) as ContratsBody;
  const fiche = contrats.find((contrat) => contrat.slug === slug)?.fiches.find((each) => each.numero === numero);
  if (fiche === undefined) throw new Error(`no fiche ${numero} in ${slug}`);
  return fiche;
}

/** The address of a fiche's live path for a socket. */
export function liveAddress(url: string, slug: string, fiche: FicheInList, query: string): string {
  return `${url.replace(/^http/, "ws")}${apiPaths.live(slug, fiche.id)}${query}`;
}

/** A page on a real server. */
export interface Connected {
  readonly page: RawPage;
  /** The code that its socket was closed with, once it was. */
  readonly closed: Promise<number>;
  /** For what a page never sends by itself. */
  readonly socket: WebSocket;
}

/**
 * Connects a page without a screen to a real server and resolves once it synchronised. The page notices by itself when
 * the wire is gone (`closed` resolves with the code) and can be connected again.
 */
export async function connectPage(
  person: SignedIn,
  slug: string,
  fiche: FicheInList,
  page = new RawPage(newClient()),
): Promise<Connected> {
  const address = liveAddress(person.url, slug, fiche, `?client=${page.client}&schema=1`);
  const socket = openSocket(address, { cookie: person.cookie, origin: person.url });
  const closed = new Promise<number>((resolve) => {
    socket.on("close", (code) => {
      page.lost();
      resolve(code);
    });
  });
  socket.on("message", (data: Buffer, isBinary: boolean) => {
    // Text is the answer to « ping ».
    if (isBinary) page.feed(data);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  // The server may die at any moment: what is then written to the socket is lost, as on a real network.
  socket.on("error", () => page.lost());
  page.open({ send: (bytes) => socket.send(bytes), close: () => socket.close() });
  await page.until("the first synchronisation", () => page.synced);
  return { page, closed, socket };
}

/** A socket with these headers, without compression: in Node it would be the bottleneck of any measure. */
export function openSocket(address: string, headers: Record<string, string>): WebSocket {
  return new WebSocket(address, { headers, perMessageDeflate: false });
}

let lastClient = 10_000;

/** A client id that no other page of this process has. */
export function newClient(): number {
  lastClient += 1;
  return lastClient;
}
