/** An allowance that refills steadily up to a burst: what a person does comes in bursts, what a machine does does not. */
export interface Allowance {
  readonly perSecond: number;
  readonly burst: number;
}

/** How much of an allowance is left. In memory only: it refills sooner than an object falls asleep. */
export class Meter {
  readonly #allowance: Allowance;
  #left: number;
  #at: number;

  constructor(allowance: Allowance, now: number) {
    this.#allowance = allowance;
    this.#left = allowance.burst;
    this.#at = now;
  }

  /** Takes this much; false, and takes nothing, when so much is not left. */
  spend(amount: number, now: number): boolean {
    const elapsed = Math.max(0, now - this.#at) / 1000;
    this.#left = Math.min(this.#allowance.burst, this.#left + elapsed * this.#allowance.perSecond);
    this.#at = now;
    if (amount > this.#left) return false;
    this.#left -= amount;
    return true;
  }
}
