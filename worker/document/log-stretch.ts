import type { AccountId } from "../../shared/ids.ts";
import type { UpdateLog } from "../live/update-log.ts";

/** A stretch of a text's log: who sent what, and when. */
export type LogStretch = readonly {
  readonly seq: number;
  readonly author: AccountId;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly bytes: Uint8Array;
}[];

/** Bytes of the log that are read at once. */
const STRETCH_BYTES = 256 * 1024;

/** What comes after this number: small enough to be handed over at once; empty when there is no more. */
export function logStretch(log: UpdateLog, after: number): LogStretch {
  const stretch: LogStretch[number][] = [];
  let size = 0;
  for (const { seq, author, at, bytes } of log.readAfter(after)) {
    stretch.push({ seq, author, at, bytes });
    size += bytes.length;
    if (size >= STRETCH_BYTES) break;
  }
  return stretch;
}
