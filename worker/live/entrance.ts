import { isWriting } from "../../shared/protocol/client-frames.ts";
import type { Connection } from "./connection.ts";
import { judge, type Passage } from "./gate.ts";
import type { Pace } from "./pace.ts";

/** How exactly it is remembered when a page was last heard: remembering costs a little with each frame. */
const HEARD_EVERY_MS = 10_000;

/** One frame at the door: its size, its grammar, the right to write, and how much came before it. */
export function enter(connection: Connection, bytes: Uint8Array, pace: Pace, now: number): Passage {
  if (now - connection.passenger.heardAt >= HEARD_EVERY_MS) connection.remember({ heardAt: now });
  if (!pace.mayCome(connection, bytes.length)) return TOO_FAST;
  const passage = judge(connection.passenger, bytes);
  if (passage.kind === "refuse") return passage;
  if (isWriting(passage.frame)) {
    if (!connection.passenger.backlogTaken) connection.remember({ backlogTaken: true });
  } else if (!pace.maySign(connection)) {
    return TOO_FAST;
  }
  return passage;
}

const TOO_FAST: Passage = { kind: "refuse", code: "debit_depasse", number: 0 };
