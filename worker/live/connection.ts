import type { Place } from "../../shared/editor/sections.ts";
import type { Verdict } from "./live-request.ts";

/**
 * What a socket must remember through sleep: kept in its attachment, which Cloudflare bounds at 2,048 bytes. The verdict
 * stands here until the socket is judged again.
 */
export interface Passenger extends Verdict {
  /** Whether it already sent the one frame that may be larger: what a device kept. */
  readonly backlogTaken: boolean;
  /** When a frame of it was last heard, to within ten seconds; the platform knows of its pings. */
  readonly heardAt: number;
  readonly refusals: number;
  readonly presence: Present;
}

export interface Present {
  /** The page's own clock. */
  readonly clock: number;
  /** The server's: raised each time that others are told. */
  readonly told: number;
  /** false once the page itself said that it left. */
  readonly here: boolean;
  readonly place: Place | null;
  readonly cursor: Cursor | null;
}

export interface Cursor {
  readonly anchor: unknown;
  readonly head: unknown;
}

/** One person's page, as the live path sees it. */
export interface Connection {
  readonly passenger: Passenger;
  /** Whether this side closed it: nothing more is heard from it or told to it. */
  readonly gone: boolean;
  /** When anything of it was last heard, pings included; milliseconds since 1970. */
  readonly aliveAt: number;
  /** Changes what is remembered; the rest stays. */
  remember(change: Partial<Passenger>): void;
  /** Sends, or does nothing when the socket is already going: its page will synchronise again. */
  send(frame: Uint8Array<ArrayBuffer>): void;
  close(code: number, reason: string): void;
}

/** A page's connection over a socket that outlives the object's memory. */
export class SocketConnection implements Connection {
  readonly #socket: WebSocket;
  readonly #pingedAt: (socket: WebSocket) => number;
  #passenger: Passenger;
  #gone = false;

  /** @param pingedAt when the platform last answered a ping of this socket; 0: never */
  constructor(socket: WebSocket, passenger: Passenger, pingedAt: (socket: WebSocket) => number) {
    this.#socket = socket;
    this.#passenger = passenger;
    this.#pingedAt = pingedAt;
  }

  get passenger(): Passenger {
    return this.#passenger;
  }

  get gone(): boolean {
    return this.#gone;
  }

  get aliveAt(): number {
    return Math.max(this.#passenger.heardAt, this.#pingedAt(this.#socket));
  }

  remember(change: Partial<Passenger>): void {
    this.#passenger = { ...this.#passenger, ...change };
    this.#socket.serializeAttachment(this.#passenger);
  }

  send(frame: Uint8Array<ArrayBuffer>): void {
    try {
      this.#socket.send(frame);
    } catch {
      // Closing: the platform tells `webSocketClose` next.
    }
  }

  close(code: number, reason: string): void {
    this.#gone = true;
    try {
      this.#socket.close(code, reason);
    } catch {
      // Already closed.
    }
  }
}
