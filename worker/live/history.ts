import type { AccountId } from "../../shared/ids.ts";
import type { Id, Range } from "./bounded-decoder.ts";
import type { Reprise } from "./deed.ts";
import { followReprises, type Origin } from "./origins.ts";
import type { LoggedUpdate } from "./update-log.ts";

/** Letters that somebody removed. */
export interface Removal extends Range {
  readonly by: AccountId;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Which update of the log it was, counted from the oldest. */
  readonly row: number;
  /** Whether the same update put them elsewhere: then they were moved. */
  readonly moved: boolean;
}

/** What came in one update: letters, paragraphs, marks. */
export interface Insertion extends Range {
  readonly by: AccountId;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Which update of the log it was, counted from the oldest. */
  readonly row: number;
}

/**
 * Who wrote, moved and removed each letter ever written, as the deeds of a log say it: nothing is applied and nothing is
 * inferred. A letter without a removal shows, or was set aside.
 */
export class History {
  readonly #owners = new Map<number, AccountId>();
  readonly #insertions = new Ranges<Insertion>();
  readonly #reprises = new Ranges<Reprise>();
  /** The same, by the letters that they restate. */
  readonly #restated = new Ranges<Range & { readonly by: Range }>();
  readonly #removals = new Ranges<Removal>();
  #rows = 0;

  /** Reads a log, oldest first, pausing at every row; a row costs microseconds. */
  static *read(rows: Iterable<LoggedUpdate>): Generator<undefined, History> {
    const history = new History();
    for (const row of rows) {
      history.add(row);
      yield;
    }
    return history;
  }

  /** The next row of the log. */
  add({ author, at, deed }: Omit<LoggedUpdate, "bytes">): void {
    const row = this.#rows;
    this.#rows += 1;
    for (const { client, clock, length } of deed.inserted) {
      this.#owners.set(client, author);
      this.#insertions.add({ client, clock, length, by: author, at, row });
    }
    const movedFrom = new Ranges<Range>();
    for (const reprise of deed.reprises) {
      const { client, clock, length, from } = reprise;
      this.#reprises.add(reprise);
      this.#restated.add({ ...from, length, by: { client, clock, length } });
      movedFrom.add({ ...from, length });
    }
    for (const range of deed.deleted) {
      for (const { part, moved } of cut(range, movedFrom.touching(range))) {
        this.#removals.add({ ...part, by: author, at, row, moved });
      }
    }
  }

  /** What no update said, and somebody found in the text itself. */
  addRemoval(removal: Removal): void {
    this.#removals.add(removal);
  }

  /** The person who wrote under this client id; null when nothing was. */
  owner(client: number): AccountId | null {
    return this.#owners.get(client) ?? null;
  }

  /** These letters in stretches, each with the letters that it comes from: themselves, where they were typed. */
  of(range: Range): Origin[] {
    return followReprises(range, (part) => this.#reprises.touching(part));
  }

  /** What was removed of these letters, whole as it was removed, in the order of the letters. */
  removals(range: Range): readonly Removal[] {
    return this.#removals.touching(range);
  }

  /** The updates that brought these, whole as they came, in the order of their clocks. */
  insertions(range: Range): readonly Insertion[] {
    return this.#insertions.touching(range);
  }

  /** Of letters, the one that was first written last; of those that came together, the last. undefined: of none. */
  latestOf(ids: readonly Id[]): Id | undefined {
    let latest: { readonly id: Id; readonly row: number } | undefined;
    for (const id of ids) {
      const first = this.of({ ...id, length: 1 })[0]?.first ?? id;
      const row = this.insertions({ ...first, length: 1 })[0]?.row ?? 0;
      if (latest === undefined || row >= latest.row) latest = { id, row };
    }
    return latest?.id;
  }

  /** The letters that restate this one, straight. */
  restating({ client, clock }: Id): Id[] {
    return this.#restated
      .touching({ client, clock, length: 1 })
      .map((each) => ({ client: each.by.client, clock: each.by.clock + (clock - each.clock) }));
  }
}

/** A range, cut where it enters and leaves others, which are in order and may overlap. */
function cut(range: Range, others: readonly Range[]): { part: Range; moved: boolean }[] {
  const parts: { part: Range; moved: boolean }[] = [];
  const end = range.clock + range.length;
  let clock = range.clock;
  const push = (until: number, moved: boolean) => {
    if (until <= clock) return;
    parts.push({ part: { client: range.client, clock, length: until - clock }, moved });
    clock = until;
  };
  for (const other of others) {
    push(Math.min(end, other.clock), false);
    push(Math.min(end, other.clock + other.length), true);
  }
  push(end, false);
  return parts;
}

/** Ranges by client, found by what they touch. */
class Ranges<Thing extends Range> {
  readonly #byClient = new Map<number, { list: Thing[]; inOrder: boolean; longest: number }>();

  add(thing: Thing): void {
    const found = this.#byClient.get(thing.client) ?? { list: [], inOrder: true, longest: 0 };
    this.#byClient.set(thing.client, found);
    const last = found.list.at(-1);
    found.inOrder &&= last === undefined || last.clock <= thing.clock;
    found.longest = Math.max(found.longest, thing.length);
    found.list.push(thing);
  }

  touching({ client, clock, length }: Range): Thing[] {
    const found = this.#byClient.get(client);
    if (found === undefined) return [];
    if (!found.inOrder) found.list.sort((a, b) => a.clock - b.clock);
    found.inOrder = true;
    const { list, longest } = found;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.clock ?? 0) <= clock - longest) low = middle + 1;
      else high = middle;
    }
    const touching: Thing[] = [];
    for (let i = low; i < list.length; i++) {
      const thing = list[i];
      if (thing === undefined || thing.clock >= clock + length) break;
      if (thing.clock + thing.length > clock) touching.push(thing);
    }
    return touching;
  }
}
