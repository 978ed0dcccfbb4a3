import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { isPlace } from "../editor/sections.ts";
import { ok, type Result, refuse } from "../result.ts";
import { DECLARATIONS_MAX, type Declaration } from "./declarations.ts";
import { FRAME, SYNC } from "./frame-types.ts";
import { decodePresence, encodePresence, type PresenceEntry } from "./presence.ts";
import type { SetAsideDecision } from "./set-aside.ts";
import { TICKETS_MAX, type Ticket } from "./tickets.ts";

/** What a browser sends. `PROTOCOL.md` has the grammar. */
export type ClientFrame =
  | { readonly kind: "sync_step_1"; readonly stateVector: Uint8Array }
  /** An update without a number: from a stock client of Yjs, as step 2 or as an update. */
  | { readonly kind: "update"; readonly update: Uint8Array }
  /** An update that its page wants acknowledged by this number. */
  | { readonly kind: "numbered_update"; readonly number: number; readonly update: Uint8Array }
  /** The same, with what of it restates older letters. */
  | {
      readonly kind: "declared_update";
      readonly number: number;
      readonly declarations: readonly Declaration[];
      readonly update: Uint8Array;
    }
  | { readonly kind: "presence"; readonly entries: readonly PresenceEntry[] }
  | { readonly kind: "query_presence" }
  /** What becomes of words set aside. */
  | { readonly kind: "decide_set_aside"; readonly decision: SetAsideDecision }
  /** Ids of this person's other pages, whose structs come next. */
  | { readonly kind: "tickets"; readonly tickets: readonly Ticket[] };

/** The frames that change the text: a reader may send none of them. */
export function isWriting(frame: ClientFrame): boolean {
  return frame.kind !== "sync_step_1" && frame.kind !== "presence" && frame.kind !== "query_presence";
}

/** Reads one frame. One frame carries one message: anything behind it is refused. */
export function decodeClientFrame(bytes: Uint8Array): Result<ClientFrame, "trame_invalide" | "trame_inconnue"> {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readFrame(decoder);
    if (frame === null) return refuse("trame_inconnue");
    return decoding.hasContent(decoder) ? refuse("trame_invalide") : ok(frame);
  } catch {
    return refuse("trame_invalide");
  }
}

function readFrame(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case FRAME.sync:
      return readSync(decoder);
    case FRAME.presence: {
      const entries = decodePresence(decoding.readVarUint8Array(decoder));
      if (entries === null) throw new RangeError("not presence");
      return { kind: "presence", entries };
    }
    case FRAME.queryPresence:
      return { kind: "query_presence" };
    case FRAME.numberedUpdate:
      return {
        kind: "numbered_update",
        number: decoding.readVarUint(decoder),
        update: decoding.readVarUint8Array(decoder),
      };
    case FRAME.declaredUpdate:
      return {
        kind: "declared_update",
        number: decoding.readVarUint(decoder),
        declarations: readMany(decoder, DECLARATIONS_MAX, readDeclaration),
        update: decoding.readVarUint8Array(decoder),
      };
    case FRAME.decideSetAside:
      return { kind: "decide_set_aside", decision: readDecision(decoder) };
    case FRAME.tickets:
      return { kind: "tickets", tickets: readMany(decoder, TICKETS_MAX, readTicket) };
    default:
      return null;
  }
}

function readMany<Thing>(decoder: decoding.Decoder, max: number, read: (decoder: decoding.Decoder) => Thing): Thing[] {
  const count = decoding.readVarUint(decoder);
  if (count > max) throw new RangeError("too many");
  const things: Thing[] = [];
  for (let i = 0; i < count; i++) things.push(read(decoder));
  return things;
}

function readDeclaration(decoder: decoding.Decoder): Declaration {
  return {
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    length: decoding.readVarUint(decoder),
    from: { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) },
  };
}

function readTicket(decoder: decoding.Decoder): Ticket {
  return { client: decoding.readVarUint(decoder), seal: decoding.readVarString(decoder) };
}

function readDecision(decoder: decoding.Decoder): SetAsideDecision {
  const id = decoding.readVarUint(decoder);
  const fate = decoding.readVarUint(decoder) === 1 ? "remis" : "ecarte";
  const name = decoding.readVarString(decoder);
  const place = isPlace(name) ? name : null;
  const isAfter = decoding.readVarUint(decoder) === 1;
  const after = isAfter ? { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) } : null;
  return { id, fate, place, after };
}

function readSync(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case SYNC.step1:
      return { kind: "sync_step_1", stateVector: decoding.readVarUint8Array(decoder) };
    case SYNC.step2:
    case SYNC.update:
      return { kind: "update", update: decoding.readVarUint8Array(decoder) };
    default:
      return null;
  }
}

export function encodeClientFrame(frame: ClientFrame): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  switch (frame.kind) {
    case "sync_step_1":
      encoding.writeVarUint(encoder, FRAME.sync);
      encoding.writeVarUint(encoder, SYNC.step1);
      encoding.writeVarUint8Array(encoder, frame.stateVector);
      break;
    case "update":
      encoding.writeVarUint(encoder, FRAME.sync);
      encoding.writeVarUint(encoder, SYNC.update);
      encoding.writeVarUint8Array(encoder, frame.update);
      break;
    case "numbered_update":
      encoding.writeVarUint(encoder, FRAME.numberedUpdate);
      encoding.writeVarUint(encoder, frame.number);
      encoding.writeVarUint8Array(encoder, frame.update);
      break;
    case "declared_update":
      encoding.writeVarUint(encoder, FRAME.declaredUpdate);
      encoding.writeVarUint(encoder, frame.number);
      writeDeclarations(encoder, frame.declarations);
      encoding.writeVarUint8Array(encoder, frame.update);
      break;
    case "presence":
      encoding.writeVarUint(encoder, FRAME.presence);
      encoding.writeVarUint8Array(encoder, encodePresence(frame.entries));
      break;
    case "query_presence":
      encoding.writeVarUint(encoder, FRAME.queryPresence);
      break;
    case "decide_set_aside": {
      const { id, fate, place, after } = frame.decision;
      encoding.writeVarUint(encoder, FRAME.decideSetAside);
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, fate === "remis" ? 1 : 0);
      encoding.writeVarString(encoder, place ?? "");
      encoding.writeVarUint(encoder, after === null ? 0 : 1);
      if (after !== null) {
        encoding.writeVarUint(encoder, after.client);
        encoding.writeVarUint(encoder, after.clock);
      }
      break;
    }
    case "tickets":
      encoding.writeVarUint(encoder, FRAME.tickets);
      encoding.writeVarUint(encoder, frame.tickets.length);
      for (const { client, seal } of frame.tickets) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarString(encoder, seal);
      }
      break;
  }
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}

function writeDeclarations(encoder: encoding.Encoder, declarations: readonly Declaration[]): void {
  encoding.writeVarUint(encoder, declarations.length);
  for (const { client, clock, length, from } of declarations) {
    for (const number of [client, clock, length, from.client, from.clock]) encoding.writeVarUint(encoder, number);
  }
}
