import * as decoding from "lib0/decoding";
import type WebSocket from "ws";
import * as Y from "yjs";
import { FRAME, SYNC } from "../../shared/protocol/frame-types.ts";
import type { Target } from "./targets.ts";
import type { OnUpdates } from "./typist.ts";

/** What one broadcast brought: kept so that the same bytes are not read fifty times. */
export interface Broadcast {
  readonly bytes: Buffer;
  readonly letters: number;
}

/** Somebody who reads, and counts the letters that come. */
export class Reader {
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
