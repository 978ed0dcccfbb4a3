import * as Y from "yjs";
import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import { FICHE_PLACES, isTextSection } from "../../../shared/editor/sections.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import { History, type Removal } from "../../live/history.ts";
import { tidyNothing } from "../../live/live-doc.ts";
import { RangeSet } from "../../live/range-set.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import { type PartLetters, readSectionLetters, readSentenceLetters } from "./part-letters.ts";

/** Rows that are applied at once: a millisecond or two. */
const ROWS_AT_ONCE = 100;

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
  see: (doc: Y.Doc, index: number) => Seen,
): Generator<undefined, Past<Seen>> {
  const doc = new Y.Doc({ gc: false });
  for (const section of FICHE_PLACES.sections) doc.getXmlFragment(section);
  for (const sentence of FICHE_PLACES.sentences) doc.getText(sentence);
  tidyNothing(doc);
  let gone: Range[] = [];
  doc.on("afterTransaction", ({ deleteSet }: Y.Transaction) => {
    gone = rangesOf(deleteSet);
  });
  const history = new History();
  const texts: PastText<Seen>[] = [];
  let last = { seq: 0, at: 0 };
  const reached = (next: number) => {
    for (let moment = moments[texts.length]; moment !== undefined && moment < next; moment = moments[texts.length]) {
      texts.push({ seq: moment, at: last.at, seen: see(doc, texts.length) });
    }
  };
  while (texts.length < moments.length) {
    const stretch = log.readStretch(last.seq);
    if (stretch.length === 0) break;
    for (let start = 0; start < stretch.length; ) {
      const until = moments[texts.length] ?? last.seq;
      const batch = stretch.slice(start, start + ROWS_AT_ONCE).filter(({ seq }) => seq <= until);
      doc.transact(() => {
        for (const row of batch) {
          Y.applyUpdate(doc, row.bytes);
          history.add(row);
        }
      });
      const said = new RangeSet(batch.flatMap(({ deed }) => deed.deleted));
      for (const range of gone) addUnsaid(history, doc, range, said);
      last = batch.at(-1) ?? last;
      start += batch.length;
      const next = stretch[start];
      if (next !== undefined) reached(next.seq);
      if (texts.length === moments.length) break;
      yield;
    }
  }
  reached(Number.POSITIVE_INFINITY);
  doc.destroy();
  return { texts, history };
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

/** The letters of every part, copied out of a document that may go on. */
export function readLetters(doc: Y.Doc): SheetLetters {
  // `fromEntries` forgets the keys, which are the closed list just mapped.
  return Object.fromEntries(
    ENGAGEMENT.map((part) => [
      part,
      isTextSection(part) ? readSectionLetters(doc.getXmlFragment(part)) : readSentenceLetters(doc.getText(part)),
    ]),
  ) as Record<EngagementPart, PartLetters>;
}
