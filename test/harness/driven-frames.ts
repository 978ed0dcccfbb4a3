import * as Y from "yjs";
import { type ClientFrame, encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import { FRAMES } from "../../worker/http/routes-table.ts";
import type { Person } from "./instance.ts";
import { newClient, openSocket } from "./live-client.ts";
import { AT } from "./matrice-stage.ts";
import { RawPage } from "./raw-page.ts";

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());

/** One of each frame that a page may send. */
const ONE_OF_EACH: { readonly [Kind in ClientFrame["kind"]]: (client: number) => ClientFrame & { kind: Kind } } = {
  sync_step_1: () => ({ kind: "sync_step_1", stateVector: Y.encodeStateVector(new Y.Doc()) }),
  presence: (client) => ({ kind: "presence", entries: [{ client, clock: 1, state: { place: null, cursor: null } }] }),
  query_presence: () => ({ kind: "query_presence" }),
  update: () => ({ kind: "update", update: EMPTY }),
  numbered_update: () => ({ kind: "numbered_update", number: 0, update: EMPTY }),
  declared_update: () => ({ kind: "declared_update", number: 0, declarations: [], update: EMPTY }),
  decide_set_aside: () => ({
    kind: "decide_set_aside",
    decision: { id: 1, fate: "ecarte", place: null, after: null },
  }),
  tickets: () => ({ kind: "tickets", tickets: [] }),
};

/** By kind of frame, « oui » or the refusal. */
export function framesFor(writes: boolean): Record<string, string> {
  const kinds = Object.keys(FRAMES) as ClientFrame["kind"][];
  return Object.fromEntries(kinds.map((kind) => [kind, writes || FRAMES[kind] !== "ecrire" ? "oui" : "lecture_seule"]));
}

/** What becomes of one of each frame on a socket of this text; or the code that it was closed with. */
export async function framesOn(
  { url, cookie }: Person,
  kind: "fiches" | "notes",
  id: string,
): Promise<Record<string, string> | string> {
  const page = new RawPage(newClient());
  const address = `${url.replace(/^http/, "ws")}${AT}/${kind}/${id}/live?client=${page.client}&schema=1`;
  const socket = openSocket(address, { cookie, origin: url });
  const closed = new Promise<string>((resolve) => {
    socket.on("close", (code) => resolve(`closed ${code === CLOSE.refused ? 4403 : code}`));
  });
  socket.on("message", (data: Buffer, isBinary: boolean) => {
    if (isBinary) page.feed(data);
  });
  await new Promise<void>((resolve, reject) => socket.once("open", resolve).once("error", reject));
  page.open({ send: (bytes) => socket.send(bytes), close: () => socket.close() });
  const opened = await Promise.race([page.until("the synchronisation", () => page.synced).then(() => null), closed]);
  if (opened !== null) return opened;

  const answers: Record<string, string> = {};
  for (const [name, make] of Object.entries(ONE_OF_EACH)) {
    const before = page.refusals.length;
    socket.send(encodeClientFrame(make(page.client)));
    // Frames are taken in order: this one is acknowledged or refused by its number after that one was judged.
    const next = page.sendUpdate(EMPTY);
    const isRefused = () => page.refusals.some(({ number }) => number === next);
    await page.until("the answer", () => page.acked >= next || isRefused());
    const codes = page.refusals.slice(before).flatMap(({ number, code }) => (number === next ? [] : [code]));
    // What else may be wrong with a frame is not about rights.
    answers[name] = codes.includes("lecture_seule") ? "lecture_seule" : "oui";
  }
  socket.close();
  return answers;
}
