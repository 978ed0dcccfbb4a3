import * as Y from "yjs";
import type { Id, NewItem } from "./bounded-decoder.ts";

/** Letters that were written together: an item of the document, or of the update that is judged. */
export type Run = Y.Item | NewItem;

/** One letter; what is no letter (a paragraph, a mark) counts as one too. */
export interface Letter {
  readonly run: Run;
  readonly clock: number;
}

/** A sequence of letters: the children of something, or the values of one of its attributes. */
export interface Sequence {
  /** The same for all that stand in it: a type of the document, an item of the update, or the name of a root. */
  readonly parent: object | string;
  readonly parentSub: string | null;
}

/**
 * The text with what an update brings in it, as it would be: new runs are put between the letters of the document, which
 * is only read, and the whole is walked letter by letter.
 */
export class Paper {
  readonly #runAt: (id: Id) => Run | null;
  readonly #step: () => boolean;
  /** For letters behind which new runs stand: which run comes first. */
  readonly #behind = new Map<Run, Cuts>();
  readonly #atStart = new Map<Sequence["parent"], Map<string | null, NewItem>>();
  /** What follows a new run, if nothing newer does. */
  readonly #then = new Map<NewItem, Letter | null>();
  /** Right neighbours of new runs, where they are others than those that the update names. */
  readonly #right = new Map<NewItem, Id | null>();
  readonly #sequences = new Map<NewItem, Sequence>();

  /**
   * @param runAt the item that an id is in; null when it was collected
   * @param step counts one step along the text; false when no more may be made
   */
  constructor(runAt: (id: Id) => Run | null, step: () => boolean) {
    this.#runAt = runAt;
    this.#step = step;
  }

  /** The items whose right neighbour is another one than they say. */
  get corrected(): ReadonlyMap<NewItem, Id | null> {
    return this.#right;
  }

  /** Gives a new run another right neighbour than it says. */
  correct(item: NewItem, right: Id | null): void {
    this.#right.set(item, right);
  }

  /** Puts a new run behind a letter of its sequence; null: at the start. */
  put(item: NewItem, sequence: Sequence, at: Letter | null): void {
    this.#sequences.set(item, sequence);
    this.#then.set(item, at === null ? this.first(sequence) : this.next(at));
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

  /** The first letter of a sequence; null when there is none. */
  first({ parent, parentSub }: Sequence): Letter | null {
    const newest = this.#atStart.get(parent)?.get(parentSub);
    if (newest !== undefined) return startOf(newest);
    if (!(parent instanceof Y.AbstractType)) return null;
    let first = parentSub === null ? parent._start : (parent._map.get(parentSub) ?? null);
    // Of an attribute's values, the last is the one at hand.
    while (parentSub !== null && first !== null && first.left !== null && this.#step()) first = first.left;
    return first === null ? null : startOf(first);
  }

  /** The letter behind this one; null at the end. */
  next({ run, clock }: Letter): Letter | null {
    const newer = this.#behind.get(run)?.at(clock);
    if (newer !== undefined) return startOf(newer);
    if (clock + 1 < endOf(run)) return { run, clock: clock + 1 };
    if (!(run instanceof Y.Item)) return this.#then.get(run) ?? null;
    return run.right === null ? null : startOf(run.right);
  }

  /** The last clock of its run before something new, or before `right`. */
  pieceEnd({ run, clock }: Letter, right: Letter | null): number {
    const end = this.#behind.get(run)?.from(clock) ?? endOf(run) - 1;
    return right?.run === run && right.clock > clock ? Math.min(end, right.clock - 1) : end;
  }

  /** Whether a run stands in this sequence. */
  isIn(run: Run, { parent, parentSub }: Sequence): boolean {
    const own = run instanceof Y.Item ? run : this.#sequences.get(run);
    return own !== undefined && own.parent === parent && own.parentSub === parentSub;
  }

  /** What a run was put before. */
  rightOf(run: Run): Id | null {
    const corrected = run instanceof Y.Item ? undefined : this.#right.get(run);
    return corrected === undefined ? run.rightOrigin : corrected;
  }

  /** The letter that has this id; null when it was collected. */
  letterAt(id: Id | null): Letter | null {
    if (id === null) return null;
    const run = this.#runAt(id);
    return run === null ? null : { run, clock: id.clock };
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

/** The first letter of a run. */
function startOf(run: Run): Letter {
  return { run, clock: run instanceof Y.Item ? run.id.clock : run.clock };
}

function endOf(run: Run): number {
  return (run instanceof Y.Item ? run.id.clock : run.clock) + run.length;
}

/** Who wrote a run: its client id. */
export function clientOf(run: Run): number {
  return run instanceof Y.Item ? run.id.client : run.client;
}

/** What a letter was put behind: in its run, the letter before. */
export function originOf({ run, clock }: Letter): Id | null {
  return clock > startOf(run).clock ? { client: clientOf(run), clock: clock - 1 } : run.origin;
}
