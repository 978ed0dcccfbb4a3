import { type ClientFrame, decodeClientFrame, isWriting } from "../../shared/protocol/client-frames.ts";
import { FIRST_SYNC_MAX, LIVE_FRAME_MAX, PRESENCE_MAX } from "../../shared/protocol/limits.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import type { Passenger } from "./connection.ts";
import { speaksForItself } from "./presence.ts";

export type Passage =
  | { readonly kind: "pass"; readonly frame: ClientFrame }
  /** `number` is the refused update's own, or 0. */
  | { readonly kind: "refuse"; readonly code: LiveRefusal; readonly number: number };

/** Whether this page may send this frame: its size, its grammar, the right to write. What an update holds comes after. */
export function judge(passenger: Passenger, bytes: Uint8Array): Passage {
  const max = passenger.backlogTaken ? LIVE_FRAME_MAX : FIRST_SYNC_MAX;
  if (bytes.length > max) return { kind: "refuse", code: "trame_trop_grande", number: 0 };
  const decoded = decodeClientFrame(bytes);
  if (!decoded.ok) return { kind: "refuse", code: decoded.code, number: 0 };
  const frame = decoded.value;
  const number = "number" in frame ? frame.number : 0;
  if (isWriting(frame) && !passenger.writes) return { kind: "refuse", code: "lecture_seule", number };
  if (frame.kind === "presence" && passenger.ours && !speaksForItself(passenger.client, frame.entries)) {
    return { kind: "refuse", code: "presence_refusee", number };
  }
  if (bytes.length > maxOf(frame)) return { kind: "refuse", code: "trame_trop_grande", number };
  return { kind: "pass", frame };
}

/** Only an update is ever larger than what is sent live. */
function maxOf(frame: ClientFrame): number {
  switch (frame.kind) {
    case "update":
    case "numbered_update":
    case "declared_update":
      return FIRST_SYNC_MAX;
    case "presence":
      return PRESENCE_MAX;
    case "sync_step_1":
    case "query_presence":
    case "decide_set_aside":
    case "tickets":
      return LIVE_FRAME_MAX;
  }
}
