import * as Y from "yjs";
import type { Place } from "../../shared/editor/sections.ts";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import type { PlaceOf } from "./admission.ts";
import type { DecodedUpdate, Id, Range } from "./bounded-decoder.ts";
import { believe } from "./declared.ts";
import { type Deed, joinSpans, type Reprise, type Span } from "./deed.ts";
import { formerLetters } from "./former-letters.ts";
import { RangeSet } from "./range-set.ts";
import { findReprises, type LetterRun } from "./reprises.ts";

/** Words that no one chose to remove and that nobody sees any more: their paragraph was joined or deleted meanwhile. */
export interface LostWords extends Range {
  readonly text: string;
  readonly place: Place | null;
  /** The letters that they stood between, when they were written. */
  readonly left: Id | null;
  readonly right: Id | null;
}

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
  lettersOf: LettersOf,
  declarations: readonly Declaration[] | null,
): Testimony {
  const inserted = insertedSpans(transaction, new Set(update.structs.map(({ client }) => client)), placeOf);
  const said = new RangeSet(update.deletes);
  const oldDeletions = deletedItems(transaction).filter((item) => !isNew(transaction, item.id));
  const lost = [...unsaidDeletions(oldDeletions, said, placeOf), ...stillborn(transaction, update, said, placeOf)];
  const reprises = reprisesOf(transaction, update, lost, said, lettersOf, declarations);
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
  lettersOf: LettersOf,
  declarations: readonly Declaration[] | null,
): readonly Reprise[] {
  const brings = update.structs.some((struct) => struct.kind === "item" && struct.content.kind === "string");
  if (!brings) return [];
  const letters = formerLetters(transaction.doc, update, lettersOf);
  const { reprises, doubted } = believe(declarations ?? [], update, letters);
  const mayMove = update.deletes.length > 0 && (declarations === null || doubted.length > 0);
  if (!mayMove) return reprises;
  const unsaid = declarations === null ? null : new RangeSet(doubted);
  const used = new RangeSet(reprises.map(({ from, length }) => ({ ...from, length })));
  return [...reprises, ...moves(transaction, lost, said, lettersOf, { unsaid, used })];
}

/** Letters of the log, whether or not they still show. Each look takes from the budget what it costs, found or not. */
export type LettersOf = (range: Range, budget: { left: number }) => readonly LetterRun[];

/** Of which letters moves are looked for. */
interface Only {
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

/** What the update moved, also where somebody else had removed the old letters before it came. */
function moves(
  transaction: Y.Transaction,
  lost: readonly LostWords[],
  said: RangeSet,
  lettersOf: LettersOf,
  only: Only,
): Reprise[] {
  const { deleted, inserted } = runsOf(transaction, lost, said, only);
  if (!inserted.some(({ text }) => WORD.test(text))) return [];
  const gone: LetterRun[] = [];
  const deletes = said.ranges();
  if (deletes.length <= DELETIONS_MAX) {
    const now = new RangeSet(rangesOf(transaction.deleteSet));
    const budget = { left: LOOKED_UP_MAX };
    for (const { range, inside } of deletes.flatMap((each) => now.split(each))) {
      if (inside || isNew(transaction, range)) continue;
      for (const part of only.used.split(range)) if (!part.inside) gone.push(...lettersOf(part.range, budget));
    }
  }
  return findReprises(deleted, gone, inserted);
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

/** The items that an update brought. */
function newItems(transaction: Y.Transaction): Y.Item[] {
  return [...newStructs(transaction, transaction.afterState.keys())]
    .map(({ struct }) => struct)
    .filter((struct) => struct instanceof Y.Item);
}

/**
 * What was not there before; the first of a client may have been joined to what was, and is new from a clock on. For each
 * key only the update's own clients are looked at: a text that many wrote has hundreds.
 */
function* newStructs(
  transaction: Y.Transaction,
  clients: Iterable<number>,
): Generator<{ struct: Y.Item | Y.GC; from: number }> {
  for (const client of clients) {
    const start = transaction.beforeState.get(client) ?? 0;
    if (start === (transaction.afterState.get(client) ?? 0)) continue;
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (let i = Y.findIndexSS(structs, start); i < structs.length; i++) {
      const struct = structs[i];
      if (struct instanceof Y.Item || struct instanceof Y.GC) yield { struct, from: Math.max(start, struct.id.clock) };
    }
  }
}

function deletedItems(transaction: Y.Transaction): Y.Item[] {
  const items: Y.Item[] = [];
  for (const [client, ranges] of transaction.deleteSet.clients) {
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i];
        if (struct === undefined || struct.id.clock >= clock + len) break;
        if (struct instanceof Y.Item) items.push(struct);
      }
    }
  }
  return items;
}

/** Words that went with their paragraph, which somebody removed without having seen them in it. */
function unsaidDeletions(items: readonly Y.Item[], said: RangeSet, placeOf: PlaceOf): LostWords[] {
  const lost: LostWords[] = [];
  for (const item of items) {
    if (!(item.content instanceof Y.ContentString)) continue;
    // One item may hold letters that the author saw and letters that came behind them.
    for (const { range, inside } of said.split(rangeOf(item))) {
      if (inside) continue;
      const start = range.clock - item.id.clock;
      lost.push({
        ...range,
        text: item.content.str.slice(start, start + range.length),
        place: placeOf(range),
        left: start === 0 ? item.origin : { client: range.client, clock: range.clock - 1 },
        right: item.rightOrigin,
      });
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
      const start = range.clock - struct.clock;
      lost.push({
        ...range,
        text: struct.content.text.slice(start, start + range.length),
        place: placeOf(range),
        left: start === 0 ? struct.origin : { client: range.client, clock: range.clock - 1 },
        right: struct.rightOrigin,
      });
    }
  }
  return joinLost(lost);
}

function isVisible(doc: Y.Doc, { client, clock }: Id): boolean {
  const structs = doc.store.clients.get(client) ?? [];
  const struct = structs[Y.findIndexSS(structs, clock)];
  return struct instanceof Y.Item && !struct.deleted;
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

function isNew(transaction: Y.Transaction, id: Id): boolean {
  return id.clock >= (transaction.beforeState.get(id.client) ?? 0);
}

function rangesOf(deleteSet: Y.Transaction["deleteSet"]): Range[] {
  return [...deleteSet.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  );
}

function rangeOf(item: Y.Item): Range {
  return { client: item.id.client, clock: item.id.clock, length: item.length };
}

function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && last.client === range.client && last.clock + last.length === range.clock) {
      joined[joined.length - 1] = { ...last, length: last.length + range.length };
    } else {
      joined.push(range);
    }
  }
  return joined;
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
