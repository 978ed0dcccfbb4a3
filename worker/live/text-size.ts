import { TEXT_MAX } from "../../shared/protocol/limits.ts";

/** How often a text that seems too large is measured again, in milliseconds: measuring it costs what writing it costs. */
const MEASURE_EVERY_MS = 10_000;

/**
 * How large a text is. What was added to it is counted, and only when that seems too much is it measured: most of what is
 * written to a text that was edited for long is gone from it.
 */
export class TextSize {
  readonly #measure: () => number;
  #bytes = 0;
  #measuredAt = Number.NEGATIVE_INFINITY;

  /** @param measure the size of the text as it is stored, in bytes */
  constructor(measure: () => number) {
    this.#measure = measure;
  }

  /** So much was read or stored. */
  add(bytes: number): void {
    this.#bytes += bytes;
  }

  /** Whether nothing may be added any more. `now`: milliseconds since 1970. */
  isFull(now: number): boolean {
    if (this.#bytes <= TEXT_MAX) return false;
    if (now - this.#measuredAt >= MEASURE_EVERY_MS) {
      this.#measuredAt = now;
      this.#bytes = this.#measure();
    }
    return this.#bytes > TEXT_MAX;
  }
}
