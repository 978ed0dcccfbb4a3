import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import { encodeServerFrame } from "../../shared/protocol/server-frames.ts";
import type { Connection } from "./connection.ts";
import { type Deed, joinDeeds } from "./deed.ts";
import type { Decision, NewSetAside } from "./set-aside.ts";
import type { LoggedUpdate } from "./update-log.ts";

/** One admitted update, with who sent it. */
export interface Arrival {
  /** null: the update was made here, for somebody. */
  readonly from: Connection | null;
  /** What to acknowledge; null: from a stock client, or made here. */
  readonly number: number | null;
  readonly author: AccountId;
  readonly at: number;
  /** What to store and tell; null when the update brought nothing new. */
  readonly news: News | null;
  /** What somebody decided about words set aside, to keep with it. */
  readonly decision: Decision | null;
}

export interface News {
  readonly bytes: Uint8Array;
  readonly deed: Deed;
  readonly lost: readonly NewSetAside[];
}

/** The rows of one turn: neighbours of one author become one, so that an author's row never steps over another's. */
export function rowsOf(arrivals: readonly Arrival[]): LoggedUpdate[] {
  const runs: { author: AccountId; at: number; news: News[] }[] = [];
  for (const { author, at, news } of arrivals) {
    if (news === null) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.author === author) last.news.push(news);
    else runs.push({ author, at, news: [news] });
  }
  return runs.map(({ author, at, news }) => ({
    author,
    at,
    bytes: merge(news.map(({ bytes }) => bytes)),
    deed: joinDeeds(news.map(({ deed }) => deed)),
  }));
}

/** Tells everyone what one turn stored, in one frame, and each writer that it is. */
export function tell(
  connections: Iterable<Connection>,
  arrivals: readonly Arrival[],
  stored: readonly LoggedUpdate[],
): void {
  const writers = new Set(arrivals.filter(({ news }) => news !== null).map(({ from }) => from));
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
    if (from !== null && number !== null) numbers.set(from, Math.max(number, numbers.get(from) ?? 0));
  }
  return numbers;
}

function merge(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Y.mergeUpdates([...parts]);
}
