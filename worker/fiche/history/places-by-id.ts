import type { Stride } from "../../../shared/text/stride.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import { firstBeyond } from "../../live/range-set.ts";

/** Ids that follow each other, and where they stand. */
export type Known = Range & { readonly place: number };

/** Finds the places of ids. Stretches of the same ids may be there twice: the first is found. */
export class PlacesById {
  readonly #byClient: ReadonlyMap<number, readonly Known[]>;

  private constructor(byClient: ReadonlyMap<number, readonly Known[]>) {
    this.#byClient = byClient;
  }

  /** Of these, in any order. Pauses as it goes. */
  static *of(known: Iterable<Known>, stride: Stride): Generator<undefined, PlacesById> {
    const byClient = new Map<number, Known[]>();
    for (const each of known) {
      const list = byClient.get(each.client);
      if (list === undefined) byClient.set(each.client, [each]);
      else list.push(each);
      if (stride.isDue(each.length)) yield;
    }
    for (const list of byClient.values()) {
      list.sort((a, b) => a.clock - b.clock);
      if (stride.isDue(2 * list.length)) yield;
    }
    return new PlacesById(byClient);
  }

  *touching({ client, clock, length }: Range): Generator<{ at: number; place: number; length: number }> {
    const list = this.#byClient.get(client) ?? [];
    for (let i = firstBeyond(list, clock); i < list.length; i++) {
      const each = list[i];
      if (each === undefined || each.clock >= clock + length) return;
      const at = Math.max(clock, each.clock);
      const end = Math.min(clock + length, each.clock + each.length);
      if (end > at) yield { at, place: each.place + (at - each.clock), length: end - at };
    }
  }
}
