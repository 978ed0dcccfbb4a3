import * as Y from "yjs";
import type { Range } from "./bounded-decoder.ts";
import { type Claim, joinRanges } from "./deed.ts";
import type { LettersOf } from "./letters.ts";
import type { LostWords } from "./lost-words.ts";
import { RangeSet } from "./range-set.ts";
import { findReprises, type LetterRun } from "./reprises.ts";
import { deletedItems, deletedRanges, isNew, newItems, rangeOf } from "./transaction-items.ts";

/** Of which letters moves are looked for. */
export interface Only {
  /** New letters of which nothing is known yet; null: all. */
  readonly unsaid: RangeSet | null;
  /** Old letters that are known to be others already. */
  readonly used: RangeSet;
}

/** Deletions that a gesture names; a reconnection, which repeats all of them ever made, is no gesture. */
const DELETIONS_MAX = 64;
/** What may be looked up in the log for one update, in kilobytes of rows read. */
const LOOKED_UP_MAX = 1_024;
const WORD = /[\p{L}\p{N}]{2}/u;

/**
 * What the update moved, also where somebody else had removed the old letters before it came.
 *
 * @param lost words that came with it and were lost on arrival, among others
 * @param said what the update says that it deletes
 */
export function moves(
  transaction: Y.Transaction,
  lost: readonly LostWords[],
  said: RangeSet,
  lettersOf: LettersOf,
  only: Only,
): Claim[] {
  const { deleted, inserted } = runsOf(transaction, lost, said, only);
  if (!inserted.some(({ text }) => WORD.test(text))) return [];
  const gone: LetterRun[] = [];
  const deletes = said.ranges();
  if (deletes.length <= DELETIONS_MAX) {
    const now = new RangeSet(deletedRanges(transaction));
    const budget = { left: LOOKED_UP_MAX };
    for (const { range, inside } of deletes.flatMap((each) => now.split(each))) {
      if (inside || isNew(transaction, range)) continue;
      for (const part of only.used.split(range)) if (!part.inside) gone.push(...lettersOf(part.range, budget));
    }
  }
  return findReprises(deleted, gone, inserted);
}

/**
 * The runs that the update deleted and those that it inserted, each whole: neighbours on the screen before, and after.
 * Words that were lost on arrival count as inserted, since a move into a paragraph that is gone is still a move.
 */
function runsOf(
  transaction: Y.Transaction,
  lost: readonly LostWords[],
  said: RangeSet,
  only: Only,
): { deleted: LetterRun[]; inserted: LetterRun[] } {
  const deleted: LetterRun[] = [];
  const inserted: LetterRun[] = [];
  const texts = new Set<Y.AbstractType<unknown>>();
  for (const item of deletedItems(transaction)) if (item.parent instanceof Y.AbstractType) texts.add(item.parent);
  for (const item of newItems(transaction)) {
    if (item.content instanceof Y.ContentString && item.parent instanceof Y.AbstractType) texts.add(item.parent);
  }
  for (const text of texts) collectRuns(transaction, text, said, only, deleted, inserted);
  for (const words of lost) {
    if (!isNew(transaction, words)) continue;
    for (const { range, text } of unsaidParts(words, words.text, only)) inserted.push({ text, ids: [range] });
  }
  return { deleted, inserted };
}

function collectRuns(
  transaction: Y.Transaction,
  text: Y.AbstractType<unknown>,
  said: RangeSet,
  only: Only,
  deleted: LetterRun[],
  inserted: LetterRun[],
): void {
  const before = new RunBuilder(deleted);
  const after = new RunBuilder(inserted);
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    const isFresh = isNew(transaction, item.id);
    if (item.deleted) {
      if (isFresh || !Y.isDeleted(transaction.deleteSet, item.id)) continue;
      for (const { range, inside } of said.split(rangeOf(item))) {
        const start = range.clock - item.id.clock;
        // What the author did not see, they did not move.
        if (inside && !only.used.has(range)) before.add(range, item.content.str.slice(start, start + range.length));
        else before.end();
      }
    } else if (isFresh) {
      for (const { range, text: letters } of unsaidParts(rangeOf(item), item.content.str, only)) {
        after.add(range, letters);
      }
    } else {
      before.end();
      after.end();
    }
  }
  before.end();
  after.end();
}

/** The letters of a stretch of which nothing is known yet. */
function unsaidParts(stretch: Range, text: string, { unsaid }: Only): { range: Range; text: string }[] {
  const parts = unsaid?.split(stretch).filter(({ inside }) => inside) ?? [{ range: stretch }];
  return parts.map(({ range }) => {
    const start = range.clock - stretch.clock;
    return { range, text: text.slice(start, start + range.length) };
  });
}

class RunBuilder {
  readonly #runs: LetterRun[];
  #text = "";
  #ids: Range[] = [];

  constructor(runs: LetterRun[]) {
    this.#runs = runs;
  }

  add(range: Range, text: string): void {
    this.#text += text;
    this.#ids.push(range);
  }

  end(): void {
    if (this.#ids.length > 0) this.#runs.push({ text: this.#text, ids: joinRanges(this.#ids) });
    this.#text = "";
    this.#ids = [];
  }
}
