import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type WebSocket from "ws";
import type { DocumentId, GroupeId } from "../../shared/ids.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import type { SessionBody } from "../../shared/protocol/http-bodies.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { ask, type Person } from "../harness/instance.ts";
import { newClient, openSocket, signIn } from "../harness/live-client.ts";
import { bundleProgram, type PlainWorkerd, startPlain } from "../harness/plain-workerd.ts";
import { addParagraph, RawPage, textOf } from "../harness/raw-page.ts";

/** The runtime puts an object to sleep after 10 s without an event. */
const UNTIL_ASLEEP = 11_000;

let folder: string;
let server: PlainWorkerd;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "coaction-hanging-"));
  const bundle = await bundleProgram("test/worker/programs/hanging.ts", folder);
  server = await startPlain({ bundle, texts: { DEMONSTRATION: "1" } });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Made {
  readonly slug: string;
  readonly groupe: GroupeId;
  readonly fiches: readonly DocumentId[];
}

/** A question to the program of this test. */
async function essai(path: string): Promise<unknown> {
  const response = await fetch(`${server.url}/essai/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.status === 204 ? null : response.json();
}

async function idOf(person: Person): Promise<string> {
  return ((await ask(person, "GET", "/api/session")).body as SessionBody).account.id;
}

/** A contrat with so many fiches: the coordinatrice's, in whose groupe the partenaire writes. */
async function begin(fiches: number) {
  const coordinatrice = await signIn(server.url, "coordinatrice");
  const partenaire = await signIn(server.url, "partenaire");
  const who = await idOf(partenaire);
  const made = (await essai(`contrat?fiches=${fiches}&par=${await idOf(coordinatrice)}&ecrit=${who}`)) as Made;
  const remove = () => ask(coordinatrice, "DELETE", `/api/contrats/${made.slug}/membres/${who}`);
  return { coordinatrice, partenaire, made, remove };
}

interface Socket {
  readonly page: RawPage;
  readonly socket: WebSocket;
  /** The code of its end, and when it came. */
  readonly closed: Promise<{ readonly code: number; readonly at: number }>;
  /** Frames that it was sent. */
  readonly frames: () => number;
}

/** A socket of this person on a text; whether it is let in shows by what comes. */
function open({ url, cookie }: Person, slug: string, document: DocumentId): Socket {
  const page = new RawPage(newClient());
  const address = `${url.replace(/^http/, "ws")}${apiPaths.live(slug, document)}?client=${page.client}&schema=1`;
  const socket = openSocket(address, { cookie, origin: url });
  let frames = 0;
  const closed = new Promise<{ code: number; at: number }>((resolve, reject) => {
    socket.on("close", (code) => {
      page.lost();
      resolve({ code, at: performance.now() });
    });
    socket.on("error", reject);
  });
  socket.on("message", (data: Buffer, isBinary: boolean) => {
    frames += 1;
    if (isBinary) page.feed(data);
  });
  socket.on("open", () => page.open({ send: (bytes) => socket.send(bytes), close: () => socket.close() }));
  return { page, socket, closed, frames: () => frames };
}

async function synced(sockets: readonly Socket[]): Promise<void> {
  for (const { page } of sockets) await page.until("the first synchronisation", () => page.synced);
}

function milliseconds(value: number): string {
  return `${Math.round(value)} ms`;
}

it("a membre who is removed is out of two hundred fiches at once, though one of them does not answer", async () => {
  const { coordinatrice, partenaire, made, remove } = await begin(200);
  const sockets: Socket[] = [];
  for (let start = 0; start < 200; start += 20) {
    const some = made.fiches.slice(start, start + 20).map((fiche) => open(partenaire, made.slug, fiche));
    await synced(some);
    sockets.push(...some);
  }
  const [first, ...others] = sockets;
  const [fiche] = made.fiches;
  if (first === undefined || fiche === undefined) throw new Error("no fiche");
  await essai(`muet?document=${fiche}`);
  // The hardest moment: all of them sleep, and wake at once.
  await pause(UNTIL_ASLEEP);

  const began = performance.now();
  const answer = await remove();
  const answered = performance.now() - began;
  expect(answer.status).toBe(204);
  const ends = await Promise.all(others.map(({ closed }) => closed));
  expect(new Set(ends.map(({ code }) => code))).toEqual(new Set([CLOSE.judgeAgain]));
  const last = Math.max(...ends.map(({ at }) => at)) - began;
  console.log(
    `· removal over 200 open fiches asleep, one of which does not answer: the 199 others closed within ${milliseconds(last)}, the request answered in ${milliseconds(answered)}`,
  );

  const again = open(partenaire, made.slug, made.fiches[1] ?? fiche);
  expect((await again.closed).code).toBe(CLOSE.refused);
  expect(again.frames()).toBe(0);

  // It answers again: it is told by itself.
  const spoke = performance.now();
  await essai("parle");
  const end = await first.closed;
  expect(end.code).toBe(CLOSE.judgeAgain);
  console.log(`· the one that did not answer was told again ${milliseconds(end.at - spoke)} after it could`);
  const reader = open(coordinatrice, made.slug, fiche);
  await synced([reader]);
  expect(textOf(reader.page.doc, "constats")).toBe("");
});

it("a right that is taken back counts for the very next word", async () => {
  const { coordinatrice, partenaire, made, remove } = await begin(1);
  const [fiche] = made.fiches;
  if (fiche === undefined) throw new Error("no fiche");
  const [reader, writer] = [open(coordinatrice, made.slug, fiche), open(partenaire, made.slug, fiche)];
  await synced([reader, writer]);
  addParagraph(writer.page.doc, "constats", "Avant.");
  await reader.page.until("the words", () => textOf(reader.page.doc, "constats") === "Avant.");

  const began = performance.now();
  expect((await remove()).status).toBe(204);
  addParagraph(writer.page.doc, "constats", "Après.");
  const { code, at } = await writer.closed;
  expect(code).toBe(CLOSE.judgeAgain);
  console.log(`· removal on one open socket: closed within ${milliseconds(at - began)}`);
  expect(writer.page.unacked).toBe(1);
  addParagraph(reader.page.doc, "freins", "Elle continue.");
  await reader.page.until("the acknowledgement", () => reader.page.unacked === 0);
  const later = open(coordinatrice, made.slug, fiche);
  await synced([later]);
  expect(textOf(later.page.doc, "constats")).toBe("Avant.");
});

/** Holds upgrades back between their verdict and their document while `change` happens, then delivers them. */
async function heldBack(sockets: () => Socket, change: () => Promise<unknown>): Promise<Socket> {
  await essai("retiens");
  const socket = sockets();
  while ((await essai("retenus")) !== 1) await pause(10);
  await change();
  await essai("lache");
  return socket;
}

it("an upgrade that was judged just before a removal and comes just after is sent back, and shown nothing", async () => {
  const { partenaire, made, remove } = await begin(1);
  const [fiche] = made.fiches;
  if (fiche === undefined) throw new Error("no fiche");
  const late = await heldBack(() => open(partenaire, made.slug, fiche), remove);
  expect((await late.closed).code).toBe(CLOSE.judgeAgain);
  expect(late.frames()).toBe(0);
  const again = open(partenaire, made.slug, fiche);
  expect((await again.closed).code).toBe(CLOSE.refused);
});

it("a session that is ended from another device is out of its fiches at once, and one that was about to open too", async () => {
  const { partenaire, made } = await begin(3);
  const [one, two, three] = made.fiches;
  if (one === undefined || two === undefined || three === undefined) throw new Error("no fiche");
  const elsewhere = await signIn(server.url, "partenaire");
  const { sessions } = (await ask(partenaire, "GET", "/api/sessions")).body as {
    sessions: { id: string; courante: boolean }[];
  };
  const lost = sessions.find(({ courante }) => courante)?.id;
  const sockets = [one, two].map((fiche) => open(partenaire, made.slug, fiche));
  const stays = open(elsewhere, made.slug, one);
  await synced([...sockets, stays]);

  let began = 0;
  const late = await heldBack(
    () => open(partenaire, made.slug, three),
    async () => {
      began = performance.now();
      expect((await ask(elsewhere, "DELETE", `/api/sessions/${lost}`)).status).toBe(204);
    },
  );
  const ends = await Promise.all(sockets.map(({ closed }) => closed));
  expect(ends.map(({ code }) => code)).toEqual([CLOSE.judgeAgain, CLOSE.judgeAgain]);
  console.log(
    `· session ended from another device: its sockets closed within ${milliseconds(Math.max(...ends.map(({ at }) => at)) - began)}`,
  );
  expect((await late.closed).code).toBe(CLOSE.judgeAgain);
  expect(late.frames()).toBe(0);
  expect((await open(partenaire, made.slug, one).closed).code).toBe(CLOSE.refused);
  addParagraph(stays.page.doc, "constats", "Toujours là.");
  await stays.page.until("the acknowledgement", () => stays.page.unacked === 0);
});
