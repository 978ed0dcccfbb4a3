import type { Id, NewItem } from "./bounded-decoder.ts";
import { clientOf, type Letter, originOf, Paper, type Run, type Sequence } from "./paper.ts";

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
  readonly #paper: Paper;
  #stepsLeft: number;

  /**
   * @param runAt the item that an id is in; null when it was collected
   * @param structs how many the update has
   */
  constructor(runAt: (id: Id) => Run | null, structs: number) {
    this.#runAt = runAt;
    this.#paper = new Paper(runAt, () => this.#step());
    this.#stepsLeft = STEPS.update + STEPS.struct * structs;
  }

  /** The items whose right neighbour is to be another one than they say. */
  get corrected(): ReadonlyMap<NewItem, Id | null> {
    return this.#paper.corrected;
  }

  /**
   * Places an item behind all that it stands on; false when no page could have put it there, or when so much was written
   * there that Yjs would look for its place too long.
   */
  place(item: NewItem, sequence: Sequence): boolean {
    const left = this.#paper.letterAt(item.origin);
    let right = this.#paper.letterAt(item.rightOrigin);
    if ((left === null) !== (item.origin === null) || (right === null) !== (item.rightOrigin === null)) return false;
    if (!this.#wereSideBySide(left, right)) {
      if (left === null) return false;
      if (right !== null && (!this.#paper.isIn(right.run, sequence) || this.#isBetween(right, left))) return false;
      // The undo history of Yjs now and then names on the right a letter that is on the left, or far away. Yjs does not look
      // that far: it means a letter just behind the left one, and what that one was put before is said in its place.
      const behindLeft = this.#paper.rightOf(left.run);
      this.#paper.correct(item, behindLeft);
      right = this.#paper.letterAt(behindLeft);
    }
    const at = this.#search(item, sequence, left, right);
    if (at === undefined || this.#stepsLeft < 0) return false;
    this.#paper.put(item, sequence, at);
    return true;
  }

  /** Whether nothing that either of them stands on, as far back as one likes, is between them. */
  #wereSideBySide(left: Letter | null, right: Letter | null): boolean {
    const beforeRight = right === null ? null : originOf(right);
    const behindLeft = left === null ? null : this.#paper.rightOf(left.run);
    if (left === null) return beforeRight === null;
    if (right === null) return behindLeft === null;
    if (isAt(left, beforeRight) || isAt(right, behindLeft)) return true;
    // Two who did not know of each other: the order is the one that Yjs gave them.
    for (let letter = this.#paper.next(left); letter !== null; ) {
      if (isSame(letter, right)) return true;
      const last = this.#paper.pieceEnd(letter, null);
      if (isWithin(letter, last, beforeRight) || isWithin(letter, last, behindLeft)) return false;
      if (!this.#step()) return false;
      letter = this.#paper.next({ run: letter.run, clock: last });
    }
    return false;
  }

  /** Whether this letter is behind the left one, and before what that was put before. */
  #isBetween(right: Letter, left: Letter): boolean {
    const behindLeft = this.#paper.rightOf(left.run);
    for (let letter = this.#paper.next(left); letter !== null; ) {
      const last = this.#paper.pieceEnd(letter, null);
      const isRight = right.run === letter.run && right.clock >= letter.clock && right.clock <= last;
      if (isWithin(letter, last, behindLeft)) return isRight && right.clock < (behindLeft?.clock ?? 0);
      if (isRight) return true;
      if (!this.#step()) return true;
      letter = this.#paper.next({ run: letter.run, clock: last });
    }
    return false;
  }

  /** The letter that it comes behind, by the rule of Yjs (`Item.integrate`); null: at the start. undefined: too far. */
  #search(item: NewItem, sequence: Sequence, left: Letter | null, right: Letter | null): Letter | null | undefined {
    let at = left;
    let letter = left === null ? this.#paper.first(sequence) : this.#paper.next(left);
    const passed = new Stretch(this.#runAt);
    let conflicting = new Stretch(this.#runAt);
    while (letter !== null && !isSame(letter, right)) {
      if (!this.#step()) return undefined;
      const last = this.#paper.pieceEnd(letter, right);
      passed.add(letter);
      conflicting.add(letter);
      const origin = originOf(letter);
      if (isSameId(origin, item.origin)) {
        if (clientOf(letter.run) < item.client) {
          at = { run: letter.run, clock: last };
          conflicting = new Stretch(this.#runAt);
        } else if (isSameId(this.#paper.rightOf(letter.run), this.#paper.rightOf(item))) {
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
      letter = this.#paper.next({ run: letter.run, clock: last });
    }
    return at;
  }

  #step(): boolean {
    this.#stepsLeft -= 1;
    return this.#stepsLeft >= 0;
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
