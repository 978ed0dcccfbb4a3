import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { decodeServerFrame } from "../../shared/protocol/server-frames.ts";
import { withSession, wordsOf, write } from "./session.ts";
import type { Bench, Target } from "./targets.ts";

const TIMES = 5;
/** An object sleeps after ten seconds without an event. */
const UNTIL_ASLEEP = 11_000;

/** How long somebody waits who opens a long text, and how much comes over the wire. */
export interface Opening {
  /** Milliseconds from the request to the whole text, the median of some; the first after the server was started. */
  readonly afterStart: number;
  /** The same of an object that slept, in a server that did not. */
  readonly afterSleep: number;
  /** Of the text itself, and of everything on the wire when the browser takes it compressed. */
  readonly bytes: number;
  readonly bytesCompressed: number;
}

/** Opens the fiche that holds a real session of 23,136 edits; null where its file is missing. */
export function coldOpen(start: () => Promise<Bench>): Promise<Opening | null> {
  return withSession(start, async (bench, trace) => {
    const target = bench.target(1);
    const text = target.name === "coaction" ? await write(target, trace) : "";
    // The reader's own code is compiled here, and not while it is measured.
    await open(target);
    const afterStart: Opened[] = [];
    for (let time = 0; time < TIMES; time++) {
      await bench.server.restart();
      // The Worker itself is awake, as it is when anybody was there before.
      await open(bench.target(0));
      afterStart.push(await open(target));
    }
    const afterSleep: Opened[] = [];
    for (let time = 0; time < 2; time++) {
      // The relay has nothing to wake with.
      if (target.name === "coaction") await pause(UNTIL_ASLEEP);
      afterSleep.push(await open(target));
    }
    for (const { words } of [...afterStart, ...afterSleep]) {
      if (words !== text) throw new Error("another text than was written");
    }
    return {
      afterStart: median(afterStart),
      afterSleep: median(afterSleep),
      bytes: afterStart[0]?.bytes ?? 0,
      bytesCompressed: (await open(target, true)).wire,
    };
  });
}

interface Opened {
  readonly milliseconds: number;
  /** Of all messages until the text was whole. */
  readonly bytes: number;
  /** Of everything that came over the wire. */
  readonly wire: number;
  readonly words: string;
}

async function open(target: Target, compressed = false): Promise<Opened> {
  const doc = new Y.Doc();
  const start = performance.now();
  const socket = target.open(doc.clientID, compressed);
  let wire: () => number = () => 0;
  socket.once("upgrade", ({ socket: plain }) => {
    const before = plain.bytesRead;
    wire = () => plain.bytesRead - before;
  });
  let bytes = 0;
  const whole = new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.once("open", () => {
      if (target.name === "relay") resolve();
      else socket.send(encodeClientFrame({ kind: "sync_step_1", stateVector: Y.encodeStateVector(doc) }));
    });
    socket.on("message", (data: Buffer) => {
      bytes += data.length;
      const frame = decodeServerFrame(data);
      if (frame?.kind !== "sync_step_2") return;
      Y.applyUpdate(doc, frame.update);
      resolve();
    });
  });
  await whole;
  const milliseconds = performance.now() - start;
  const opened = { milliseconds, bytes, wire: wire(), words: target.name === "relay" ? "" : wordsOf(doc) };
  socket.close();
  return opened;
}

function median(openings: readonly Opened[]): number {
  const sorted = openings.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN) * 10) / 10;
}
