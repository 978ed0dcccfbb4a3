import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Place } from "../editor/sections.ts";
import type { AccountId } from "../ids.ts";

/**
 * Presence in the form of y-protocols' awareness: entries (client id, clock, state as JSON). The server writes `user`
 * from the session; a page brings a place and a caret, nothing else.
 */
export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** null: this client left. */
  readonly state: unknown;
}

/** What everybody reads of somebody: `user` is the server's, the rest their page's. */
export interface PresenceState {
  readonly user: PresentUser;
  /** Where the person writes, if anywhere. */
  readonly place?: Place;
  /** Relative positions as Yjs writes them in JSON; the form that y-prosemirror reads. */
  readonly cursor?: { readonly anchor: unknown; readonly head: unknown } | null;
}

export interface PresentUser {
  readonly id: AccountId;
  readonly name: string;
  /** 1 to 8: the class `p1` to `p8` that colours this person, for everyone the same. */
  readonly color: PersonColor;
  readonly writes: boolean;
}

export type PersonColor = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const entry of entries) {
    encoding.writeVarUint(encoder, entry.client);
    encoding.writeVarUint(encoder, entry.clock);
    encoding.writeVarString(encoder, JSON.stringify(entry.state));
  }
  return encoding.toUint8Array(encoder);
}

/** The entries, or null when the bytes are not presence. Bounded by the bytes themselves. */
export function decodePresence(bytes: Uint8Array): readonly PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    // Each entry takes at least three bytes: a larger count is a lie, not a long list.
    if (count > bytes.length / 3) return null;
    const entries: PresenceEntry[] = [];
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      entries.push({ client, clock, state: JSON.parse(decoding.readVarString(decoder)) });
    }
    return decoding.hasContent(decoder) ? null : entries;
  } catch {
    return null;
  }
}
