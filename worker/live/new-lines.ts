import * as Y from "yjs";
import type { DecodedUpdate, Id, NewItem, Range } from "./bounded-decoder.ts";
import { storedStruct } from "./stored-struct.ts";
import { isNew } from "./transaction-items.ts";

/** Letters of a line that follow each other in one item. */
export interface Stretch extends Range {
  readonly text: string;
}

/** What stands between two edges: of a paragraph, or of a line break in it. */
export type Line = readonly Stretch[];

/** As Yjs names it: whatever its events are. */
type Text = Pick<Y.AbstractType<unknown>, "_item" | "_start">;

/**
 * The lines that some new letters are in, as people see them once the update is applied; and of those that nobody sees, as
 * they were written: their paragraph is gone, or their writer took them back.
 */
export function* linesOf(
  transaction: Y.Transaction,
  update: DecodedUpdate,
  letters: readonly Range[],
): Generator<Line> {
  const begun = new Set<Text>();
  for (const range of letters) {
    for (const item of visibleIn(transaction.doc, range)) {
      const texts = item.parent instanceof Y.AbstractType ? lineAround(item.parent) : [];
      const [first] = texts;
      if (first === undefined || begun.has(first)) continue;
      begun.add(first);
      yield texts.flatMap(stretchesIn);
    }
  }
  yield* unseenLines(transaction, update);
}

function* visibleIn(doc: Y.Doc, { client, clock: start, length }: Range): Generator<Y.Item> {
  for (let clock = start; clock < start + length; ) {
    const struct = storedStruct(doc, { client, clock });
    if (struct === null) return;
    if (struct instanceof Y.Item && !struct.deleted) yield struct;
    clock = struct.id.clock + struct.length;
  }
}

/** The texts that are one line on the screen: beside each other, with no line break between. */
function lineAround(text: Text): readonly Text[] {
  const texts: Text[] = [text];
  for (let item = text._item?.left ?? null; item !== null; item = item.left) {
    if (item.deleted) continue;
    if (!(item.content instanceof Y.ContentType) || !(item.content.type instanceof Y.XmlText)) break;
    texts.unshift(item.content.type);
  }
  for (let item = text._item?.right ?? null; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (!(item.content instanceof Y.ContentType) || !(item.content.type instanceof Y.XmlText)) break;
    texts.push(item.content.type);
  }
  return texts;
}

function stretchesIn(text: Text): Stretch[] {
  const stretches: Stretch[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    stretches.push({ client: item.id.client, clock: item.id.clock, length: item.length, text: item.content.str });
  }
  return stretches;
}

function* unseenLines(transaction: Y.Transaction, update: DecodedUpdate): Generator<Line> {
  let line: Stretch[] = [];
  for (const struct of update.structs) {
    if (struct.kind !== "item" || struct.content.kind !== "string") continue;
    const unseen = [...unseenIn(transaction, struct, struct.content.text)];
    const [first] = unseen;
    if (first === undefined) continue;
    const last = line.at(-1);
    const goesOn = last !== undefined && first.clock === struct.clock && isEnd(last, struct.origin);
    if (!goesOn && line.length > 0) {
      yield line;
      line = [];
    }
    line.push(...unseen);
  }
  if (line.length > 0) yield line;
}

function isEnd({ client, clock, length }: Range, id: Id | null): boolean {
  return id?.client === client && id.clock === clock + length - 1;
}

function* unseenIn(
  transaction: Y.Transaction,
  { client, clock: start, length }: NewItem,
  text: string,
): Generator<Stretch> {
  for (let clock = start; clock < start + length; ) {
    const struct = storedStruct(transaction.doc, { client, clock });
    if (struct === null) return;
    const until = Math.min(start + length, struct.id.clock + struct.length);
    const isSeen = struct instanceof Y.Item && !struct.deleted;
    if (!isSeen && isNew(transaction, { client, clock })) {
      yield { client, clock, length: until - clock, text: text.slice(clock - start, until - start) };
    }
    clock = until;
  }
}
