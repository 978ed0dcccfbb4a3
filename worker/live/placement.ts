import * as Y from "yjs";
import type { Id, Struct } from "./bounded-decoder.ts";

type NewItem = Extract<Struct, { kind: "item" }>;

/** Letters that were written together: an item of the document, or of the update that is judged. */
type Run = Y.Item | NewItem;

/** One letter; what is no letter (a paragraph, a mark) counts as one too. */
interface Letter {
  readonly run: Run;
  readonly clock: number;
}

/** A sequence of letters: the children of something, or the values of one of its attributes. */
export interface Sequence {
  /** The same for all that stand in it: a type of the document, an item of the update, or the name of a root. */
  readonly parent: object | string;
  readonly parentSub: string | null;
}

/** Steps along the text for one update, and for each of its structs: what others wrote at one place meanwhile is far below. */
const STEPS = { update: 20_000, struct: 20 } as const;

/**
 * Finds where the items of an update will stand, on paper, as Yjs will when it takes them; the document is only read.
 *
 * A page puts what it writes between two letters that it sees side by side (those that were deleted count). Whoever has
 * not seen all that it saw must come to the same order, and does if the two were side by side for somebody who knew nothing
 * but them and what they themselves were put beside. Of items that name their neighbours otherwise it is not true, and
 * such items give different texts to different pages.
 */
export class Placement {
  readonly #runAt: (id: Id) => Run | null;
  /** For letters behind which new runs stand: which run comes first. */
  readonly #behind = new Map<Run, Cuts>();
  readonly #atStart = new Map<Sequence["parent"], Map<string | null, NewItem>>();
  /** What follows a new run, if nothing newer does. */
  readonly #then = new Map<NewItem, Letter | null>();
  /** Right neighbours of new runs, where they are others than those that the update names. */
  readonly #right = new Map<NewItem, Id | null>();
  readonly #sequences = new Map<NewItem, Sequence>();
  #stepsLeft: number;

  /**
   * @param runAt the item that an id is in; null when it was collected
   * @param structs how many the update has
   */
  constructor(runAt: (id: Id) => Run | null, structs: number) {
    this.#runAt = runAt;
    this.#stepsLeft = STEPS.update + STEPS.struct * structs;
  }

  /** The items whose right neighbour is to be another one than they say. */
  get corrected(): ReadonlyMap<NewItem, Id | null> {
    return this.#right;
  }

  /**
   * Places an item behind all that it stands on; false when no page could have put it there, or when so much was written
   * there that Yjs would look for its place too long.
   */
  place(item: NewItem, sequence: Sequence): boolean {
    const left = this.#letterAt(item.origin);
    let right = this.#letterAt(item.rightOrigin);
    if ((left === null) !== (item.origin === null) || (right === null) !== (item.rightOrigin === null)) return false;
    if (!this.#wereSideBySide(left, right)) {
      if (left === null) return false;
      if (right !== null && (!this.#isIn(right.run, sequence) || this.#isBetween(right, left))) return false;
      // The undo history of Yjs now and then names on the right a letter that is on the left, or far away. Yjs does not look
      // that far: it means a letter just behind the left one, and what that one was put before is said in its place.
      const behindLeft = this.#rightOf(left.run);
      this.#right.set(item, behindLeft);
      right = this.#letterAt(behindLeft);
    }
    const at = this.#search(item, sequence, left, right);
    if (at === undefined || this.#stepsLeft < 0) return false;
    this.#insert(item, sequence, at);
    return true;
  }

  /** Whether nothing that either of them stands on, as far back as one likes, is between them. */
  #wereSideBySide(left: Letter | null, right: Letter | null): boolean {
    const beforeRight = right === null ? null : originOf(right);
    const behindLeft = left === null ? null : this.#rightOf(left.run);
    if (left === null) return beforeRight === null;
    if (right === null) return behindLeft === null;
    if (isAt(left, beforeRight) || isAt(right, behindLeft)) return true;
    // Two who did not know of each other: the order is the one that Yjs gave them.
    for (let letter = this.#next(left); letter !== null; ) {
      if (isSame(letter, right)) return true;
      const last = this.#pieceEnd(letter, null);
      if (isWithin(letter, last, beforeRight) || isWithin(letter, last, behindLeft)) return false;
      if (!this.#step()) return false;
      letter = this.#next({ run: letter.run, clock: last });
    }
    return false;
  }

  /** Whether this letter is behind the left one, and before what that was put before. */
  #isBetween(right: Letter, left: Letter): boolean {
    const behindLeft = this.#rightOf(left.run);
    for (let letter = this.#next(left); letter !== null; ) {
      const last = this.#pieceEnd(letter, null);
      const isRight = right.run === letter.run && right.clock >= letter.clock && right.clock <= last;
      if (isWithin(letter, last, behindLeft)) return isRight && right.clock < (behindLeft?.clock ?? 0);
      if (isRight) return true;
      if (!this.#step()) return true;
      letter = this.#next({ run: letter.run, clock: last });
    }
    return false;
  }

  /** The letter that it comes behind, by the rule of Yjs (`Item.integrate`); null: at the start. undefined: too far. */
  #search(item: NewItem, sequence: Sequence, left: Letter | null, right: Letter | null): Letter | null | undefined {
    let at = left;
    let letter = left === null ? this.#first(sequence) : this.#next(left);
    const passed = new Stretch(this.#runAt);
    let conflicting = new Stretch(this.#runAt);
    while (letter !== null && !isSame(letter, right)) {
      if (!this.#step()) return undefined;
      const last = this.#pieceEnd(letter, right);
      passed.add(letter);
      conflicting.add(letter);
      const origin = originOf(letter);
      if (isSameId(origin, item.origin)) {
        if (clientOf(letter.run) < item.client) {
          at = { run: letter.run, clock: last };
          conflicting = new Stretch(this.#runAt);
        } else if (isSameId(this.#rightOf(letter.run), this.#rightOf(item))) {
          break;
        }
      } else if (origin !== null && passed.has(origin)) {
        if (!conflicting.has(origin)) {
          at = { run: letter.run, clock: last };
          conflicting = new Stretch(this.#runAt);
        }
      } else {
        break;
      }
      letter = this.#next({ run: letter.run, clock: last });
    }
    return at;
  }

  #insert(item: NewItem, sequence: Sequence, at: Letter | null): void {
    this.#sequences.set(item, sequence);
    this.#then.set(item, at === null ? this.#first(sequence) : this.#next(at));
    if (at !== null) {
      const cuts = this.#behind.get(at.run) ?? new Cuts();
      this.#behind.set(at.run, cuts);
      cuts.set(at.clock, item);
      return;
    }
    const starts = this.#atStart.get(sequence.parent) ?? new Map<string | null, NewItem>();
    this.#atStart.set(sequence.parent, starts);
    starts.set(sequence.parentSub, item);
  }

  #first({ parent, parentSub }: Sequence): Letter | null {
    const newest = this.#atStart.get(parent)?.get(parentSub);
    if (newest !== undefined) return startOf(newest);
    if (!(parent instanceof Y.AbstractType)) return null;
    let first = parentSub === null ? parent._start : (parent._map.get(parentSub) ?? null);
    // Of an attribute's values, the last is the one at hand.
    while (parentSub !== null && first !== null && first.left !== null && this.#step()) first = first.left;
    return first === null ? null : startOf(first);
  }

  #next({ run, clock }: Letter): Letter | null {
    const newer = this.#behind.get(run)?.at(clock);
    if (newer !== undefined) return startOf(newer);
    if (clock + 1 < endOf(run)) return { run, clock: clock + 1 };
    if (!(run instanceof Y.Item)) return this.#then.get(run) ?? null;
    return run.right === null ? null : startOf(run.right);
  }

  /** The last clock of its run before something new, or before `right`. */
  #pieceEnd({ run, clock }: Letter, right: Letter | null): number {
    const end = this.#behind.get(run)?.from(clock) ?? endOf(run) - 1;
    return right?.run === run && right.clock > clock ? Math.min(end, right.clock - 1) : end;
  }

  #isIn(run: Run, { parent, parentSub }: Sequence): boolean {
    const own = run instanceof Y.Item ? run : this.#sequences.get(run);
    return own !== undefined && own.parent === parent && own.parentSub === parentSub;
  }

  /** What a run was put before. */
  #rightOf(run: Run): Id | null {
    const corrected = run instanceof Y.Item ? undefined : this.#right.get(run);
    return corrected === undefined ? run.rightOrigin : corrected;
  }

  #letterAt(id: Id | null): Letter | null {
    if (id === null) return null;
    const run = this.#runAt(id);
    return run === null ? null : { run, clock: id.clock };
  }

  #step(): boolean {
    this.#stepsLeft -= 1;
    return this.#stepsLeft >= 0;
  }
}

/** Letters of one run with something new behind them, by clock. */
class Cuts {
  readonly #clocks: number[] = [];
  readonly #items: NewItem[] = [];

  set(clock: number, item: NewItem): void {
    const index = this.#indexFrom(clock);
    if (this.#clocks[index] === clock) {
      this.#items[index] = item;
    } else {
      this.#clocks.splice(index, 0, clock);
      this.#items.splice(index, 0, item);
    }
  }

  at(clock: number): NewItem | undefined {
    const index = this.#indexFrom(clock);
    return this.#clocks[index] === clock ? this.#items[index] : undefined;
  }

  /** The first clock, from this one on, of a letter with something new behind it. */
  from(clock: number): number | undefined {
    return this.#clocks[this.#indexFrom(clock)];
  }

  #indexFrom(clock: number): number {
    let low = 0;
    let high = this.#clocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#clocks[middle] ?? 0) < clock) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Letters that were walked over from left to right: of each run, those from one on. */
class Stretch {
  readonly #runAt: (id: Id) => Run | null;
  readonly #from = new Map<Run, number>();

  constructor(runAt: (id: Id) => Run | null) {
    this.#runAt = runAt;
  }

  add({ run, clock }: Letter): void {
    if (!this.#from.has(run)) this.#from.set(run, clock);
  }

  has(id: Id): boolean {
    const run = this.#runAt(id);
    const start = run === null ? undefined : this.#from.get(run);
    return start !== undefined && id.clock >= start;
  }
}

function startOf(run: Run): Letter {
  return { run, clock: run instanceof Y.Item ? run.id.clock : run.clock };
}

function endOf(run: Run): number {
  return (run instanceof Y.Item ? run.id.clock : run.clock) + run.length;
}

function clientOf(run: Run): number {
  return run instanceof Y.Item ? run.id.client : run.client;
}

/** What a letter was put behind: in its run, the letter before. */
function originOf({ run, clock }: Letter): Id | null {
  return clock > startOf(run).clock ? { client: clientOf(run), clock: clock - 1 } : run.origin;
}

function isSame(letter: Letter, other: Letter | null): boolean {
  return other !== null && letter.run === other.run && letter.clock === other.clock;
}

function isAt({ run, clock }: Letter, id: Id | null): boolean {
  return id !== null && id.clock === clock && id.client === clientOf(run);
}

function isWithin({ run, clock }: Letter, last: number, id: Id | null): boolean {
  return id !== null && id.client === clientOf(run) && id.clock >= clock && id.clock <= last;
}

function isSameId(left: Id | null, right: Id | null): boolean {
  return left === null || right === null ? left === right : left.client === right.client && left.clock === right.clock;
}
