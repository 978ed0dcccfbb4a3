import * as Y from "yjs";
import type { Id, Range } from "./bounded-decoder.ts";
import { type Cell, cut, later, type Part } from "./claims.ts";
import type { Past } from "./past.ts";
import { RangeSet } from "./range-set.ts";
import { storedStruct } from "./stored-struct.ts";

/**
 * Sees that no letter comes to show twice under its first author's name. What goes with the update may come elsewhere, once.
 * What was gone before comes back if it shows nowhere else; of two in one update, the one in front. Where two people moved
 * the same words at once they stand twice by nobody's will, and stay their author's; but each mover puts them somewhere once.
 */
export class Once {
  readonly #transaction: Y.Transaction;
  /** What this update says that it deletes: what it moved. */
  readonly #said: RangeSet;
  readonly #standing: RangeSet;
  /** Of what stands, what this mover put there. */
  readonly #put: RangeSet;
  readonly #taken = { first: new Ids(), from: new Ids() };

  /** @param parts what is said of new letters */
  constructor(transaction: Y.Transaction, past: Past, parts: readonly Part[], deletes: readonly Range[]) {
    const { doc } = transaction;
    this.#transaction = transaction;
    this.#said = new RangeSet(deletes);
    const standing: Range[] = [];
    const put: Range[] = [];
    const others = parts.filter(({ isOwn }) => !isOwn);
    const mover = others[0] === undefined ? null : past.ownerOf(others[0].client);
    for (const { first, length } of others) standing.push(...visibleOf(doc, { ...first, length }));
    // One look for each writer: the same words may have been moved a thousand times.
    for (const [client, theirs] of Map.groupBy(others, ({ first }) => first.client)) {
      const clock = theirs.reduce((least, { first }) => Math.min(least, first.clock), Number.POSITIVE_INFINITY);
      const end = theirs.reduce((most, { first, length }) => Math.max(most, first.clock + length), 0);
      for (const origin of past.restating({ client, clock, length: end - clock })) {
        const into = past.ownerOf(origin.client) === mover ? put : standing;
        for (const seen of visibleOf(doc, origin)) {
          into.push({ ...origin.first, clock: origin.first.clock + (seen.clock - origin.clock), length: seen.length });
        }
      }
    }
    this.#standing = new RangeSet(standing);
    this.#put = new RangeSet(put);
  }

  /** The cell, cut where its letters show already under their author's name: those restate nothing. */
  split(cell: Cell): Cell[] {
    const { moved } = cell;
    if (moved === null || moved.isOwn || visibleOf(this.#transaction.doc, cell).length === 0) return [cell];
    const cells: Cell[] = [];
    let start = 0;
    let isFree = true;
    const end = (until: number) => {
      if (until > start) cells.push(isFree ? cut(cell, start, until) : { ...cut(cell, start, until), moved: null });
      start = until;
    };
    for (let i = 0; i < cell.length; i++) {
      const takes = this.#take(later(moved.first, i), later(moved.from, i));
      if (takes !== isFree) end(i);
      isFree = takes;
    }
    end(cell.length);
    return cells;
  }

  #take(first: Id, from: Id): boolean {
    const { client, clock } = from;
    if (Y.isDeleted(this.#transaction.deleteSet, Y.createID(client, clock))) return this.#taken.from.add(from);
    if (this.#put.has(first) || (this.#standing.has(first) && !this.#said.has(from))) return false;
    return this.#taken.first.add(first);
  }
}

class Ids {
  readonly #byClient = new Map<number, Set<number>>();

  /** false: it was there. */
  add({ client, clock }: Id): boolean {
    const clocks = this.#byClient.get(client) ?? new Set();
    this.#byClient.set(client, clocks);
    if (clocks.has(clock)) return false;
    clocks.add(clock);
    return true;
  }
}

function visibleOf(doc: Y.Doc, { client, clock: start, length }: Range): Range[] {
  const visible: Range[] = [];
  for (let clock = start; clock < start + length; ) {
    const struct = storedStruct(doc, { client, clock });
    if (struct === null) break;
    const until = Math.min(start + length, struct.id.clock + struct.length);
    if (struct instanceof Y.Item && !struct.deleted) visible.push({ client, clock, length: until - clock });
    clock = until;
  }
  return visible;
}
