import * as Y from "yjs";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { decodeServerFrame, type WelcomeEvent } from "../../shared/protocol/server-frames.ts";
import type { SetAsideWords } from "../../shared/protocol/set-aside.ts";
import { unreachable } from "../../shared/result.ts";
import type { Cancel, Clock } from "./clock.ts";
import type { Presence } from "./presence.ts";

/** The origin of every change that came from the server. */
const REMOTE = Symbol("remote");

/** While a letter is being composed (dead key, input method), other people's changes wait at most this long. */
const HOLD_MAX_MS = 3_000;

export interface Incoming {
  frame(bytes: Uint8Array): void;
  /**
   * A composition began: the browser loses it when the text around it is drawn again. Changes from others wait until
   * `release`, or 3 s, whichever comes first.
   */
  hold(): void;
  release(): void;
  stop(): void;
}

/** What frames do besides changing the document and presence. */
export interface IncomingEvents {
  welcome(event: WelcomeEvent): void;
  /** All the words set aside that nobody decided about. */
  setAside(words: readonly SetAsideWords[], untold: number): void;
  /** Somebody did an act on the fiche. */
  acted(): void;
  /** A change of the server's has entered the document. */
  changed(update: Uint8Array): void;
  synchronised(): void;
  acknowledged(number: number): void;
  refused(number: number, code: LiveRefusal): void;
}

/** Frames of the server → document, presence, and the rest of the page by `events`. */
export function createIncoming(options: {
  readonly doc: Y.Doc;
  readonly clock: Clock;
  readonly presence: Presence;
  readonly events: IncomingEvents;
  /** Called before others' changes enter the document. */
  readonly beforeRemote: () => void;
}): Incoming {
  const { doc, clock, presence, events } = options;
  let held: Uint8Array[] | null = null;
  let synchronisedWhileHeld = false;
  let cancelHold: Cancel = () => {};

  function take(update: Uint8Array): void {
    if (held !== null) {
      held.push(update);
      return;
    }
    options.beforeRemote();
    Y.applyUpdate(doc, update, REMOTE);
    events.changed(update);
  }

  function release(): void {
    cancelHold();
    const waiting = held;
    held = null;
    if (waiting === null) return;
    options.beforeRemote();
    // One transaction, so that each editor draws once.
    Y.transact(
      doc,
      () => {
        for (const update of waiting) Y.applyUpdate(doc, update, REMOTE);
      },
      REMOTE,
      false,
    );
    for (const update of waiting) events.changed(update);
    if (synchronisedWhileHeld) events.synchronised();
    synchronisedWhileHeld = false;
  }

  return {
    frame(bytes) {
      const frame = decodeServerFrame(bytes);
      if (frame === null) return;
      switch (frame.kind) {
        case "sync_step_1":
          // What the server misses of ours it gets as numbered updates, and acknowledges; it never asks for others'.
          break;
        case "sync_step_2":
          take(frame.update);
          if (held === null) events.synchronised();
          else synchronisedWhileHeld = true;
          break;
        case "update":
          take(frame.update);
          break;
        case "presence":
          presence.receive(frame.entries);
          break;
        case "ack":
          events.acknowledged(frame.number);
          break;
        case "refusal":
          events.refused(frame.number, frame.code);
          break;
        case "event":
          // A newer server may tell others.
          if (frame.event.type === "bienvenue") events.welcome(frame.event);
          else if (frame.event.type === "mots_ecartes") events.setAside(frame.event.words, frame.event.untold);
          else if (frame.event.type === "fiche_changee") events.acted();
          break;
        default:
          unreachable(frame);
      }
    },
    hold() {
      if (held !== null) return;
      held = [];
      cancelHold = clock.after(HOLD_MAX_MS, release);
    },
    release,
    stop() {
      cancelHold();
      held = null;
    },
  };
}
