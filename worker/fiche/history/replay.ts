import * as Y from "yjs";
import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import { FICHE_PLACES, isTextSection } from "../../../shared/editor/sections.ts";
import { Stride } from "../../../shared/text/stride.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import { History, type Removal } from "../../live/history.ts";
import { tidyNothing } from "../../live/live-doc.ts";
import { RangeSet } from "../../live/range-set.ts";
import type { LoggedUpdate, UpdateLog } from "../../live/update-log.ts";
import { type PartLetters, readSectionLetters, readSentenceLetters } from "./part-letters.ts";
import { APPLIED_AT_ONCE, applyInSlices } from "./slices.ts";

/** Rows that are applied without a pause: a millisecond or two. */
const ROWS_AT_ONCE = 100;
/** What looking for who removed some letters counts for, in letters looked at. */
const LOOKED_UP = 10;

/** The letters of every part of a sheet. */
export type SheetLetters = Readonly<Record<EngagementPart, PartLetters>>;

/** The text as it was after an update of its log. */
export interface PastText<Seen> {
  readonly seq: number;
  /** When that update came, in milliseconds since 1970; 0 when there is none. */
  readonly at: number;
  readonly seen: Seen;
}

/** Some moments of a text, and who did what until the last of them. */
export interface Past<Seen> {
  readonly texts: readonly PastText<Seen>[];
  readonly history: History;
}

/** Copies what is wanted out of a text, which goes on after. May pause as it goes. */
export type See<Seen> = (doc: Y.Doc) => Generator<undefined, Seen>;

/**
 * Makes a text again as it was at some moments, from its raw log: nothing that was deleted is dropped on the way. Pauses
 * as it goes; the log may grow and be packed meanwhile.
 *
 * @param moments numbers of updates, in their order; 0 is the empty text
 * @param see what is wanted of the text at each moment; the text is gone after
 */
export function* replay<Seen>(
  log: Pick<UpdateLog, "readStretch">,
  moments: readonly number[],
  see: See<Seen>,
): Generator<undefined, Past<Seen>> {
  const replayed = new Replayed();
  const texts: PastText<Seen>[] = [];
  let last = { seq: 0, at: 0 };
  const reach = function* (next: number): Generator<undefined, void> {
    for (let moment = moments[texts.length]; moment !== undefined && moment < next; moment = moments[texts.length]) {
      texts.push({ seq: moment, at: last.at, seen: yield* see(replayed.doc) });
    }
  };
  while (texts.length < moments.length) {
    const stretch = log.readStretch(last.seq);
    yield;
    if (stretch.length === 0) break;
    for (let start = 0; start < stretch.length; ) {
      const batch = batchOf(stretch, start, moments[texts.length] ?? last.seq);
      yield* replayed.add(batch);
      last = batch.at(-1) ?? last;
      start += batch.length;
      const next = stretch[start];
      if (next !== undefined) yield* reach(next.seq);
      if (texts.length === moments.length) break;
      yield;
    }
  }
  yield* reach(Number.POSITIVE_INFINITY);
  replayed.doc.destroy();
  return { texts, history: replayed.history };
}

type Row = LoggedUpdate & { readonly seq: number };

/** The next rows up to a moment that are applied without a pause; a large one is alone. */
function batchOf(stretch: readonly Row[], start: number, until: number): Row[] {
  const batch: Row[] = [];
  let size = 0;
  for (let index = start; index < stretch.length && batch.length < ROWS_AT_ONCE; index++) {
    const row = stretch[index];
    if (row === undefined || row.seq > until) break;
    size += row.bytes.length;
    if (size > APPLIED_AT_ONCE && batch.length > 0) break;
    batch.push(row);
  }
  return batch;
}

/** A text that is made again from its log, and who did what in it. */
class Replayed {
  readonly doc = new Y.Doc({ gc: false });
  readonly history = new History();
  #gone: Range[] = [];

  constructor() {
    for (const section of FICHE_PLACES.sections) this.doc.getXmlFragment(section);
    for (const sentence of FICHE_PLACES.sentences) this.doc.getText(sentence);
    tidyNothing(this.doc);
    this.doc.on("afterTransaction", ({ deleteSet }: Y.Transaction) => {
      for (const range of rangesOf(deleteSet)) this.#gone.push(range);
    });
  }

  /** Pauses within a row that is large. */
  *add(rows: readonly Row[]): Generator<undefined, void> {
    const [only] = rows;
    if (rows.length === 1 && only !== undefined) {
      yield* applyInSlices(this.doc, only.bytes);
    } else {
      this.doc.transact(() => {
        for (const { bytes } of rows) Y.applyUpdate(this.doc, bytes);
      });
    }
    for (const row of rows) this.history.add(row);
    const said = new RangeSet(rows.flatMap(({ deed }) => deed.deleted));
    const stride = new Stride();
    for (const range of this.#gone) {
      addUnsaid(this.history, this.doc, range, said);
      if (stride.isDue(LOOKED_UP)) yield;
    }
    this.#gone = [];
  }
}

/** Words went with a paragraph, whose remover had not seen them: who removed the paragraph removed them. */
function addUnsaid(history: History, doc: Y.Doc, range: Range, said: RangeSet): void {
  for (const { range: unsaid, inside } of said.split(range)) {
    if (inside) continue;
    const end = unsaid.clock + unsaid.length;
    for (let clock = unsaid.clock; clock < end; ) {
      const item = Y.getItem(doc.store, Y.createID(unsaid.client, clock));
      const length = Math.min(end, item.id.clock + item.length) - clock;
      const removal = item instanceof Y.Item ? removalAround(history, item) : null;
      if (removal !== null) history.addRemoval({ ...removal, client: unsaid.client, clock, length, moved: false });
      clock += length;
    }
  }
}

/** Of the paragraph or the text that an item is in. */
function removalAround(history: History, item: Y.Item): Removal | null {
  const { parent } = item;
  const container = parent instanceof Y.AbstractType ? parent._item : null;
  if (container === null) return null;
  return history.removals({ ...container.id, length: 1 })[0] ?? removalAround(history, container);
}

function rangesOf({ clients }: Y.Transaction["deleteSet"]): Range[] {
  return [...clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, length: len })));
}

/** The letters of every part, copied out of a document that may go on. Pauses as it goes. */
export function* readLetters(doc: Y.Doc): Generator<undefined, SheetLetters> {
  const letters: [EngagementPart, PartLetters][] = [];
  for (const part of ENGAGEMENT) {
    const read = isTextSection(part)
      ? readSectionLetters(doc.getXmlFragment(part))
      : readSentenceLetters(doc.getText(part));
    letters.push([part, yield* read]);
  }
  // `fromEntries` forgets the keys, which are the closed list just walked.
  return Object.fromEntries(letters) as Record<EngagementPart, PartLetters>;
}
