import * as Y from "yjs";
import type { Id, Range, Struct } from "./bounded-decoder.ts";
import { inLog } from "./former-letters.ts";
import type { Past } from "./past.ts";
import { storedStruct } from "./stored-struct.ts";
import { isNew } from "./transaction-items.ts";

/** Letters that are looked at for one update beside those that it restates, and kilobytes of the log. */
const STEPS_MAX = 20_000;
const LOOKED_UP_MAX = 2_048;
/** Letters that are gone and stand between two others: beyond, nobody goes on looking. */
const BETWEEN_MAX = 2_000;

/** When a letter went: it stands, it goes with this update, in a row of the log, or long ago. */
const STANDS = Number.POSITIVE_INFINITY;
const NOW = Number.MAX_SAFE_INTEGER;
const LONG_AGO = -1;

/** There is no letter any more on this side. */
const EDGE = Symbol("edge");
type Next = Id | typeof EDGE | null;

/**
 * What stood beside what before an update came: in the document, which has the order of what is gone as long as its
 * paragraph is there, and else in the log, which has what each letter was put beside. Asked within the transaction.
 */
export class OldText {
  readonly #transaction: Y.Transaction;
  readonly #past: Past;
  readonly #budget = { left: LOOKED_UP_MAX };
  #steps = STEPS_MAX;
  #lastLogged: Struct | null = null;

  constructor(transaction: Y.Transaction, past: Past) {
    this.#transaction = transaction;
    this.#past = past;
  }

  /**
   * Whether the right letter stood right behind the left one: it was written there, or there was nothing between them that
   * people saw when the first of them went.
   */
  stoodBeside(left: Id, right: Id): boolean {
    if (isSame(this.#origin(right), left)) return true;
    const [went, goes] = [this.#wentIn(left), this.#wentIn(right)];
    const before = Math.min(went, goes);
    if (before === LONG_AGO || !this.#cameBefore(left, before) || !this.#cameBefore(right, before)) return false;
    return this.#reaches(left, right, (between) => this.#wentIn(between) < before);
  }

  /** Whether one of two letters stands, the other went from beside it, and nothing stands between their places. */
  isBack(left: Id, right: Id): boolean {
    const [went, goes] = [this.#wentIn(left), this.#wentIn(right)];
    const [standing, gone] = went === STANDS ? [left, right] : [right, left];
    const came = this.#past.rowOf(standing);
    if (Math.max(went, goes) !== STANDS || came === null) return false;
    const stoodThen = came < Math.min(went, goes) || came <= (this.#past.rowOf(gone) ?? -1);
    return stoodThen && this.#reaches(left, right, (between) => this.#wentIn(between) !== STANDS);
  }

  /** Whether a letter that goes with this update, or whose line is still there, stood at its edge. */
  stoodAtEdge(id: Id, side: "left" | "right"): boolean {
    return storedStruct(this.#transaction.doc, id) instanceof Y.Item && this.beside(id, side) === "";
  }

  /** What people saw right before a letter, or right behind it: "" at the edge of its line; null when nobody knows. */
  beside(id: Id, side: "left" | "right"): string | null {
    const went = this.#wentIn(id);
    let at = this.#next(id, side);
    for (let count = 0; at !== null && at !== EDGE && count < BETWEEN_MAX; count++) {
      if (!isNew(this.#transaction, at) && this.#wentIn(at) >= went && !this.#isNoLetter(at)) return this.#letterAt(at);
      at = this.#next(at, side);
    }
    return at === EDGE ? "" : null;
  }

  /** Whether what is gone was no letter but a mark, or was taken back before it was sent, so that nobody saw it. */
  #isNoLetter(id: Id): boolean {
    const struct = storedStruct(this.#transaction.doc, id);
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) return false;
    const logged = this.#logged(id);
    return logged !== null && (logged.kind !== "item" || logged.content.kind !== "string");
  }

  /** The unit of text under an id; null when it is not known. */
  #letterAt({ client, clock }: Id): string | null {
    const struct = storedStruct(this.#transaction.doc, { client, clock });
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) {
      return struct.content.str[clock - struct.id.clock] ?? null;
    }
    return inLog(this.#past.lettersOf, { client, clock, length: 1 }, this.#budget) || null;
  }

  /** A range cut where it was not written in one go. */
  *inOneGo({ client, clock: start, length }: Range): Generator<Range> {
    for (let clock = start; clock < start + length; ) {
      const until = Math.min(start + length, this.#endOf({ client, clock }));
      yield { client, clock, length: until - clock };
      clock = until;
    }
  }

  /** From the right letter to the left one, or the other way where the log alone knows. */
  #reaches(left: Id, right: Id, passes: (between: Id) => boolean): boolean {
    if (this.#walks(right, left, "left", passes)) return true;
    return !(storedStruct(this.#transaction.doc, left) instanceof Y.Item) && this.#walks(left, right, "right", passes);
  }

  #walks(from: Id, to: Id, side: "left" | "right", passes: (between: Id) => boolean): boolean {
    let at = this.#next(from, side);
    for (let count = 0; at !== null && at !== EDGE && count < BETWEEN_MAX; count++) {
      if (isSame(at, to)) return true;
      // What came with this very update did not stand there.
      if (!isNew(this.#transaction, at) && !passes(at) && !this.#isNoLetter(at)) return false;
      at = this.#next(at, side);
    }
    return false;
  }

  /** Whether it was there for somebody to see before the row that made something go. */
  #cameBefore(id: Id, went: number): boolean {
    const came = this.#past.rowOf(id);
    return went === NOW || (came !== null && came < went);
  }

  #wentIn(id: Id): number {
    const struct = storedStruct(this.#transaction.doc, id);
    if (struct instanceof Y.Item && !struct.deleted) return STANDS;
    const { client, clock } = id;
    if (Y.isDeleted(this.#transaction.deleteSet, Y.createID(client, clock))) return NOW;
    return this.#past.removedIn(id) ?? LONG_AGO;
  }

  #next(id: Id, side: "left" | "right"): Next {
    this.#steps -= 1;
    if (this.#steps < 0) return null;
    return side === "left" ? this.#left(id) : this.#right(id);
  }

  #left({ client, clock }: Id): Next {
    const struct = storedStruct(this.#transaction.doc, { client, clock });
    if (struct instanceof Y.Item) {
      if (clock > struct.id.clock) return { client, clock: clock - 1 };
      let item = struct.left;
      while (item !== null && !isOfLetters(item)) item = item.left;
      return item?.lastId ?? EDGE;
    }
    const logged = this.#logged({ client, clock });
    if (logged?.kind !== "item") return null;
    return clock > logged.clock ? { client, clock: clock - 1 } : (logged.origin ?? EDGE);
  }

  #right({ client, clock }: Id): Next {
    const struct = storedStruct(this.#transaction.doc, { client, clock });
    if (struct instanceof Y.Item) {
      if (clock < struct.id.clock + struct.length - 1) return { client, clock: clock + 1 };
      let item = struct.right;
      while (item !== null && !isOfLetters(item)) item = item.right;
      return item?.id ?? EDGE;
    }
    const logged = this.#logged({ client, clock });
    if (logged?.kind !== "item") return null;
    return clock < logged.clock + logged.length - 1 ? { client, clock: clock + 1 } : (logged.rightOrigin ?? EDGE);
  }

  /** What its writer saw right before a letter when they wrote it. */
  #origin({ client, clock }: Id): Id | null {
    const struct = storedStruct(this.#transaction.doc, { client, clock });
    const begun = struct instanceof Y.Item ? struct : this.#logged({ client, clock });
    if (begun instanceof Y.Item) return clock > begun.id.clock ? { client, clock: clock - 1 } : begun.origin;
    if (begun?.kind !== "item") return null;
    return clock > begun.clock ? { client, clock: clock - 1 } : begun.origin;
  }

  /** What the log has of a letter; neighbours mostly came together. */
  #logged(id: Id): Struct | null {
    const last = this.#lastLogged;
    const isSameStruct = last?.client === id.client && last.clock <= id.clock && id.clock < last.clock + last.length;
    if (!isSameStruct) this.#lastLogged = this.#past.structOf(id, this.#budget);
    return this.#lastLogged;
  }

  #endOf(id: Id): number {
    const struct = storedStruct(this.#transaction.doc, id);
    if (struct instanceof Y.Item) return struct.id.clock + struct.length;
    const logged = this.#logged(id);
    return logged === null ? id.clock + 1 : logged.clock + logged.length;
  }
}

/** A mark stands between letters, and is none; what was dropped may have been either, and counts as gone. */
function isOfLetters({ content }: Y.Item): boolean {
  return content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
}

function isSame(one: Next, other: Id): boolean {
  return one !== null && one !== EDGE && one.client === other.client && one.clock === other.clock;
}
