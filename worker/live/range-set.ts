import type { Id, Range } from "./bounded-decoder.ts";

/** Ranges of ids that can be asked quickly: a reconnection repeats every deletion ever made. */
export class RangeSet {
  readonly #byClient = new Map<number, Range[]>();

  constructor(ranges: readonly Range[]) {
    for (const range of ranges) {
      const list = this.#byClient.get(range.client);
      if (list === undefined) this.#byClient.set(range.client, [range]);
      else list.push(range);
    }
    for (const [client, list] of this.#byClient) this.#byClient.set(client, disjoint(list));
  }

  /** The set as ranges that do not touch, whatever it was made of. */
  ranges(): Range[] {
    return [...this.#byClient.values()].flat();
  }

  /** A range cut where it enters and leaves the set. */
  split(range: Range): { readonly range: Range; readonly inside: boolean }[] {
    const parts: { range: Range; inside: boolean }[] = [];
    const end = range.clock + range.length;
    let clock = range.clock;
    const push = (until: number, inside: boolean) => {
      if (until <= clock) return;
      parts.push({ range: { client: range.client, clock, length: until - clock }, inside });
      clock = until;
    };
    for (const { clock: start, length } of this.#from(range)) {
      if (start >= end) break;
      push(Math.min(start, end), false);
      push(Math.min(start + length, end), true);
    }
    push(end, false);
    return parts;
  }

  /** The ranges of a client that end behind this id, in order. */
  *#from(id: Id): Generator<Range> {
    const list = this.#byClient.get(id.client) ?? [];
    for (let i = firstBeyond(list, id.clock); i < list.length; i++) {
      const range = list[i];
      if (range !== undefined) yield range;
    }
  }

  has(id: Id): boolean {
    const list = this.#byClient.get(id.client) ?? [];
    const range = list[firstBeyond(list, id.clock)];
    return range !== undefined && range.clock <= id.clock;
  }
}

/** The place, among ranges of one client in their order, of the first that ends behind this clock. */
export function firstBeyond(ranges: readonly Pick<Range, "clock" | "length">[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range !== undefined && range.clock + range.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds ids behind those that were found: what follows the last at once is one range with it. */
export function appendRange(ranges: Range[], { client, clock, length }: Range): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.client === client && last.clock + last.length === clock) {
    ranges[ranges.length - 1] = { client, clock: last.clock, length: last.length + length };
  } else {
    ranges.push({ client, clock, length });
  }
}

/** The same ids in ranges that neither overlap nor touch: a hostile update may name one range a thousand times. */
function disjoint(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const last = merged.at(-1);
    if (last !== undefined && range.clock <= last.clock + last.length) {
      const end = Math.max(last.clock + last.length, range.clock + range.length);
      merged[merged.length - 1] = { ...last, length: end - last.clock };
    } else {
      merged.push(range);
    }
  }
  return merged;
}
