import * as Y from "yjs";
import { type ClientFrame, encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import type { Id } from "../../worker/live/bounded-decoder.ts";
import type { SeededRandom } from "../harness/random.ts";
import type { Link } from "../harness/simulated-room.ts";
import { act } from "./gestures.ts";
import { mutate } from "./mutations.ts";
import { mutateStructs, pile, scatter } from "./struct-mutations.ts";

/** A page that sends, and another one of the same person, so that one update may bring structs of two ids. */
export interface Sender {
  readonly link: Link;
  readonly twin: Link | null;
}

const CARET = { place: "freins", cursor: { anchor: { tname: "freins" }, head: { tname: "freins" } } };

/** What pages send, whole or harmed. */
export class FrameMaker {
  readonly #random: SeededRandom;
  readonly #text: Y.Doc;
  readonly #recent: Uint8Array[] = [];

  /** @param text as it is each time that a frame is made; it is only read */
  constructor(random: SeededRandom, text: Y.Doc) {
    this.#random = random;
    this.#text = text;
  }

  /** As its page makes it. */
  real(sender: Sender): Uint8Array {
    return encodeClientFrame({ kind: "numbered_update", number: next(sender), update: this.#gesture(sender) });
  }

  /** A frame that the page could send now, changed. */
  hostile(sender: Sender): Uint8Array {
    const random = this.#random;
    const number = next(sender);
    if (random.chance(0.02)) return encodeClientFrame({ kind: "numbered_update", number, update: this.#many(sender) });
    const update = this.#gesture(sender);
    this.#recent.push(update);
    if (this.#recent.length > 40) this.#recent.shift();
    // Changed inside its update, with lengths around it that are right: else few changes would come that far.
    if (random.chance(0.5)) {
      const changed = mutateStructs(update, () => this.#someId(), random);
      return encodeClientFrame({ kind: "numbered_update", number, update: changed });
    }
    if (random.chance(0.5)) {
      return encodeClientFrame({ kind: "numbered_update", number, update: mutate(update, this.#recent, random) });
    }
    const frame = encodeClientFrame(random.pick(this.#frames(sender, number, update)));
    if (random.chance(0.1)) return Buffer.concat([frame, frame]);
    return mutate(frame, this.#recent, random);
  }

  #frames({ link }: Sender, number: number, update: Uint8Array): ClientFrame[] {
    const { client } = link.passenger;
    const from = this.#someId();
    const ticket = { client: this.#someId().client, seal: "5e".repeat(16) };
    return [
      { kind: "numbered_update", number, update },
      { kind: "declared_update", number, update, declarations: [{ client, clock: 0, length: 9, from }] },
      { kind: "update", update },
      { kind: "sync_step_1", stateVector: Y.encodeStateVector(this.#text) },
      { kind: "presence", entries: [{ client, clock: number, state: CARET }] },
      { kind: "decide_set_aside", decision: { id: this.#random.below(9), fate: "remis", place: null, after: null } },
      { kind: "tickets", tickets: [ticket] },
      { kind: "query_presence" },
    ];
  }

  /** Hundreds of structs in one update, under two ids of one person. */
  #many({ link, twin }: Sender): Uint8Array {
    const random = this.#random;
    const own = [link, twin].flatMap((each) => (each === null ? [] : [this.#end(each.passenger.client)]));
    if (random.chance(0.5)) return pile(own, 1 + random.below(400));
    return scatter(own, 1 + random.below(random.pick([4, 400])), () => this.#someId(), random);
  }

  #end(client: number): Id {
    return { client, clock: Y.getState(this.#text.store, client) };
  }

  /** An id of the text, or just behind the last of somebody. */
  #someId(): Id {
    const vector = [...Y.decodeStateVector(Y.encodeStateVector(this.#text))].sort(([a], [b]) => a - b);
    // Mostly of the first, who wrote most of it.
    const [client, clock] = this.#random.pick(this.#random.chance(0.5) ? vector.slice(0, 1) : vector);
    return { client, clock: this.#random.below(clock + 1) };
  }

  #gesture({ link }: Sender): Uint8Array {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.#text));
    copy.clientID = link.passenger.client;
    const vector = Y.encodeStateVector(copy);
    const made: Uint8Array[] = [];
    copy.on("update", (update: Uint8Array) => made.push(update));
    act(copy, this.#random);
    // What one gesture sent, or a whole answer to « what am I missing », with every deletion ever made.
    return made.length > 0 && this.#random.chance(0.9) ? Y.mergeUpdates(made) : Y.encodeStateAsUpdate(copy, vector);
  }
}

function next({ link }: Sender): number {
  return 1 + link.page.acked;
}
