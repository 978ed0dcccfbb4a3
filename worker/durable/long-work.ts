import { inPieces } from "../live/in-pieces.ts";

export interface LongWorkParts {
  /** Resolves when others had their turn; rejects when the work is for nothing any more. */
  readonly pause: () => Promise<void>;
  /** Milliseconds from any start. */
  readonly now: () => number;
}

/**
 * What each step counts for at least, in milliseconds: on Cloudflare the clock stands still while an object works, and
 * pieces would have no end.
 */
const STEP_MS = 0.25;

/** Long work of one object: in pieces, one after another, so that asking for much at once delays nobody who writes. */
export class LongWork {
  readonly #parts: LongWorkParts;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: LongWorkParts) {
    this.#parts = parts;
  }

  /** Does it when what was asked before is done; rejects with what it throws. */
  do<Done>(work: () => Generator<unknown, Done>): Promise<Done> {
    const { pause, now } = this.#parts;
    let steps = 0;
    const clock = () => {
      steps += 1;
      return now() + steps * STEP_MS;
    };
    const begin = () => inPieces(work(), pause, clock);
    const done = this.#last.then(begin, begin);
    this.#last = done;
    return done;
  }
}
