import type * as Y from "yjs";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import { believable } from "./believable.ts";
import type { DecodedUpdate } from "./bounded-decoder.ts";
import { believe } from "./declared.ts";
import { type Deed, joinRanges, joinSpans, type Reprise, type Span } from "./deed.ts";
import { formerLetters } from "./former-letters.ts";
import { type LostWords, lostWords } from "./lost-words.ts";
import { moves } from "./moves.ts";
import type { Past } from "./past.ts";
import { RangeSet } from "./range-set.ts";
import type { PlaceOf } from "./spots.ts";
import { deletedItems, isNew, newStructs, rangeOf } from "./transaction-items.ts";

export interface Testimony {
  readonly deed: Deed;
  readonly lost: readonly LostWords[];
}

/**
 * Says what an update did, from the transaction that applied it. Called before Yjs drops the content of what was
 * deleted (`afterTransaction`), when both the old letters and the new are there to see.
 *
 * @param declarations all that its page says it restates, and nothing else is then looked for, but where what it says
 *   does not hold; null from a page that cannot say, whose moves are found by their words
 */
export function witness(
  transaction: Y.Transaction,
  update: DecodedUpdate,
  placeOf: PlaceOf,
  past: Past,
  declarations: readonly Declaration[] | null,
): Testimony {
  const inserted = insertedSpans(transaction, new Set(update.structs.map(({ client }) => client)), placeOf);
  const said = new RangeSet(update.deletes);
  const oldDeletions = deletedItems(transaction).filter((item) => !isNew(transaction, item.id));
  const lost = lostWords(transaction, update, oldDeletions, said, placeOf);
  const reprises = reprisesOf(transaction, update, lost, said, past, declarations);
  const deleted = [...oldDeletions.map(rangeOf), ...inserted]
    .flatMap((range) => said.split(range))
    .filter(({ inside }) => inside)
    .map(({ range }) => range);
  return { deed: { inserted, deleted: joinRanges(deleted), reprises }, lost };
}

function reprisesOf(
  transaction: Y.Transaction,
  update: DecodedUpdate,
  lost: readonly LostWords[],
  said: RangeSet,
  past: Past,
  declarations: readonly Declaration[] | null,
): readonly Reprise[] {
  const brings = update.structs.some((struct) => struct.kind === "item" && struct.content.kind === "string");
  if (!brings) return [];
  const letters = formerLetters(transaction.doc, update, past.lettersOf);
  const { claims, doubted } = believe(declarations ?? [], update, letters);
  const mayMove = update.deletes.length > 0 && (declarations === null || doubted.length > 0);
  if (!mayMove) return believable(claims, transaction, update, past);
  const unsaid = declarations === null ? null : new RangeSet(doubted);
  const used = new RangeSet(claims.map(({ from, length }) => ({ ...from, length })));
  const found = moves(transaction, lost, said, past.lettersOf, { unsaid, used });
  return believable([...claims, ...found], transaction, update, past);
}

function insertedSpans(transaction: Y.Transaction, clients: Iterable<number>, placeOf: PlaceOf): Span[] {
  const spans: Span[] = [];
  for (const { struct, from } of newStructs(transaction, clients)) {
    const { client } = struct.id;
    const length = struct.id.clock + struct.length - from;
    spans.push({ client, clock: from, length, place: placeOf({ client, clock: from }) });
  }
  return joinSpans(spans);
}
