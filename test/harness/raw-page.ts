import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { decodeServerFrame } from "../../shared/protocol/server-frames.ts";
import type { SetAsideDecision, SetAsideWords } from "../../shared/protocol/set-aside.ts";
import type { Ticket } from "../../shared/protocol/tickets.ts";

/** The part of a WebSocket that a page needs; workerd's and Node's both have it. */
export interface Wire {
  send(bytes: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

const REMOTE = Symbol("remote");

/** A page without a screen: a Y.Doc behind the protocol of ours, each change sent at once. */
export class RawPage {
  readonly doc = new Y.Doc();
  readonly refusals: { number: number; code: LiveRefusal }[] = [];
  readonly present = new Map<number, unknown>();
  presenceFrames = 0;
  writes: boolean | null = null;
  epoch: string | null = null;
  tickets: readonly Ticket[] = [];
  setAside: readonly SetAsideWords[] = [];
  /** How often the page was told that somebody did an act on the fiche. */
  ficheChanges = 0;
  synced = false;
  sent = 0;
  acked = 0;
  #wire: Wire | null = null;
  /** Everything unacknowledged, by number. */
  readonly #unacked = new Map<number, { update: Uint8Array; declarations: readonly Declaration[] | null }>();
  readonly #waiting: { test: () => boolean; done: () => void }[] = [];

  constructor(client: number) {
    this.doc.clientID = client;
    this.doc.on("update", (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin !== REMOTE) this.sendUpdate(update, this.restatedBy(transaction));
    });
  }

  get client(): number {
    return this.doc.clientID;
  }

  /** Connects over this wire: synchronises, and sends again what was never acknowledged. */
  open(wire: Wire): void {
    this.#wire = wire;
    this.synced = false;
    this.#send({ kind: "sync_step_1", stateVector: Y.encodeStateVector(this.doc) });
    for (const number of this.#unacked.keys()) this.#sendAgain(number);
  }

  /** The wire is gone. */
  lost(): void {
    this.#wire = null;
  }

  /** @param declarations what it restates; null: the page does not say */
  sendUpdate(update: Uint8Array, declarations: readonly Declaration[] | null = null): number {
    this.sent += 1;
    this.#unacked.set(this.sent, { update, declarations });
    this.#sendAgain(this.sent);
    return this.sent;
  }

  #sendAgain(number: number): void {
    const change = this.#unacked.get(number);
    if (change === undefined) return;
    const { update, declarations } = change;
    if (declarations === null) this.#send({ kind: "numbered_update", number, update });
    else this.#send({ kind: "declared_update", number, declarations, update });
  }

  sendCaret(place: string, clock: number, extra: object = {}): void {
    this.#send({
      kind: "presence",
      entries: [{ client: this.client, clock, state: { place, cursor: null, ...extra } }],
    });
  }

  decide(decision: SetAsideDecision): void {
    this.#send({ kind: "decide_set_aside", decision });
  }

  presentTickets(tickets: readonly Ticket[]): void {
    this.#send({ kind: "tickets", tickets });
  }

  sendRaw(bytes: Uint8Array): void {
    this.#wire?.send(new Uint8Array(bytes));
  }

  /** One frame of the server. */
  feed(bytes: Uint8Array): void {
    const frame = decodeServerFrame(bytes);
    if (frame === null) throw new Error("an unknown frame of the server");
    switch (frame.kind) {
      case "sync_step_1":
        break;
      case "sync_step_2":
        Y.applyUpdate(this.doc, frame.update, REMOTE);
        this.synced = true;
        break;
      case "update":
        this.receive(frame.update);
        break;
      case "presence":
        this.presenceFrames += 1;
        for (const { client, state } of frame.entries) {
          if (state === null) this.present.delete(client);
          else this.present.set(client, state);
        }
        break;
      case "ack":
        this.acked = Math.max(this.acked, frame.number);
        for (const number of this.#unacked.keys()) if (number <= frame.number) this.#unacked.delete(number);
        break;
      case "refusal":
        this.refusals.push({ number: frame.number, code: frame.code });
        this.#unacked.delete(frame.number);
        break;
      case "event":
        if (frame.event.type === "bienvenue") {
          this.writes = frame.event.writes;
          this.epoch = frame.event.epoch;
          this.tickets = frame.event.tickets;
        } else if (frame.event.type === "mots_ecartes") {
          this.setAside = frame.event.words;
        } else {
          this.ficheChanges += 1;
        }
        break;
    }
    this.#wake();
  }

  /** What a change of this page restates; null: it does not say. */
  protected restatedBy(_transaction: Y.Transaction): readonly Declaration[] | null {
    return null;
  }

  /** Words of others: shown at once. */
  protected receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, REMOTE);
  }

  get unacked(): number {
    return this.#unacked.size;
  }

  /** Resolves when the test holds, checked at each frame; rejects after thirty seconds with what was waited for. */
  until(what: string, test: () => boolean): Promise<void> {
    if (test()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`never came: ${what}`)), 30_000);
      this.#waiting.push({
        test,
        done: () => {
          clearTimeout(timer);
          resolve();
        },
      });
    });
  }

  close(): void {
    this.#wire?.close();
    this.#wire = null;
  }

  #send(frame: Parameters<typeof encodeClientFrame>[0]): void {
    this.#wire?.send(encodeClientFrame(frame));
  }

  #wake(): void {
    for (const waiting of this.#waiting.splice(0)) {
      if (waiting.test()) waiting.done();
      else this.#waiting.push(waiting);
    }
  }
}

/** The letters of a section as a reader sees them, paragraphs joined by line ends. */
export function textOf(doc: Y.Doc, section: string): string {
  return doc
    .getXmlFragment(section)
    .toArray()
    .map((paragraph) => (paragraph instanceof Y.XmlElement ? wordsOf(paragraph) : ""))
    .join("\n");
}

function wordsOf(paragraph: Y.XmlElement): string {
  return paragraph
    .toArray()
    .map((child) =>
      child instanceof Y.XmlText
        ? child
            .toDelta()
            .map((part: { insert: string }) => part.insert)
            .join("")
        : "",
    )
    .join("");
}

/** Adds a paragraph at the end of a section. */
export function addParagraph(doc: Y.Doc, section: string, words: string): void {
  doc.transact(() => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    const fragment = doc.getXmlFragment(section);
    fragment.insert(fragment.length, [paragraph]);
  });
}

/** Types into the last paragraph of a section, making one if there is none. */
export function typeAtEnd(doc: Y.Doc, section: string, words: string): void {
  const fragment = doc.getXmlFragment(section);
  const paragraph = fragment.length === 0 ? null : fragment.get(fragment.length - 1);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (text instanceof Y.XmlText) text.insert(text.length, words);
  else addParagraph(doc, section, words);
}
