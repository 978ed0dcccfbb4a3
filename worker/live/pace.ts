import { ANSWERS_ALLOWED, BYTES_ALLOWED, SIGNS_ALLOWED, STRUCTS_ALLOWED } from "../../shared/protocol/limits.ts";
import type { Connection } from "./connection.ts";
import { Meter } from "./rates.ts";

interface Meters {
  readonly bytes: Meter;
  readonly structs: Meter;
  readonly answers: Meter;
  readonly signs: Meter;
}

/** How much each socket sends and asks for. In memory: an object that fell asleep was left alone long enough. */
export class Pace {
  readonly #now: () => number;
  readonly #meters = new WeakMap<Connection, Meters>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a frame of so many bytes may come. */
  mayCome(connection: Connection, bytes: number): boolean {
    return this.#of(connection).bytes.spend(bytes, this.#now());
  }

  /** Whether an update of so many structs and deletions may come. */
  mayBring(connection: Connection, structs: number): boolean {
    return this.#of(connection).structs.spend(structs, this.#now());
  }

  /** Whether an answer of so many bytes may go out. */
  mayAnswer(connection: Connection, bytes: number): boolean {
    return this.#of(connection).answers.spend(bytes, this.#now());
  }

  /** Whether it may say once more where it is, or ask. */
  maySign(connection: Connection): boolean {
    return this.#of(connection).signs.spend(1, this.#now());
  }

  #of(connection: Connection): Meters {
    let meters = this.#meters.get(connection);
    if (meters === undefined) {
      const now = this.#now();
      meters = {
        bytes: new Meter(BYTES_ALLOWED, now),
        structs: new Meter(STRUCTS_ALLOWED, now),
        answers: new Meter(ANSWERS_ALLOWED, now),
        signs: new Meter(SIGNS_ALLOWED, now),
      };
      this.#meters.set(connection, meters);
    }
    return meters;
  }
}
