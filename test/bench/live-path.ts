import WebSocket from "ws";
import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import type { ContratsBody, FicheInList } from "../../shared/protocol/http-bodies.ts";
import { decodeServerFrame } from "../../shared/protocol/server-frames.ts";

/**
 * How fast the live path is, on a server of this machine that is already running a demonstration:
 * `node test/bench/live-path.ts http://127.0.0.1:8787`. One writer, N readers, one letter an update. Loopback only,
 * bounded in count; figures are printed and asserted nowhere.
 */
const base = process.argv[2] ?? "http://127.0.0.1:8787";
if (!["127.0.0.1", "localhost", "[::1]"].includes(new URL(base).hostname)) throw new Error("loopback only");

const SLUG = "challans-gois-ocean-marais-de-monts";
const UPDATES = 3_000;
const IN_FLIGHT = 64;

const cookie = await signIn("pilote");
const fiche = await findFiche();
for (const readers of [1, 20, 50]) await throughput(readers);
await latency(50);
process.exit(0);

async function throughput(readerCount: number): Promise<void> {
  const readers = await Promise.all(Array.from({ length: readerCount }, () => open()));
  const writer = await open();
  const start = performance.now();
  let sent = 0;
  while (sent < UPDATES) {
    await writer.until(() => sent - writer.acked < IN_FLIGHT);
    sent += 1;
    writer.type(sent);
  }
  const last = Y.encodeStateVector(writer.doc);
  await writer.until(() => writer.acked === UPDATES);
  await Promise.all(readers.map((reader) => reader.until(() => reaches(reader.doc, last))));
  const seconds = (performance.now() - start) / 1000;
  console.log(`${readerCount} readers: ${Math.round(UPDATES / seconds)} updates/s, ${IN_FLIGHT} in flight`);
  for (const page of [...readers, writer]) page.close();
}

async function latency(readerCount: number): Promise<void> {
  const readers = await Promise.all(Array.from({ length: readerCount }, () => open()));
  const writer = await open();
  const seen: number[] = [];
  const acked: number[] = [];
  for (let i = 1; i <= 300; i++) {
    const start = performance.now();
    const reader = readers[i % readerCount];
    const before = reader?.updates ?? 0;
    writer.type(i);
    void writer.until(() => writer.acked >= i).then(() => acked.push(performance.now() - start));
    await reader?.until(() => reader.updates > before);
    seen.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  console.log(`${readerCount} readers, 66 letters/s: seen after p50 ${at(seen, 0.5)} p99 ${at(seen, 0.99)} ms`);
  console.log(`acknowledged after p50 ${at(acked, 0.5)} p99 ${at(acked, 0.99)} ms`);
  for (const page of [...readers, writer]) page.close();
}

function at(values: number[], quantile: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * quantile)] ?? Number.NaN).toFixed(1);
}

function reaches(doc: Y.Doc, vector: Uint8Array): boolean {
  for (const [client, clock] of Y.decodeStateVector(vector)) if (Y.getState(doc.store, client) < clock) return false;
  return true;
}

async function signIn(persona: string): Promise<string> {
  const response = await fetch(`${base}/api/demo/session`, {
    method: "POST",
    headers: { origin: base },
    body: JSON.stringify({ persona }),
  });
  return (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

async function findFiche(): Promise<FicheInList> {
  const response = await fetch(`${base}/api/contrats`, { headers: { cookie } });
  // Our own server's answer.
  const { contrats } = (await response.json()) as ContratsBody;
  const found = contrats.find(({ slug }) => slug === SLUG)?.fiches.find(({ numero }) => numero === "4.1");
  if (found === undefined) throw new Error("the demonstration has no such fiche");
  return found;
}

async function open() {
  const doc = new Y.Doc();
  const url = `${base.replace("http", "ws")}/api/contrats/${SLUG}/fiches/${fiche.id}/live?client=${doc.clientID}&schema=1`;
  // Compression in Node's client would be what is measured.
  const socket = new WebSocket(url, { headers: { cookie, origin: base }, perMessageDeflate: false });
  socket.binaryType = "nodebuffer";
  let waiting: { test: () => boolean; done: () => void }[] = [];
  const page = {
    doc,
    acked: 0,
    updates: 0,
    synced: false,
    type(number: number) {
      const vector = Y.encodeStateVector(doc);
      const text = doc.getText("intitule");
      text.insert(0, "a");
      const update = Y.encodeStateAsUpdate(doc, vector);
      if (text.length > 100) text.delete(100, text.length - 100);
      socket.send(encodeClientFrame({ kind: "numbered_update", number, update }));
    },
    until(test: () => boolean): Promise<void> {
      return test() ? Promise.resolve() : new Promise((done) => waiting.push({ test, done }));
    },
    close: () => socket.close(),
  };
  socket.on("message", (data: Buffer) => {
    const frame = decodeServerFrame(data);
    if (frame?.kind === "update" || frame?.kind === "sync_step_2") {
      Y.applyUpdate(doc, frame.update, "remote");
      page.updates += 1;
      if (frame.kind === "sync_step_2") page.synced = true;
    } else if (frame?.kind === "ack") page.acked = Math.max(page.acked, frame.number);
    else if (frame?.kind === "refusal") throw new Error(frame.code);
    const still = waiting.filter(({ test }) => !test());
    for (const each of waiting) if (!still.includes(each)) each.done();
    waiting = still;
  });
  await new Promise((resolve) => socket.on("open", resolve));
  socket.send(encodeClientFrame({ kind: "sync_step_1", stateVector: Y.encodeStateVector(doc) }));
  await page.until(() => page.synced);
  return page;
}
