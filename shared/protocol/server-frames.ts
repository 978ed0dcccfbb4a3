import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { FRAME, SYNC } from "./frame-types.ts";
import { decodePresence, encodePresence, type PresenceEntry } from "./presence.ts";
import type { LiveRefusal } from "./refusals.ts";
import type { SetAsideWords } from "./set-aside.ts";
import type { Ticket } from "./tickets.ts";

/** What a document sends. `PROTOCOL.md` has the grammar. */
export type ServerFrame =
  | { readonly kind: "sync_step_1"; readonly stateVector: Uint8Array }
  | { readonly kind: "sync_step_2"; readonly update: Uint8Array }
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "presence"; readonly entries: readonly PresenceEntry[] }
  /** Every numbered update up to this one is stored. */
  | { readonly kind: "ack"; readonly number: number }
  /** This frame was not taken; `number` is the update's, or 0 when the frame had none. */
  | { readonly kind: "refusal"; readonly number: number; readonly code: LiveRefusal }
  | { readonly kind: "event"; readonly event: ServerEvent };

/** Told once, right after the opening: what the server knows of this socket. */
export interface WelcomeEvent {
  readonly type: "bienvenue";
  readonly writes: boolean;
  /** Changed when the text was brought back from a backup: what was written before stands on a text that is no more. */
  readonly epoch: string;
  /** For who may write: this page's own id first, then spare ones for pages that will be opened without the network. */
  readonly tickets: readonly Ticket[];
}

/** Words set aside that nobody decided about, oldest first: told at the opening and whenever they change. */
export interface SetAsideEvent {
  readonly type: "mots_ecartes";
  readonly words: readonly SetAsideWords[];
  /** How many more there are: the latest are told, and those of nobody push out everybody else's. */
  readonly untold: number;
}

/** Somebody did an act on the fiche: a page that shows where it stands asks again. It says nothing else: not everybody may know. */
export interface FicheChangedEvent {
  readonly type: "fiche_changee";
}

export type ServerEvent = WelcomeEvent | SetAsideEvent | FicheChangedEvent;

export function encodeServerFrame(frame: ServerFrame): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  switch (frame.kind) {
    case "sync_step_1":
      writeSync(encoder, SYNC.step1, frame.stateVector);
      break;
    case "sync_step_2":
      writeSync(encoder, SYNC.step2, frame.update);
      break;
    case "update":
      writeSync(encoder, SYNC.update, frame.update);
      break;
    case "presence":
      encoding.writeVarUint(encoder, FRAME.presence);
      encoding.writeVarUint8Array(encoder, encodePresence(frame.entries));
      break;
    case "ack":
      encoding.writeVarUint(encoder, FRAME.ack);
      encoding.writeVarUint(encoder, frame.number);
      break;
    case "refusal":
      encoding.writeVarUint(encoder, FRAME.refusal);
      encoding.writeVarUint(encoder, frame.number);
      encoding.writeVarString(encoder, frame.code);
      break;
    case "event":
      encoding.writeVarUint(encoder, FRAME.event);
      encoding.writeVarString(encoder, JSON.stringify(frame.event));
      break;
  }
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}

function writeSync(encoder: encoding.Encoder, step: number, bytes: Uint8Array): void {
  encoding.writeVarUint(encoder, FRAME.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
}

/**
 * Reads one frame of our own server, which a page trusts to be well formed; null for a type that this page does not
 * know (a newer server), which is left alone.
 */
export function decodeServerFrame(bytes: Uint8Array): ServerFrame | null {
  const decoder = decoding.createDecoder(bytes);
  switch (decoding.readVarUint(decoder)) {
    case FRAME.sync:
      return readSync(decoder);
    case FRAME.presence: {
      const entries = decodePresence(decoding.readVarUint8Array(decoder));
      return entries === null ? null : { kind: "presence", entries };
    }
    case FRAME.ack:
      return { kind: "ack", number: decoding.readVarUint(decoder) };
    case FRAME.refusal: {
      const number = decoding.readVarUint(decoder);
      // Written by `encodeServerFrame` from the closed list.
      return { kind: "refusal", number, code: decoding.readVarString(decoder) as LiveRefusal };
    }
    case FRAME.event:
      return { kind: "event", event: JSON.parse(decoding.readVarString(decoder)) as ServerEvent };
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): ServerFrame | null {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  switch (step) {
    case SYNC.step1:
      return { kind: "sync_step_1", stateVector: bytes };
    case SYNC.step2:
      return { kind: "sync_step_2", update: bytes };
    case SYNC.update:
      return { kind: "update", update: bytes };
    default:
      return null;
  }
}
