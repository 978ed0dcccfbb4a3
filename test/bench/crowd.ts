import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { type Quantiles, quantiles } from "../harness/quantiles.ts";
import { connect } from "./connect.ts";
import { type Broadcast, Reader } from "./reader.ts";
import type { Target } from "./targets.ts";
import { SECTION, Typist } from "./typist.ts";

/** Milliseconds from a key to those who read, and to the writer's acknowledgement. */
export interface Delays {
  readonly seen: Quantiles;
  readonly acknowledged: Quantiles;
}

/**
 * One writer and many readers on one text. The readers are cheap, so that they are not what is measured: the bytes of a
 * broadcast are looked into once, and every other reader's copy is only compared with the first.
 */
export class Crowd {
  readonly #writer: Typist;
  readonly #readers: readonly Reader[];

  private constructor(writer: Typist, readers: readonly Reader[]) {
    this.#writer = writer;
    this.#readers = readers;
  }

  /** Connects everybody, and waits until what arrivals tell each other is over. */
  static async gather(target: Target, readerCount: number): Promise<Crowd> {
    const doc = new Y.Doc();
    const writer = new Typist(await connect(target, doc), target, doc);
    await writer.begin();
    const broadcasts: Broadcast[] = [];
    const readers: Reader[] = [];
    for (let i = 0; i < readerCount; i++) {
      const copy = new Y.Doc();
      // The relay keeps no text that a newcomer could be told.
      if (target.name === "relay") Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      readers.push(new Reader(await connect(target, copy), target, broadcasts, i === 0 ? copy : null));
    }
    await pause(300);
    return new Crowd(writer, readers);
  }

  /** This many letters, one an update, at most `inFlight` of them unacknowledged; seconds until everybody has all. */
  async race(count: number, inFlight: number): Promise<number> {
    const writer = this.#writer;
    const frames = writer.frames(letters(count));
    const everybody = Promise.all(this.#readers.map((reader) => reader.reaches(writer.sent + count)));
    const start = performance.now();
    await writer.sendAll(frames, inFlight);
    await everybody;
    const seconds = (performance.now() - start) / 1000;
    this.#check();
    return seconds;
  }

  /** Letters at this rate; after how many milliseconds each reader saw each, and the writer was acknowledged. */
  async stroll(count: number, perSecond: number): Promise<Delays> {
    const writer = this.#writer;
    const frames = writer.frames(letters(count));
    const first = writer.sent;
    const sentAt: number[] = [];
    const seen: number[] = [];
    const acknowledged: number[] = [];
    const recordIn = (list: number[]) => (from: number, to: number) => {
      const now = performance.now();
      for (let letter = from; letter < to; letter++) list.push(now - (sentAt[letter - first] ?? Number.NaN));
    };
    for (const reader of this.#readers) reader.onLetters = recordIn(seen);
    writer.onAcknowledged = recordIn(acknowledged);
    const everybody = Promise.all(this.#readers.map((reader) => reader.reaches(first + count)));
    const begin = performance.now();
    for (const [index, frame] of frames.entries()) {
      const wait = begin + (index * 1000) / perSecond - performance.now();
      if (wait > 0) await pause(wait);
      sentAt.push(performance.now());
      writer.send(frame);
    }
    await everybody;
    while (writer.acknowledged < first + count) await pause(5);
    writer.onAcknowledged = null;
    for (const reader of this.#readers) reader.onLetters = null;
    this.#check();
    return { seen: quantiles(seen), acknowledged: quantiles(acknowledged) };
  }

  /** Everybody goes; resolves when all sockets are closed. */
  async leave(): Promise<void> {
    const sockets = [this.#writer.socket, ...this.#readers.map(({ socket }) => socket)];
    await Promise.all(
      sockets.map((socket) => {
        const closed = new Promise((resolve) => socket.once("close", resolve));
        socket.close();
        return closed;
      }),
    );
  }

  /** The one reader that keeps a text has the writer's. */
  #check(): void {
    const theirs = this.#readers[0]?.readAll()?.getXmlFragment(SECTION).toString();
    const ours = this.#writer.doc.getXmlFragment(SECTION).toString();
    if (theirs !== ours) throw new Error("a reader has another text than its writer");
  }
}

/** Letters at the end, one a gesture. */
function* letters(count: number): Generator<(text: Y.XmlText) => void> {
  for (let i = 0; i < count; i++)
    yield (text) => text.insert(text.length, "abcdefghijklmnopqrstuvwxyz "[i % 27] ?? "a");
}
