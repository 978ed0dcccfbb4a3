import * as Y from "yjs";
import type { Place } from "../../shared/editor/sections.ts";
import type { DecodedUpdate, Id, Range } from "./bounded-decoder.ts";
import type { RangeSet } from "./range-set.ts";
import type { PlaceOf } from "./spots.ts";
import { storedStruct } from "./stored-struct.ts";
import { isNew, rangeOf } from "./transaction-items.ts";

/** Words that no one chose to remove and that nobody sees any more: their paragraph was joined or deleted meanwhile. */
export interface LostWords extends Range {
  readonly text: string;
  readonly place: Place | null;
  /** The letters that they stood between, when they were written. */
  readonly left: Id | null;
  readonly right: Id | null;
}

/**
 * The words that an update made invisible without saying so, and those that came with it for a paragraph that is gone.
 *
 * @param oldDeletions what the transaction deleted of what was there before
 * @param said what the update says that it deletes
 */
export function lostWords(
  transaction: Y.Transaction,
  update: DecodedUpdate,
  oldDeletions: readonly Y.Item[],
  said: RangeSet,
  placeOf: PlaceOf,
): LostWords[] {
  return [...unsaidDeletions(oldDeletions, said, placeOf), ...stillborn(transaction, update, said, placeOf)];
}

/** Words that went with their paragraph, which somebody removed without having seen them in it. */
function unsaidDeletions(items: readonly Y.Item[], said: RangeSet, placeOf: PlaceOf): LostWords[] {
  const lost: LostWords[] = [];
  for (const item of items) {
    if (!(item.content instanceof Y.ContentString)) continue;
    // One item may hold letters that the author saw and letters that came behind them.
    for (const { range, inside } of said.split(rangeOf(item))) {
      if (inside) continue;
      const { origin, rightOrigin } = item;
      lost.push(wordsOf(range, { clock: item.id.clock, text: item.content.str, origin, rightOrigin }, placeOf));
    }
  }
  return joinLost(lost);
}

/** Words of this update that have no paragraph to be in, and that the update itself did not remove. */
function stillborn(transaction: Y.Transaction, update: DecodedUpdate, said: RangeSet, placeOf: PlaceOf): LostWords[] {
  const lost: LostWords[] = [];
  for (const struct of update.structs) {
    if (struct.kind !== "item" || struct.content.kind !== "string") continue;
    // One struct may hold letters that the author took back before sending, and letters that were to stay.
    for (const { range, inside } of said.split(struct)) {
      if (inside || !isNew(transaction, range) || isVisible(transaction.doc, range)) continue;
      lost.push(wordsOf(range, { ...struct, text: struct.content.text }, placeOf));
    }
  }
  return joinLost(lost);
}

/** The part of some letters that these ids name, with what it stood between. */
function wordsOf(
  range: Range,
  letters: {
    readonly clock: number;
    readonly text: string;
    readonly origin: Id | null;
    readonly rightOrigin: Id | null;
  },
  placeOf: PlaceOf,
): LostWords {
  const start = range.clock - letters.clock;
  return {
    ...range,
    text: letters.text.slice(start, start + range.length),
    place: placeOf(range),
    left: start === 0 ? letters.origin : { client: range.client, clock: range.clock - 1 },
    right: letters.rightOrigin,
  };
}

function isVisible(doc: Y.Doc, id: Id): boolean {
  const struct = storedStruct(doc, id);
  return struct instanceof Y.Item && !struct.deleted;
}

/** Letters of one client that follow each other are one piece of news. */
function joinLost(lost: readonly LostWords[]): LostWords[] {
  const joined: LostWords[] = [];
  for (const words of lost) {
    const last = joined.at(-1);
    // Written behind each other, and not only one after the other.
    const end = last === undefined ? null : { client: last.client, clock: last.clock + last.length };
    const follows =
      end !== null &&
      end.client === words.client &&
      end.clock === words.clock &&
      words.left?.client === end.client &&
      words.left.clock === end.clock - 1;
    if (last !== undefined && follows && last.place === words.place) {
      const whole = { ...last, length: last.length + words.length, text: last.text + words.text, right: words.right };
      joined[joined.length - 1] = whole;
    } else {
      joined.push(words);
    }
  }
  return joined;
}
