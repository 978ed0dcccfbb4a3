/** How many attempts at once, and how many come back each minute. */
export interface Allowance {
  readonly burst: number;
  readonly perMinute: number;
}

/** More than this many keys at once is an attack; those that have recovered, and then the oldest, make room. */
const KEYS_MAX = 20_000;

/**
 * Attempts of each key, counted in memory. Of a key only the time is kept at which everything it did will have come back;
 * one for which that is past is as if it had never been. Times in milliseconds.
 */
export class Buckets {
  /** How long one attempt takes to come back. */
  readonly #cost: number;
  readonly #burst: number;
  readonly #backAt = new Map<string, number>();

  constructor({ burst, perMinute }: Allowance) {
    this.#cost = 60_000 / perMinute;
    this.#burst = burst * this.#cost;
  }

  /** Counts an attempt: 0 when it is allowed, else after how many milliseconds the next one will be. */
  take(key: string, now: number): number {
    // Never further than a whole burst away, should the clock go back.
    const backAt = Math.min(Math.max(this.#backAt.get(key) ?? now, now), now + this.#burst);
    const wait = backAt + this.#cost - now - this.#burst;
    // Set again at the end: a map keeps its order, so that the first keys are those not seen for longest.
    this.#backAt.delete(key);
    if (this.#backAt.size >= KEYS_MAX) this.#makeRoom(now);
    this.#backAt.set(key, wait > 0 ? backAt : backAt + this.#cost);
    return Math.max(0, Math.ceil(wait));
  }

  /** Whether any key has used up more than half: then what is counted here is worth keeping. */
  isUnderPressure(now: number): boolean {
    for (const backAt of this.#backAt.values()) if (backAt - now > this.#burst / 2) return true;
    return false;
  }

  #makeRoom(now: number): void {
    for (const [key, backAt] of this.#backAt) if (backAt <= now) this.#backAt.delete(key);
    for (const key of this.#backAt.keys()) {
      if (this.#backAt.size < KEYS_MAX) return;
      this.#backAt.delete(key);
    }
  }
}
