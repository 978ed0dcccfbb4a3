import type { Range } from "../../live/bounded-decoder.ts";
import { firstBeyond } from "../../live/range-set.ts";
import type { LetterRun } from "../../live/reprises.ts";
import type { SheetLetters } from "./replay.ts";

/** The letters of a text by their ids, as the log has them. */
export class KnownLetters {
  readonly #byClient: Map<number, (Range & { readonly text: string })[]>;

  constructor(letters: SheetLetters) {
    const all = Object.values(letters).flatMap((part) =>
      [...part.stretches()].map(({ client, clock, length, place }) => ({
        client,
        clock,
        length,
        text: part.text.slice(place, place + length),
      })),
    );
    this.#byClient = Map.groupBy(all, ({ client }) => client);
    for (const list of this.#byClient.values()) list.sort((a, b) => a.clock - b.clock);
  }

  /** As many of a range as are known, in one run from its first on; none when that one is not. */
  runs({ client, clock, length }: Range): LetterRun[] {
    const list = this.#byClient.get(client) ?? [];
    const found = list[firstBeyond(list, clock)];
    if (found === undefined || found.clock > clock) return [];
    const text = found.text.slice(clock - found.clock, clock - found.clock + length);
    return [{ text, ids: [{ client, clock, length: text.length }] }];
  }
}
