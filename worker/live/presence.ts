import { isPlace } from "../../shared/editor/sections.ts";
import type { PresenceEntry, PresenceState } from "../../shared/protocol/presence.ts";
import type { Connection, Cursor, Passenger, Present } from "./connection.ts";

/** Of nobody yet: what a socket starts with. */
export const ARRIVED: Present = { clock: 0, here: true, place: null, cursor: null };

/** The room that two relative positions take in an attachment, which must stay under 2,048 bytes as a whole. */
const CURSOR_MAX = 800;

/** What everybody is told of this person: the identity is the session's, whatever the page says. */
export function entryOf(passenger: Passenger): PresenceEntry {
  const { clock, here, place, cursor } = passenger.presence;
  if (!here) return { client: passenger.client, clock, state: null };
  const state: PresenceState = {
    user: { id: passenger.account, name: passenger.name, color: passenger.color, writes: passenger.writes },
    ...(place === null ? {} : { place }),
    cursor,
  };
  return { client: passenger.client, clock, state };
}

/** What everybody is told when this person's page is gone. */
export function farewellOf(passenger: Passenger): PresenceEntry {
  return { client: passenger.client, clock: passenger.presence.clock + 1, state: null };
}

/**
 * What a page says of itself, or null when there is nothing new. Entries of other pages are passed over: a stock client
 * repeats to the server everything that it hears.
 */
export function ownPresence(passenger: Passenger, entries: readonly PresenceEntry[]): Present | null {
  const own = entries.find((entry) => entry.client === passenger.client);
  if (own === undefined || own.clock < passenger.presence.clock) return null;
  if (own.state === null) return { clock: own.clock, here: false, place: null, cursor: null };
  return { clock: own.clock, here: true, ...readState(own.state) };
}

function readState(state: unknown): { place: Present["place"]; cursor: Cursor | null } {
  if (typeof state !== "object" || state === null) return { place: null, cursor: null };
  const place = "place" in state && typeof state.place === "string" && isPlace(state.place) ? state.place : null;
  return { place, cursor: "cursor" in state ? readCursor(state.cursor) : null };
}

function readCursor(cursor: unknown): Cursor | null {
  if (typeof cursor !== "object" || cursor === null || !("anchor" in cursor) || !("head" in cursor)) return null;
  const read = { anchor: cursor.anchor, head: cursor.head };
  return JSON.stringify(read).length <= CURSOR_MAX ? read : null;
}

/** The pages present, each once. */
export function presentEntries(connections: Iterable<Connection>, except: Connection | null): PresenceEntry[] {
  const entries: PresenceEntry[] = [];
  for (const connection of connections) {
    if (connection !== except && connection.passenger.presence.here) entries.push(entryOf(connection.passenger));
  }
  return entries;
}
