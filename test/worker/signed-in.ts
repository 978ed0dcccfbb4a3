import { SELF } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { ContratsBody, FicheInList } from "../../shared/protocol/http-bodies.ts";
import { RawPage } from "../harness/raw-page.ts";

export const ORIGIN = "http://127.0.0.1:8787";

/** Signs in as a persona of the demonstration; the cookie to send. */
export async function signInAs(persona: string): Promise<string> {
  const response = await SELF.fetch(`${ORIGIN}/api/demo/session`, {
    method: "POST",
    headers: { origin: ORIGIN },
    body: JSON.stringify({ persona }),
  });
  if (response.status !== 204) throw new Error(`${persona} cannot sign in: ${response.status}`);
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

/** A fiche that this persona sees, by contrat and numero. */
export async function ficheOf(cookie: string, slug: string, numero: string): Promise<FicheInList> {
  const response = await SELF.fetch(`${ORIGIN}/api/contrats`, { headers: { cookie } });
  const { contrats } = await response.json<ContratsBody>();
  const fiche = contrats.find((contrat) => contrat.slug === slug)?.fiches.find((each) => each.numero === numero);
  if (fiche === undefined) throw new Error(`no fiche ${numero} in ${slug}`);
  return fiche;
}

export interface Opened {
  readonly page: RawPage;
  /** The code that the server closed with, once it did. */
  readonly closed: Promise<number>;
}

/** Asks for the live path with exactly these headers; the answer as it came. */
export function upgrade(path: string, headers: Record<string, string>): Promise<Response> {
  return SELF.fetch(`${ORIGIN}${path}`, { headers: { upgrade: "websocket", ...headers } });
}

/** Connects a page over the answer of an upgrade. */
export function connect(response: Response, page: RawPage): Opened {
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no socket: ${response.status}`);
  const closed = new Promise<number>((resolve) => {
    socket.addEventListener("close", (event) => {
      page.lost();
      resolve(event.code);
    });
  });
  socket.addEventListener("message", (event) => {
    if (typeof event.data !== "string") page.feed(new Uint8Array(event.data));
  });
  // The platform hands out blobs unless asked.
  socket.binaryType = "arraybuffer";
  socket.accept();
  page.open({ send: (bytes) => socket.send(bytes), close: () => socket.close(1000) });
  return { page, closed };
}

let nextClient = 1_000;

/** A persona's page on a fiche, synchronised; in a session of its own unless a cookie is given. */
export async function openPage(persona: string, slug: string, numero: string, session?: string): Promise<Opened> {
  nextClient += 1;
  const cookie = session ?? (await signInAs(persona));
  const fiche = await ficheOf(cookie, slug, numero);
  const opened = await openLive(cookie, slug, fiche, nextClient);
  await opened.page.until("the first synchronisation", () => opened.page.synced);
  return opened;
}

/** A page with this client id, connected; whether it is let in shows by what comes. */
export async function openLive(cookie: string, slug: string, fiche: FicheInList, client: number): Promise<Opened> {
  const path = `/api/contrats/${slug}/fiches/${fiche.id}/live?client=${client}&schema=1`;
  return connect(await upgrade(path, { cookie, origin: ORIGIN }), new RawPage(client));
}

/** The stub of a fiche's document. */
export function documentOf(fiche: FicheInList) {
  return env.DOCUMENT.getByName(fiche.id);
}
