import type { Declaration } from "../../shared/protocol/declarations.ts";
import { GATHER_ALONE_MS, GATHER_TOGETHER_MS, LIVE_FRAME_MAX } from "../../shared/protocol/limits.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import type { Cancel, Clock } from "./clock.ts";
import type { DevicePlace, KeptUpdate } from "./device-place.ts";
import { gather } from "./pieces.ts";

/** Room for the frame's own head: its type, its number, the length of its bytes. */
const HEAD_MAX = 64;
/** A gap that synchronising again did not fill so many times will not be filled by another try. */
const LACUNES_MAX = 3;

/** The largest frame of a page that was told that it sends too much, in bytes; one in each interval. */
const SLOW_FRAME_MAX = 32 * 1024;
/** When to come back after a refusal that passes by itself, in milliseconds. */
const COME_BACK_MS = { debit_depasse: 5_000, trop_d_identifiants: 60_000 } as const;

/** What of a refusal the caller has to act on. */
export type RefusalVerdict =
  | { readonly kind: "synchronise_again" }
  /** It passes by itself: nothing is sent until a new socket, in so many milliseconds. */
  | { readonly kind: "come_back"; readonly after: number; readonly reason: PassingRefusal }
  | { readonly kind: "give_up" };

export type PassingRefusal = keyof typeof COME_BACK_MS;

/** The changes made here that the server has not yet said it stored. */
export interface Outgoing {
  /**
   * A change made by this page, in the order of making, with what it restates. It is kept on the device at once and sent
   * in a while.
   */
  add(update: Uint8Array, declarations?: readonly Declaration[]): void;
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
  /** Those of `pending`, in their order. */
  unacknowledged(): readonly KeptUpdate[];
  /** Gives up all that is unacknowledged, and tells what it was. */
  abandon(): readonly KeptUpdate[];
  /** How many changes the server has not acknowledged. */
  pending(): number;
  /** How many of these would be lost with the page: not on the device either. */
  unsafe(): number;
}

interface Unacknowledged extends KeptUpdate {
  readonly number: number;
  kept: boolean;
}

/**
 * What earlier pages left on the device is sent before any change of this one.
 *
 * @param options.together whether somebody else writes in the same section just now
 * @param options.send hands a frame to the socket; false when there is none
 * @param options.changed called after every change of `pending` or `unsafe`
 */
export function createOutgoing(options: {
  readonly clock: Clock;
  readonly device: Pick<DevicePlace, "client" | "earlier" | "keep" | "stored">;
  readonly together: () => boolean;
  readonly send: (number: number, update: Uint8Array, declarations: readonly Declaration[]) => boolean;
  readonly changed: () => void;
}): Outgoing {
  const { clock, device, changed } = options;
  // In the order of sending; numbers grow for as long as the page lives.
  let unacknowledged: Unacknowledged[] = [];
  let lastNumber = 0;
  let lastSeq = 0;
  let isOpen = false;
  /** The highest number that went out on the present socket. */
  let sent = 0;
  let sentAt = Number.NEGATIVE_INFINITY;
  let lacunes = 0;
  let isSlow = false;
  let cancelSending: Cancel | null = null;

  function push(update: KeptUpdate, kept: boolean): Unacknowledged {
    lastNumber += 1;
    const entry = { ...update, number: lastNumber, kept };
    unacknowledged.push(entry);
    return entry;
  }
  for (const update of device.earlier) push(update, true);

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
    for (const frame of gather(waiting, (isSlow ? SLOW_FRAME_MAX : LIVE_FRAME_MAX) - HEAD_MAX)) {
      if (!options.send(frame.number, frame.bytes, frame.declarations)) return;
      sent = frame.number;
      sentAt = clock.now();
      if (isSlow) {
        plan();
        return;
      }
    }
  }

  return {
    add(bytes, declarations = []) {
      lastSeq += 1;
      const entry = push({ client: device.client, seq: lastSeq, bytes, declarations, seal: null }, false);
      changed();
      void device.keep(entry.seq, bytes, declarations).then((kept) => {
        entry.kept = kept;
        changed();
      });
      plan();
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
      if (unacknowledged.length === 0) isSlow = false;
      void device.stored(done);
      changed();
    },
    refused(code) {
      switch (code) {
        case "lacune":
          lacunes += 1;
          return { kind: lacunes > LACUNES_MAX ? "give_up" : "synchronise_again" };
        case "debit_depasse":
        case "trop_d_identifiants":
          isSlow ||= code === "debit_depasse";
          return { kind: "come_back", after: COME_BACK_MS[code], reason: code };
        default:
          return { kind: "give_up" };
      }
    },
    flush: sendNow,
    companyChanged() {
      if (cancelSending === null) return;
      cancelSending();
      cancelSending = null;
      plan();
    },
    unacknowledged: () => unacknowledged,
    abandon() {
      const dropped = unacknowledged;
      unacknowledged = [];
      changed();
      return dropped;
    },
    pending: () => unacknowledged.length,
    unsafe: () => unacknowledged.filter((entry) => !entry.kept).length,
  };
}
