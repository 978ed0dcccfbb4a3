import { z } from "zod";
import { isPlace, type Place } from "../../shared/editor/sections.ts";
import type { PresenceEntry, PresenceState } from "../../shared/protocol/presence.ts";
import type { Cursor, Passenger, Present } from "./connection.ts";

/** Of nobody yet: what a socket starts with. */
export const ARRIVED: Present = { clock: 0, told: 0, here: true, place: null, cursor: null };

/**
 * What somebody is told of this person: who, by the session's word and not by the page's, and in which part of the
 * sheet; the caret only to those who are in the same part. The clock is the server's own, so that a caret told later
 * than the part alone is always the newer news.
 */
export function entryFor(passenger: Passenger, near: boolean): PresenceEntry {
  const { told, here, place, cursor } = passenger.presence;
  if (!here) return { client: passenger.client, clock: told, state: null };
  return { client: passenger.client, clock: told, state: stateOf(passenger, place, near ? cursor : null) };
}

/** What the page itself hears back: its own words under its own clock. A stock client that hears nothing closes. */
export function echoOf(passenger: Passenger): PresenceEntry {
  const { clock, here, place, cursor } = passenger.presence;
  return { client: passenger.client, clock, state: here ? stateOf(passenger, place, cursor) : null };
}

/** What everybody is told when this person's page is gone. */
export function farewellOf(passenger: Passenger): PresenceEntry {
  return { client: passenger.client, clock: passenger.presence.told + 1, state: null };
}

/** Whether the second sees the first's caret: both have theirs in the same part of the sheet. */
export function isNear(one: Passenger, other: Passenger): boolean {
  const { place } = one.presence;
  return place !== null && place === other.presence.place;
}

/**
 * What a page says of itself, or null when there is nothing new. Entries of other pages are passed over: a stock client
 * repeats to the server everything that it hears.
 */
export function ownPresence(passenger: Passenger, entries: readonly PresenceEntry[]): Omit<Present, "told"> | null {
  const own = entries.find((entry) => entry.client === passenger.client);
  if (own === undefined || own.clock < passenger.presence.clock) return null;
  if (own.state === null) return { clock: own.clock, here: false, place: null, cursor: null };
  return { clock: own.clock, here: true, ...readState(own.state) };
}

/**
 * Whether these entries are what a page of ours sends: its own alone, and in it nothing but where it is. A stock client
 * repeats what it hears and says who its person is; of that the rest is passed over.
 */
export function speaksForItself(client: number, entries: readonly PresenceEntry[]): boolean {
  return entries.every(
    (entry) =>
      entry.client === client &&
      (entry.state === null ||
        (typeof entry.state === "object" && Object.keys(entry.state).every((key) => OWN_KEYS.has(key)))),
  );
}

const OWN_KEYS = new Set(["place", "cursor"]);

function stateOf(passenger: Passenger, place: Place | null, cursor: Cursor | null): PresenceState {
  const { account, name, color, writes } = passenger;
  return { user: { id: account, name, color, writes }, ...(place === null ? {} : { place }), cursor };
}

function readState(state: unknown): { place: Place | null; cursor: Cursor | null } {
  if (typeof state !== "object" || state === null) return { place: null, cursor: null };
  const place = "place" in state && typeof state.place === "string" && isPlace(state.place) ? state.place : null;
  return { place, cursor: "cursor" in state ? readCursor(state.cursor) : null };
}

function readCursor(cursor: unknown): Cursor | null {
  if (typeof cursor !== "object" || cursor === null || !("anchor" in cursor) || !("head" in cursor)) return null;
  const anchor = readPosition(cursor.anchor);
  const head = readPosition(cursor.head);
  return anchor === null || head === null ? null : { anchor, head };
}

/** A relative position of Yjs in its JSON form, and nothing else: other pages read it. */
function readPosition(position: unknown): Cursor["anchor"] | null {
  const read = positionSchema.safeParse(position);
  return read.success ? read.data : null;
}

const id = z.object({ client: z.uint32(), clock: z.int().nonnegative() });
const positionSchema = z.object({
  type: id.nullish(),
  tname: z.string().max(80).nullish(),
  item: id.nullish(),
  assoc: z.int().nullish(),
});
