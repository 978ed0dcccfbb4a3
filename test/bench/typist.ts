import type WebSocket from "ws";
import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { decodeServerFrame } from "../../shared/protocol/server-frames.ts";
import { addParagraph } from "../harness/raw-page.ts";
import type { Target } from "./targets.ts";

/** The part of the sheet that everybody writes in. */
export const SECTION = "description";

/** Told how many updates were known before, and how many are now. */
export type OnUpdates = (from: number, to: number) => void;

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
