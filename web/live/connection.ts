import { isFinalClose } from "../../shared/protocol/close-codes.ts";
import { PING, PING_EVERY_MS, SILENCE_MAX_MS } from "../../shared/protocol/limits.ts";
import { delayBefore } from "./backoff.ts";
import type { Cancel, Clock } from "./clock.ts";

/** The part of a WebSocket that is used, so that tests bring their own. */
export interface Socket {
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export interface SocketEvents {
  opened(): void;
  /** A binary message, or null for a text. */
  message(bytes: Uint8Array | null): void;
  closed(code: number): void;
}

/** Opens a socket to the address. No event comes before it is returned. */
export type OpenSocket = (url: string, events: SocketEvents) => Socket;

export const openBrowserSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => events.opened();
  socket.onmessage = ({ data }) => events.message(data instanceof ArrayBuffer ? new Uint8Array(data) : null);
  socket.onclose = ({ code }) => events.closed(code);
  return {
    send: (data) => socket.send(data),
    close: () => socket.close(),
  };
};

export interface ConnectionEvents {
  opened(): void;
  frame(bytes: Uint8Array): void;
  /** The socket is gone, or never came, by this close code; another attempt follows by itself. */
  lost(code: number): void;
  /** A final close code: no further attempt. */
  refused(code: number): void;
}

export interface Connection {
  start(): void;
  /** Whether the frame was handed to an open socket. */
  send(frame: Uint8Array<ArrayBuffer>): boolean;
  /** The network is back or the page is looked at again: no waiting, and an open socket must prove that it lives. */
  hurry(): void;
  /** Drops this socket and opens another, to synchronise from the beginning. */
  renew(): void;
  stop(): void;
}

/** A socket that lived this long was a good one: the next delay starts from the shortest again. */
const LASTED_MS = 10_000;
/** How long an open socket has to answer when there is a reason to doubt it. */
const DOUBT_MS = 3_000;

/**
 * Keeps one socket open to the address: comes back with growing delays and jitter, says « ping », closes a socket that
 * no longer answers. Nothing of a socket that was left behind is heard any more.
 */
export function createConnection(options: {
  /** Asked again at each attempt. */
  readonly address: () => string;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: () => number;
  readonly events: ConnectionEvents;
}): Connection {
  const { clock, events } = options;
  let socket: Socket | null = null;
  let openedAt: number | null = null;
  let failures = 0;
  let stopped = false;
  let cancelAttempt: Cancel = () => {};
  let cancelPing: Cancel = () => {};
  let cancelSilence: Cancel = () => {};

  function attempt(): void {
    cancelAttempt();
    if (stopped || socket !== null) return;
    const mine = options.openSocket(options.address(), {
      opened() {
        if (socket !== mine) return;
        openedAt = clock.now();
        heard();
        planPing();
        events.opened();
      },
      message(bytes) {
        if (socket !== mine) return;
        heard();
        if (bytes !== null) events.frame(bytes);
      },
      closed(code) {
        if (socket === mine) gone(code);
      },
    });
    socket = mine;
    expectWord(SILENCE_MAX_MS);
  }

  function leave(): void {
    if (socket === null) return;
    const left = socket;
    socket = null;
    left.close();
    cancelPing();
    cancelSilence();
    const lasted = openedAt !== null && clock.now() - openedAt >= LASTED_MS;
    failures = lasted ? 0 : failures + 1;
    openedAt = null;
  }

  function gone(code: number): void {
    leave();
    if (isFinalClose(code)) {
      stopped = true;
      events.refused(code);
      return;
    }
    cancelAttempt();
    cancelAttempt = clock.after(delayBefore(Math.max(0, failures - 1), options.random), attempt);
    events.lost(code);
  }

  function heard(): void {
    cancelSilence();
    cancelSilence = () => {};
  }

  function expectWord(within: number): void {
    cancelSilence();
    // 1006 is what the browser itself says of a socket that vanished.
    cancelSilence = clock.after(within, () => gone(1006));
  }

  function ping(within: number): void {
    socket?.send(PING);
    expectWord(within);
  }

  function planPing(): void {
    cancelPing = clock.after(PING_EVERY_MS, () => {
      ping(SILENCE_MAX_MS);
      planPing();
    });
  }

  return {
    start: attempt,
    send(frame) {
      if (socket === null || openedAt === null) return false;
      socket.send(frame);
      return true;
    },
    hurry() {
      if (stopped) return;
      if (socket === null) attempt();
      else if (openedAt !== null) ping(DOUBT_MS);
    },
    renew() {
      if (!stopped && socket !== null) gone(1000);
    },
    stop() {
      stopped = true;
      cancelAttempt();
      leave();
    },
  };
}
