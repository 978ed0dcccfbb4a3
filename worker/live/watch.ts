import { VANISHED_AFTER_MS } from "../../shared/protocol/limits.ts";
import type { Connection } from "./connection.ts";

/** From the last word of whoever was silent longest to the next look: nobody who vanished is shown for a minute. */
const LOOK_AFTER_MS = 55_000;
/** When nobody did anything for so long, nobody is looked after until somebody does: two pages left open cost nothing. */
const QUIET_MS = 10 * 60_000;

/**
 * Looks for people whose network went without a word, by one alarm that exists only while two people are here. Pages say
 * « ping » without waking the object, and the platform remembers when.
 */
export class Watch {
  readonly #ring: (at: number) => void;
  readonly #rest: () => void;
  /** Whether there is nothing to do until somebody comes or the alarm rings. */
  #rests = false;

  /** @param ring sets the alarm; @param rest takes it away */
  constructor(ring: (at: number) => void, rest: () => void) {
    this.#ring = ring;
    this.#rest = rest;
  }

  /** Something was heard: from now on it is looked after them. */
  heard(connections: () => readonly Connection[]): void {
    if (this.#rests) return;
    this.#rests = true;
    const at = nextLook(connections());
    if (at !== null) this.#ring(at);
  }

  /** Somebody came. */
  came(connections: () => readonly Connection[]): void {
    this.#rests = false;
    this.heard(connections);
  }

  /** Somebody left. */
  left(connections: readonly Connection[]): void {
    if (nextLook(connections) === null) this.#rest();
  }

  /** At the alarm: who vanished. Call `looked` when they are gone. */
  vanished<Kind extends Connection>(connections: readonly Kind[], now: number): Kind[] {
    this.#rests = false;
    return connections.filter((connection) => now - connection.aliveAt >= VANISHED_AFTER_MS);
  }

  /** Sets the next look, unless nobody did anything for long. */
  looked(connections: readonly Connection[], now: number): void {
    const heardAt = Math.max(...connections.map(({ passenger }) => passenger.heardAt));
    if (now - heardAt < QUIET_MS) this.heard(() => connections);
  }
}

/** null while fewer than two people are here. */
function nextLook(connections: readonly Connection[]): number | null {
  if (new Set(connections.map(({ passenger }) => passenger.account)).size < 2) return null;
  return Math.min(...connections.map(({ aliveAt }) => aliveAt)) + LOOK_AFTER_MS;
}
