import type { Context } from "hono";
import { colorOf } from "../../shared/domain/person-color.ts";
import { SCHEMA_VERSION } from "../../shared/editor/schema-version.ts";
import { type DocumentId, parseId } from "../../shared/ids.ts";
import { CLOSE, type CloseCode } from "../../shared/protocol/close-codes.ts";
import { epochOf } from "../env.ts";
import { CLIENT_MAX } from "../live/bounded-decoder.ts";
import { withVerdict } from "../live/live-request.ts";
import { type App, getActor } from "./actor.ts";
import { findContrat } from "./contrat-lookup.ts";
import { isForeign, isOwnHost } from "./one-origin.ts";
import { refused } from "./refuse.ts";

/**
 * The upgrade of a page: rights are decided here, once, and travel with the socket. Everything that may not connect,
 * for whatever reason, gets the same close; nothing is created for it.
 */
export async function liveRoute(c: Context<App>): Promise<Response> {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return refused(c, "upgrade_attendu");
  try {
    return await openSocket(c);
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    return closed(CLOSE.storageFull);
  }
}

async function openSocket(c: Context<App>): Promise<Response> {
  if (!isOwnHost(c.req.raw, c.env) || isForeign(c.req.raw, c.env)) return closed(CLOSE.refused);

  const handshake = readHandshake(c.req.query("client"), c.req.query("schema"));
  if (typeof handshake === "number") return closed(handshake);
  const id = parseId<DocumentId>(c.req.param("document") ?? "");
  const actor = id === null ? null : await getActor(c);
  if (id === null || actor === null) return closed(CLOSE.refused);
  const contrat = await findContrat(c.env, c.req.param("contrat") ?? "");
  const judged = contrat === null ? null : await contrat.judgeLive(actor.id, id);
  if (judged === null) return closed(CLOSE.refused);
  if (!(await c.env.ACCOUNT.getByName(actor.id).noteOpen(actor.session, id))) return closed(CLOSE.refused);
  const epoch = c.req.query("epoch");
  if (epoch !== undefined && epoch !== epochOf(c.env)) return closed(CLOSE.oldEpoch);

  const verdict = {
    account: actor.id,
    name: actor.nom,
    color: colorOf(actor.id),
    session: actor.session,
    ...judged,
    ...handshake,
  };
  const document = c.env.DOCUMENT.getByName(id);
  // A page whose socket broke on what it sent cannot know why: a storage that refuses breaks all sockets without a word.
  if (verdict.writes && c.req.query("unsent") !== undefined) await document.tryStorage();
  return document.fetch(withVerdict(c.req.raw, verdict));
}

/** How the platform says it to whoever asked for something that could not be stored. */
function isStorageFull(error: unknown): boolean {
  return error instanceof Error && error.message.includes("SQLITE_FULL");
}

function readHandshake(
  client: string | undefined,
  schema: string | undefined,
): { client: number; ours: boolean } | CloseCode {
  if (schema !== undefined && schema !== String(SCHEMA_VERSION)) return CLOSE.oldSchema;
  const number = Number(client);
  if (client === undefined || !/^\d{1,10}$/.test(client) || number > CLIENT_MAX) return CLOSE.badHandshake;
  return { client: number, ours: schema !== undefined };
}

/** Accepts, then closes: a stock client retries an HTTP error for ever, and stops at a final close. */
function closed(code: CloseCode): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(code, "refused");
  return new Response(null, { status: 101, webSocket: client });
}
