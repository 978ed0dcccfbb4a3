import { GATHER_ALONE_MS, GATHER_TOGETHER_MS, LIVE_FRAME_MAX } from "../../shared/protocol/limits.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import type { Cancel, Clock } from "./clock.ts";
import type { Shelf } from "./device-store.ts";
import { gather } from "./pieces.ts";

/** Room for the frame's own head: its type, its number, the length of its bytes. */
const HEAD_MAX = 64;
/** A gap that synchronising again did not fill so many times will not be filled by another try. */
const LACUNES_MAX = 3;

/** What of a refusal the caller has to act on. */
export type RefusalVerdict = "synchronise_again" | "give_up";

/** The changes made here that the server has not yet said it stored. */
export interface Outgoing {
  /** A change made by this page, in the order of making. It is kept on the device at once and sent in a while. */
  add(update: Uint8Array): void;
  /** What earlier pages left, before any change of this one is sent. */
  takeEarlier(): Promise<readonly Uint8Array[]>;
  /** A new socket takes changes: all that is unacknowledged goes out on it. */
  open(): void;
  /** Nothing can be sent for now, or (after a refusal) ever again from this page. */
  shut(): void;
  acknowledged(number: number): void;
  refused(code: LiveRefusal): RefusalVerdict;
  /** Sends what is gathered now: the page may be about to go. */
  flush(): void;
  /** Somebody came into the section, or left it: what waits may be due sooner. */
  companyChanged(): void;
  /** Forgets all that is unacknowledged, on the device too. */
  abandon(): Promise<void>;
  /** How many changes the server has not acknowledged. */
  pending(): number;
  /** How many of these would be lost with the page: not on the device either. */
  unsafe(): number;
}

interface Unacknowledged {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly client: number;
  readonly seq: number;
  kept: boolean;
}

/**
 * @param options.client the Yjs id of this page
 * @param options.together whether somebody else writes in the same section just now
 * @param options.send hands a frame to the socket; false when there is none
 * @param options.changed called after every change of `pending` or `unsafe`
 */
export function createOutgoing(options: {
  readonly client: number;
  readonly clock: Clock;
  readonly shelf: Promise<Shelf>;
  readonly together: () => boolean;
  readonly send: (number: number, update: Uint8Array) => boolean;
  readonly changed: () => void;
}): Outgoing {
  const { client, clock, shelf, changed } = options;
  // In the order of sending; numbers grow for as long as the page lives.
  let unacknowledged: Unacknowledged[] = [];
  let lastNumber = 0;
  let lastSeq = 0;
  let isOpen = false;
  /** The highest number that went out on the present socket. */
  let sent = 0;
  let sentAt = Number.NEGATIVE_INFINITY;
  let lacunes = 0;
  let cancelSending: Cancel | null = null;

  function push(from: number, seq: number, bytes: Uint8Array, kept: boolean): Unacknowledged {
    lastNumber += 1;
    const entry = { number: lastNumber, bytes, client: from, seq, kept };
    unacknowledged.push(entry);
    return entry;
  }

  function interval(): number {
    return options.together() ? GATHER_TOGETHER_MS : GATHER_ALONE_MS;
  }

  function plan(): void {
    if (!isOpen || cancelSending !== null || sent >= lastNumber) return;
    const wait = sentAt + interval() - clock.now();
    if (wait <= 0) sendNow();
    else cancelSending = clock.after(wait, sendNow);
  }

  function sendNow(): void {
    cancelSending?.();
    cancelSending = null;
    if (!isOpen) return;
    const waiting = unacknowledged.filter(({ number }) => number > sent);
    for (const frame of gather(waiting, LIVE_FRAME_MAX - HEAD_MAX)) {
      if (!options.send(frame.number, frame.bytes)) return;
      sent = frame.number;
      sentAt = clock.now();
    }
  }

  async function forget(entries: readonly Unacknowledged[]): Promise<void> {
    const upTo = new Map<number, number>();
    for (const entry of entries) upTo.set(entry.client, entry.seq);
    const place = await shelf;
    await Promise.all([...upTo].map(([from, seq]) => place.forget(from, seq)));
  }

  return {
    add(bytes) {
      lastSeq += 1;
      const entry = push(client, lastSeq, bytes, false);
      changed();
      void shelf
        .then((place) => place.keep(entry.seq, bytes))
        .then((kept) => {
          entry.kept = kept;
          changed();
        });
      plan();
    },
    async takeEarlier() {
      const place = await shelf;
      const rows = await place.earlier();
      const own = unacknowledged;
      unacknowledged = [];
      for (const row of rows) push(row.client, row.seq, row.bytes, true);
      // Typed while the device was being read, before anything was sent: these go behind.
      for (const entry of own) {
        lastNumber += 1;
        unacknowledged.push(Object.assign(entry, { number: lastNumber }));
      }
      changed();
      return rows.map((row) => row.bytes);
    },
    open() {
      isOpen = true;
      sent = 0;
      sendNow();
    },
    shut() {
      isOpen = false;
      cancelSending?.();
      cancelSending = null;
    },
    acknowledged(number) {
      const done = unacknowledged.filter((entry) => entry.number <= number);
      if (done.length === 0) return;
      lacunes = 0;
      unacknowledged = unacknowledged.filter((entry) => entry.number > number);
      void forget(done);
      changed();
    },
    refused(code) {
      if (code !== "lacune") return "give_up";
      lacunes += 1;
      return lacunes > LACUNES_MAX ? "give_up" : "synchronise_again";
    },
    flush: sendNow,
    companyChanged() {
      if (cancelSending === null) return;
      cancelSending();
      cancelSending = null;
      plan();
    },
    async abandon() {
      const dropped = unacknowledged;
      unacknowledged = [];
      changed();
      await forget(dropped);
    },
    pending: () => unacknowledged.length,
    unsafe: () => unacknowledged.filter((entry) => !entry.kept).length,
  };
}
