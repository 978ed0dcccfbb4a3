import type { Place } from "../../shared/editor/sections.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { PersonColor } from "../../shared/protocol/presence.ts";

/**
 * What a socket must remember through sleep: kept in its attachment, which Cloudflare bounds at 2,048 bytes. Rights
 * were decided at the opening, by the Worker, and stand here until the socket is judged again.
 */
export interface Passenger {
  readonly account: AccountId;
  readonly name: string;
  readonly color: PersonColor;
  readonly writes: boolean;
  /** The Yjs client id of this page load. */
  readonly client: number;
  /** Whether the page speaks our own frames (it sent `schema=`), or only y-websocket's. */
  readonly ours: boolean;
  /** Whether it was let in: one that was closed at once was never announced. */
  readonly joined: boolean;
  /** Whether it synchronised once: until then a larger frame is taken. */
  readonly synced: boolean;
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
  /** Changes what is remembered; the rest stays. */
  remember(change: Partial<Passenger>): void;
  /** Sends, or does nothing when the socket is already going: its page will synchronise again. */
  send(frame: Uint8Array<ArrayBuffer>): void;
  close(code: number, reason: string): void;
}

/** A page's connection over a socket that outlives the object's memory. */
export class SocketConnection implements Connection {
  readonly #socket: WebSocket;
  #passenger: Passenger;
  #gone = false;

  constructor(socket: WebSocket, passenger: Passenger) {
    this.#socket = socket;
    this.#passenger = passenger;
  }

  get passenger(): Passenger {
    return this.#passenger;
  }

  get gone(): boolean {
    return this.#gone;
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
