import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import type { Range } from "./bounded-decoder.ts";
import type { Origin } from "./origins.ts";

/** A stretch of visible letters with one author. */
export interface AuthoredRun {
  readonly text: string;
  /** Who first typed these letters. */
  readonly author: AccountId;
  /** Who moved them since, when that is somebody else: always shown with the author. */
  readonly mover: AccountId | null;
  /** The move that put them here: what was moved from elsewhere is a stretch of its own. null: their author put them. */
  readonly move: string | null;
}

/** What says where letters come from: the table that a document keeps (`Origins`), or its whole log (`History`). */
export interface Sources {
  of(range: Range): Origin[];
  /** The person who has a client id. */
  owner(client: number): AccountId | null;
}

/**
 * Who wrote each visible letter of a section: one list for each paragraph, in the order of the text. Pauses at every run
 * of letters, so that whoever runs it can let others go first (`inPieces`): then on a text that nobody changes meanwhile.
 */
export function* authorsOf(fragment: Y.XmlFragment, sources: Sources): Generator<undefined, AuthoredRun[][]> {
  const paragraphs: AuthoredRun[][] = [];
  for (const paragraph of fragment.toArray()) {
    const runs: AuthoredRun[] = [];
    paragraphs.push(runs);
    if (!(paragraph instanceof Y.XmlElement)) continue;
    for (const child of paragraph.toArray()) {
      if (child instanceof Y.XmlText) yield* collect(child, sources, runs);
    }
  }
  return paragraphs;
}

function* collect(text: Y.XmlText, sources: Sources, runs: AuthoredRun[]): Generator<undefined, void> {
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (const origin of sources.of({ client, clock, length: item.length })) {
      const author = sources.owner(origin.first.client);
      const writer = sources.owner(client);
      if (author === null || writer === null) throw new Error("letters of a client id that nobody leased");
      const start = origin.clock - clock;
      const run = {
        text: item.content.str.slice(start, start + origin.length),
        author,
        mover: writer === author ? null : writer,
        move: writer === author || origin.piece === null ? null : `${client}:${origin.piece}`,
      };
      const last = runs.at(-1);
      if (last !== undefined && last.author === run.author && last.mover === run.mover && last.move === run.move) {
        runs[runs.length - 1] = { ...last, text: last.text + run.text };
      } else {
        runs.push(run);
      }
    }
    yield;
  }
}
