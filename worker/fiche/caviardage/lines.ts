import * as Y from "yjs";
import type { Range } from "../../live/bounded-decoder.ts";
import type { Occurrence } from "./words.ts";

/** A stretch of letters of one item: where it begins in its line, and their ids. */
interface LineRun extends Range {
  readonly start: number;
}

/** The letters of a paragraph or of a sentence, as they follow each other. */
export interface Line {
  readonly text: string;
  readonly runs: readonly LineRun[];
}

/** A paragraph of a section, or a sentence: what words are looked for in. */
export type LineOwner = Y.XmlElement | Y.XmlText | Y.Text;

/** What stands where nothing may be joined over: no words hold it. */
const BARRIER = "\uffff";

/**
 * The letters that show; a line break is « \n ». With `gone`, those that were deleted instead: each stands beside another
 * only where no letter that shows is between them.
 */
export function lineOf(owner: LineOwner, gone = false): Line {
  let text = "";
  const runs: LineRun[] = [];
  const read = (type: { readonly _start: Y.Item | null }) => {
    for (let item = type._start; item !== null; item = item.right) {
      const { content } = item;
      if (content instanceof Y.ContentString) {
        if (item.deleted === gone) {
          runs.push({ start: text.length, client: item.id.client, clock: item.id.clock, length: content.str.length });
          text += content.str;
        } else if (gone && !item.deleted) text += BARRIER;
      } else if (content instanceof Y.ContentType && (gone || !item.deleted)) {
        const { type: inner } = content;
        if (inner instanceof Y.XmlText || isUnknownBlock(inner)) read(inner);
        else text += "\n";
      }
    }
  };
  read(owner);
  return { text, runs };
}

/** The ids of what stands at some places of a line; a line break has none. */
export function idsOf({ runs }: Line, { start, length }: Occurrence): Range[] {
  const end = start + length;
  return runs.flatMap((run) => {
    const from = Math.max(run.start, start);
    const to = Math.min(run.start + run.length, end);
    return to > from ? [{ client: run.client, clock: run.clock + from - run.start, length: to - from }] : [];
  });
}

/** Every line of a part of the sheet, in its order; `gone`: those that were deleted too. */
export function linesOf(root: Y.XmlFragment | Y.Text, gone = false): LineOwner[] {
  if (root instanceof Y.Text) return [root];
  const owners: LineOwner[] = [];
  for (let item = root._start; item !== null; item = item.right) {
    if (item.deleted && !gone) continue;
    const type = item.content instanceof Y.ContentType ? item.content.type : null;
    if (type instanceof Y.XmlElement || type instanceof Y.XmlText) owners.push(type);
  }
  return owners;
}

/** The lines in which something may stand side by side that did not before. */
export function touchedLines(transaction: Y.Transaction, root: Y.XmlFragment | Y.Text): LineOwner[] {
  const touched = new Set<LineOwner>();
  for (const type of transaction.changed.keys() as Iterable<unknown>) {
    if (type === root) {
      for (const owner of linesOf(root)) if (root instanceof Y.Text || isNew(transaction, owner)) touched.add(owner);
    } else {
      const owner = ownerOf(type, root);
      if (owner !== null) touched.add(owner);
    }
  }
  return [...touched];
}

function isNew({ beforeState }: Y.Transaction, { _item }: LineOwner): boolean {
  return _item === null || _item.id.clock >= (beforeState.get(_item.id.client) ?? 0);
}

/** The line that holds this, in this part; null when it is of another part. */
function ownerOf(type: unknown, root: unknown): LineOwner | null {
  for (let at = type; at instanceof Y.XmlElement || at instanceof Y.XmlText; at = at._item?.parent) {
    if (at._item?.parent === root) return at;
  }
  return null;
}

function isUnknownBlock(type: unknown): type is Y.XmlElement {
  return type instanceof Y.XmlElement && type.nodeName !== "hard_break";
}
