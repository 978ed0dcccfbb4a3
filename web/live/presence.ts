import type { Place } from "../../shared/editor/sections.ts";
import type { PresenceEntry, PresenceState } from "../../shared/protocol/presence.ts";
import type { Cancel, Clock } from "./clock.ts";
import { createListeners, type Listeners } from "./listeners.ts";

/** Two relative positions of Yjs, in their JSON form: what other people's pages draw a caret and a selection from. */
export interface Caret {
  readonly anchor: unknown;
  readonly head: unknown;
}

/**
 * Who is here and where. Without the timers of y-protocols' awareness: our own caret is sent when it moves, never
 * renewed, and somebody is gone when the server says so. The server writes everybody's `user`, ours included.
 */
export interface Presence {
  /** By Yjs id, this page included once the server has echoed it. */
  states(): ReadonlyMap<number, PresenceState>;
  /** Where this page's person writes, as last said here. */
  place(): Place | null;
  moveTo(place: Place, caret: Caret): void;
  /** The person left that place; nothing happens when they are already in another. */
  leave(place: Place): void;
  /** Whether somebody else is in the place where this page's person writes. */
  together(): boolean;
  receive(entries: readonly PresenceEntry[]): void;
  /** A new socket: the server knows nothing of where we are. */
  connected(): void;
  /** Nobody can be said to be here any more. */
  disconnected(): void;
  readonly onChange: Listeners<void>["add"];
}

/**
 * @param options.client the Yjs id of this page
 * @param options.interval the least time between two frames, in milliseconds
 * @param options.send hands entries to the socket; false when there is none
 */
export function createPresence(options: {
  readonly client: number;
  readonly clock: Clock;
  readonly interval: (together: boolean) => number;
  readonly send: (entries: readonly PresenceEntry[]) => boolean;
}): Presence {
  const { client, clock } = options;
  const states = new Map<number, PresenceState>();
  const listeners = createListeners<void>();
  let here: { readonly place: Place; readonly caret: Caret } | null = null;
  let sequence = 0;
  let sentAt = Number.NEGATIVE_INFINITY;
  let cancelSending: Cancel | null = null;

  function together(): boolean {
    if (here === null) return false;
    for (const [id, state] of states) if (id !== client && state.place === here.place) return true;
    return false;
  }

  function sendNow(): void {
    cancelSending?.();
    cancelSending = null;
    sequence += 1;
    const state = here === null ? {} : { place: here.place, cursor: here.caret };
    if (options.send([{ client, clock: sequence, state }])) sentAt = clock.now();
  }

  function plan(): void {
    if (cancelSending !== null) return;
    const wait = sentAt + options.interval(together()) - clock.now();
    if (wait <= 0) sendNow();
    else cancelSending = clock.after(wait, sendNow);
  }

  return {
    states: () => states,
    place: () => here?.place ?? null,
    moveTo(place, caret) {
      here = { place, caret };
      plan();
    },
    leave(place) {
      if (here?.place !== place) return;
      here = null;
      plan();
    },
    together,
    receive(entries) {
      for (const { client: id, state } of entries) {
        // Written by our own server, in this form.
        if (state === null) states.delete(id);
        else states.set(id, state as PresenceState);
      }
      listeners.tell();
    },
    connected() {
      sendNow();
    },
    disconnected() {
      cancelSending?.();
      cancelSending = null;
      states.clear();
      listeners.tell();
    },
    onChange: listeners.add,
  };
}
