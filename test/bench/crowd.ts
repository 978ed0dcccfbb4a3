import { setTimeout as pause } from "node:timers/promises";
import * as decoding from "lib0/decoding";
import type WebSocket from "ws";
import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { FRAME, SYNC } from "../../shared/protocol/frame-types.ts";
import { decodeServerFrame } from "../../shared/protocol/server-frames.ts";
import { type Quantiles, quantiles } from "../harness/quantiles.ts";
import { addParagraph } from "../harness/raw-page.ts";

/** What is measured: the product, or the bare relay beside it. */
export interface Target {
  readonly name: "coaction" | "relay";
  /** A new socket for this Yjs client id; compressed as a browser's is, or not: in Node that is what would be measured. */
  open(client: number, compressed?: boolean): WebSocket;
}

/** Milliseconds from a key to those who read, and to the writer's acknowledgement. */
export interface Delays {
  readonly seen: Quantiles;
  readonly acknowledged: Quantiles;
}

/** The part of the sheet that everybody writes in. */
export const SECTION = "description";

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

/** Told how many updates were known before, and how many are now. */
type OnUpdates = (from: number, to: number) => void;

/** Somebody who writes in a paragraph of their own, one update a gesture, and counts what is acknowledged. */
export class Typist {
  readonly socket: WebSocket;
  readonly doc: Y.Doc;
  onAcknowledged: OnUpdates | null = null;
  sent = 0;
  acknowledged = 0;
  #begun: (() => void) | null = null;

  constructor(socket: WebSocket, target: Target, doc: Y.Doc) {
    this.socket = socket;
    this.doc = doc;
    socket.on("message", (data: Buffer) => {
      // The relay acknowledges by giving the frame back.
      if (target.name === "relay") this.#hear(this.#begun === null ? this.acknowledged + 1 : 0);
      else {
        const frame = decodeServerFrame(data);
        if (frame?.kind === "refusal") throw new Error(`refused: ${frame.code}`);
        if (frame?.kind === "ack") this.#hear(frame.number - 1);
      }
    });
  }

  /** Makes the paragraph to write in, before anybody counts. */
  async begin(): Promise<void> {
    const vector = Y.encodeStateVector(this.doc);
    addParagraph(this.doc, SECTION, " ");
    const update = Y.encodeStateAsUpdate(this.doc, vector);
    const stored = new Promise<void>((resolve) => {
      this.#begun = resolve;
    });
    this.socket.send(encodeClientFrame({ kind: "numbered_update", number: 1, update }));
    await stored;
  }

  /** The frames of gestures in that paragraph, one after another; nothing is sent. */
  frames(gestures: Iterable<(text: Y.XmlText) => void>): Uint8Array<ArrayBuffer>[] {
    const frames: Uint8Array<ArrayBuffer>[] = [];
    const fragment = this.doc.getXmlFragment(SECTION);
    const paragraph = fragment.get(fragment.length - 1);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error("no paragraph to write in");
    const take = (update: Uint8Array) => {
      // Number 1 made the paragraph.
      frames.push(encodeClientFrame({ kind: "numbered_update", number: this.sent + frames.length + 2, update }));
    };
    this.doc.on("update", take);
    for (const gesture of gestures) this.doc.transact(() => gesture(text));
    this.doc.off("update", take);
    return frames;
  }

  /** Sends frames with at most so many unacknowledged; resolves when all are acknowledged. */
  async sendAll(frames: readonly Uint8Array<ArrayBuffer>[], inFlight: number): Promise<void> {
    const first = this.sent;
    const goal = first + frames.length;
    await new Promise<void>((resolve) => {
      this.onAcknowledged = () => {
        while (this.sent < goal && this.sent - this.acknowledged < inFlight) this.send(frames[this.sent - first]);
        if (this.acknowledged === goal) resolve();
      };
      this.onAcknowledged(0, 0);
    });
    this.onAcknowledged = null;
  }

  send(frame: Uint8Array<ArrayBuffer> | undefined): void {
    if (frame === undefined) throw new RangeError("no such update");
    this.socket.send(frame);
    this.sent += 1;
  }

  #hear(updates: number): void {
    this.#begun?.();
    this.#begun = null;
    const before = this.acknowledged;
    this.acknowledged = updates;
    this.onAcknowledged?.(before, updates);
  }
}

/** Letters at the end, one a gesture. */
function* letters(count: number): Generator<(text: Y.XmlText) => void> {
  for (let i = 0; i < count; i++)
    yield (text) => text.insert(text.length, "abcdefghijklmnopqrstuvwxyz "[i % 27] ?? "a");
}

/** What one broadcast brought: kept so that the same bytes are not read fifty times. */
interface Broadcast {
  readonly bytes: Buffer;
  readonly letters: number;
}

class Reader {
  readonly socket: WebSocket;
  onLetters: OnUpdates | null = null;
  readonly #target: Target;
  readonly #broadcasts: Broadcast[];
  /** Only one reader keeps the text, and reads what it was told when nothing is measured, to see that it is right. */
  readonly #doc: Y.Doc | null;
  readonly #unread: Uint8Array[] = [];
  #heard = 0;
  #letters = 0;
  #goal: { letters: number; done: () => void } | null = null;

  constructor(socket: WebSocket, target: Target, broadcasts: Broadcast[], doc: Y.Doc | null) {
    this.socket = socket;
    this.#target = target;
    this.#broadcasts = broadcasts;
    this.#doc = doc;
    socket.on("message", (data: Buffer) => this.#hear(data));
  }

  /** Its text with all that it was told; null for a reader that keeps none. */
  readAll(): Y.Doc | null {
    const doc = this.#doc;
    doc?.transact(() => {
      for (const update of this.#unread.splice(0)) Y.applyUpdate(doc, update);
    });
    return doc;
  }

  reaches(letters: number): Promise<void> {
    return new Promise((done) => {
      this.#goal = { letters, done };
    });
  }

  #hear(data: Buffer): void {
    const update = updateIn(data);
    if (update === null) return;
    let known = this.#broadcasts[this.#heard];
    if (known === undefined) {
      // The relay merges nothing: a frame is a letter.
      known = { bytes: data, letters: this.#target.name === "relay" ? 1 : lettersIn(update) };
      this.#broadcasts.push(known);
    } else if (!known.bytes.equals(data)) throw new Error("two readers were told different things");
    this.#heard += 1;
    if (this.#doc !== null) this.#unread.push(update);
    const before = this.#letters;
    this.#letters += known.letters;
    this.onLetters?.(before, this.#letters);
    if (this.#goal !== null && this.#letters >= this.#goal.letters) {
      if (this.#letters > this.#goal.letters) throw new Error("a letter came twice");
      this.#goal.done();
      this.#goal = null;
    }
  }
}

/** The update in a broadcast of the product or, as its writer sent it, of the relay; null: another frame. */
function updateIn(data: Buffer): Uint8Array | null {
  const decoder = decoding.createDecoder(data);
  const type = decoding.readVarUint(decoder);
  if (type === FRAME.numberedUpdate) decoding.readVarUint(decoder);
  else if (type !== FRAME.sync || decoding.readVarUint(decoder) !== SYNC.update) return null;
  return decoding.readVarUint8Array(decoder);
}

function lettersIn(update: Uint8Array): number {
  return Y.decodeUpdate(update).structs.reduce((sum, struct) => sum + struct.length, 0);
}

/** Connects and, where there is something to synchronise with, synchronises. */
export async function connect(target: Target, doc: Y.Doc): Promise<WebSocket> {
  const socket = target.open(doc.clientID);
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  if (target.name === "relay") return socket;
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      const frame = decodeServerFrame(data);
      if (frame?.kind !== "sync_step_2") return;
      Y.applyUpdate(doc, frame.update);
      socket.off("message", hear);
      socket.off("close", reject);
      resolve();
    };
    socket.on("message", hear);
    socket.once("close", reject);
    socket.send(encodeClientFrame({ kind: "sync_step_1", stateVector: Y.encodeStateVector(doc) }));
  });
  return socket;
}
