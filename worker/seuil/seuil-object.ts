import { DurableObject } from "cloudflare:workers";
import type { Attempt } from "../../shared/protocol/limits.ts";
import { ATTEMPTS_ALLOWED } from "../../shared/protocol/limits.ts";
import type { Env } from "../env.ts";
import { Buckets } from "./buckets.ts";

/** How often an object that is under pressure looks whether it still is, in milliseconds. */
const LOOK_EVERY_MS = 5_000;

/**
 * Counts attempts by network prefix, in memory only. A door for many prefixes: on plain workerd an object takes files by
 * being called at all, so that one for each prefix would let anybody fill the disk.
 */
export class SeuilObject extends DurableObject<Env> {
  readonly #buckets: Readonly<Record<Attempt, Buckets>> = {
    demande: new Buckets(ATTEMPTS_ALLOWED.demande),
    essai: new Buckets(ATTEMPTS_ALLOWED.essai),
  };
  #awake = false;

  /** Counts one attempt of this prefix: 0 when it is allowed, else after how many milliseconds to come back. */
  count(attempt: Attempt, prefix: string): number {
    const wait = this.#buckets[attempt].take(prefix, Date.now());
    this.#stayAwake();
    return wait;
  }

  /** An object that nobody calls for ten seconds is forgotten, and its counts with it: a timer keeps it meanwhile. */
  #stayAwake(): void {
    const now = Date.now();
    if (this.#awake || !Object.values(this.#buckets).some((buckets) => buckets.isUnderPressure(now))) return;
    this.#awake = true;
    setTimeout(() => {
      this.#awake = false;
      this.#stayAwake();
    }, LOOK_EVERY_MS);
  }
}
