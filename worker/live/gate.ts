import { type ClientFrame, decodeClientFrame, isWriting } from "../../shared/protocol/client-frames.ts";
import { FIRST_SYNC_MAX, LIVE_FRAME_MAX, PRESENCE_MAX } from "../../shared/protocol/limits.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import type { Passenger } from "./connection.ts";

export type Passage =
  | { readonly kind: "pass"; readonly frame: ClientFrame }
  /** `number` is the refused update's own, or 0. */
  | { readonly kind: "refuse"; readonly code: LiveRefusal; readonly number: number };

/** Whether this page may send this frame: its size, its grammar, the right to write. What an update holds comes after. */
export function judge(passenger: Passenger, bytes: Uint8Array): Passage {
  const max = passenger.synced ? LIVE_FRAME_MAX : FIRST_SYNC_MAX;
  if (bytes.length > max) return { kind: "refuse", code: "trame_trop_grande", number: 0 };
  const decoded = decodeClientFrame(bytes);
  if (!decoded.ok) return { kind: "refuse", code: decoded.code, number: 0 };
  const frame = decoded.value;
  const number = frame.kind === "numbered_update" ? frame.number : 0;
  if (isWriting(frame) && !passenger.writes) return { kind: "refuse", code: "lecture_seule", number };
  if (frame.kind === "presence" && bytes.length > PRESENCE_MAX) {
    return { kind: "refuse", code: "trame_trop_grande", number };
  }
  return { kind: "pass", frame };
}
