import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import { encodeServerFrame } from "../../shared/protocol/server-frames.ts";
import type { Connection } from "./connection.ts";
import type { LoggedUpdate } from "./update-log.ts";

/** One admitted update, with who sent it and the number to acknowledge (null: from a stock client, or nothing to say). */
export interface Arrival {
  readonly from: Connection;
  readonly number: number | null;
  readonly author: AccountId;
  readonly at: number;
  /** Empty when the update brought nothing new: acknowledged and not stored. */
  readonly bytes: Uint8Array | null;
}

/** The rows of one turn: neighbours of one author become one, so that an author's row never steps over another's. */
export function rowsOf(arrivals: readonly Arrival[]): LoggedUpdate[] {
  const runs: { author: AccountId; at: number; parts: Uint8Array[] }[] = [];
  for (const arrival of arrivals) {
    if (arrival.bytes === null) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.author === arrival.author) last.parts.push(arrival.bytes);
    else runs.push({ author: arrival.author, at: arrival.at, parts: [arrival.bytes] });
  }
  return runs.map(({ author, at, parts }) => ({ author, at, bytes: merge(parts) }));
}

/** Tells everyone what one turn stored, in one frame, and each writer that it is. */
export function tell(
  connections: Iterable<Connection>,
  arrivals: readonly Arrival[],
  stored: readonly LoggedUpdate[],
): void {
  const writers = new Set(arrivals.filter((arrival) => arrival.bytes !== null).map((arrival) => arrival.from));
  if (stored.length > 0) {
    const frame = encodeServerFrame({ kind: "update", update: merge(stored.map((row) => row.bytes)) });
    for (const connection of connections) {
      // A lone writer knows its own words; among several, each is told all: Yjs passes over what it knows.
      if (writers.size === 1 && writers.has(connection)) continue;
      connection.send(frame);
    }
  }
  for (const [connection, number] of lastNumbers(arrivals)) {
    connection.send(encodeServerFrame({ kind: "ack", number }));
  }
}

function lastNumbers(arrivals: readonly Arrival[]): Map<Connection, number> {
  const numbers = new Map<Connection, number>();
  for (const { from, number } of arrivals) {
    if (number !== null) numbers.set(from, Math.max(number, numbers.get(from) ?? 0));
  }
  return numbers;
}

function merge(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Y.mergeUpdates([...parts]);
}
