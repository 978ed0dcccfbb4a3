import { decodeStored, type Id, type Range, type Struct } from "./bounded-decoder.ts";
import type { LetterRun } from "./reprises.ts";
import type { Spans } from "./spans.ts";
import type { UpdateLog } from "./update-log.ts";

/** Letters of the log, whether or not they still show. Each look takes from the budget what it costs, found or not. */
export type LettersOf = (range: Range, budget: { left: number }) => readonly LetterRun[];

/** Letters as they were written, read from the log: the live document drops those that are deleted. */
export class Letters {
  readonly #log: UpdateLog;
  readonly #spans: Spans;
  /** The row that was read last: letters that are looked up together mostly stand in one. */
  #read: { readonly seq: number; readonly edition: number; readonly structs: readonly Struct[] } | null = null;
  /** How much was read so far. */
  #kilobytes = 0;

  constructor(log: UpdateLog, spans: Spans) {
    this.#log = log;
    this.#spans = spans;
  }

  /** At most `length` letters up to this one, itself included, as far as they were written in one go; "" when unknown. */
  upTo(id: Id, length: number): string {
    const struct = this.#wordsAt(id);
    if (struct === null) return "";
    const end = id.clock - struct.clock + 1;
    return struct.text.slice(Math.max(0, end - length), end);
  }

  /** At most `length` letters from this one on, as far as they were written in one go; "" when unknown. */
  from(id: Id, length: number): string {
    const struct = this.#wordsAt(id);
    if (struct === null) return "";
    const start = id.clock - struct.clock;
    return struct.text.slice(start, start + length);
  }

  /**
   * The letters of a range, one run for each stretch written in one go, as far as the budget goes: a look takes one from
   * it, and one more for each kilobyte that had to be read.
   */
  runs(range: Range, budget: { left: number }): LetterRun[] {
    const runs: LetterRun[] = [];
    const end = range.clock + range.length;
    let clock = range.clock;
    while (budget.left > 0 && clock < end) {
      const before = this.#kilobytes + this.#log.unpackedKilobytes;
      const text = this.from({ client: range.client, clock }, end - clock);
      if (text !== "") runs.push({ text, ids: [{ client: range.client, clock, length: text.length }] });
      clock += Math.max(1, text.length);
      budget.left -= 1 + this.#kilobytes + this.#log.unpackedKilobytes - before;
    }
    return runs;
  }

  /** The struct that brought this letter, as far as the budget goes, of which each look takes what it costs. */
  structWithin(id: Id, budget: { left: number }): Struct | null {
    if (budget.left <= 0) return null;
    const before = this.#kilobytes + this.#log.unpackedKilobytes;
    const struct = this.structAt(id);
    budget.left -= 1 + this.#kilobytes + this.#log.unpackedKilobytes - before;
    return struct;
  }

  /** The struct that brought this letter; null when unknown. */
  structAt({ client, clock }: Id): Struct | null {
    const seq = this.#spans.rowOf({ client, clock });
    for (const struct of seq === null ? [] : this.#structsOf(seq)) {
      if (struct.client === client && clock >= struct.clock && clock < struct.clock + struct.length) return struct;
    }
    return null;
  }

  #wordsAt(id: Id): { clock: number; text: string } | null {
    const struct = this.structAt(id);
    if (struct?.kind !== "item" || struct.content.kind !== "string") return null;
    return { clock: struct.clock, text: struct.content.text };
  }

  #structsOf(seq: number): readonly Struct[] {
    const { edition } = this.#log;
    if (this.#read?.seq === seq && this.#read.edition === edition) return this.#read.structs;
    const bytes = this.#log.bytesOf(seq);
    const structs = bytes === null ? [] : decodeStored(bytes).structs;
    this.#kilobytes += (bytes?.length ?? 0) >> 10;
    this.#read = { seq, edition, structs };
    return structs;
  }
}
