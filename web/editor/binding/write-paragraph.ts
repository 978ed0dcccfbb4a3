import type { Mark, Node } from "prosemirror-model";
import * as Y from "yjs";
import { domSchema } from "../dom-schema.ts";
import { indexAt, partsOf, textAt } from "./paragraph-parts.ts";

/** Formatting as Yjs keeps it: the attributes of a mark, or null where it ends. */
type Format = Record<string, object | null>;

/** What Yjs calls a delta, of inserts only. */
interface Run {
  readonly insert: unknown;
  readonly attributes: Record<string, unknown>;
}

function createText(runs: readonly Run[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta([...runs]);
  return text;
}

/** A new paragraph for the document. It has a text from the start, so that two people who begin it write in the same. */
export function createParagraph(node: Node): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  for (const [name, value] of Object.entries(node.attrs)) writeAttribute(paragraph, name, value);
  const children: (Y.XmlText | Y.XmlElement)[] = [];
  let runs: Run[] = [];
  const close = (): void => {
    if (runs.length > 0) children.push(createText(runs));
    runs = [];
  };
  node.forEach((child) => {
    if (child.isText) {
      runs.push({ insert: child.text ?? "", attributes: formatOf(child.marks) });
    } else if (child.type === domSchema.nodes.hard_break) {
      close();
      children.push(new Y.XmlElement("hard_break"));
    }
  });
  close();
  paragraph.insert(0, children.length === 0 ? [new Y.XmlText()] : children);
  return paragraph;
}

/**
 * Writes what one change made of a paragraph, and only that: its attributes that differ, one replacement in its letters,
 * the marks that differ.
 *
 * @param head how many positions at its start the change left alone
 * @param tail the same for its end
 */
export function writeParagraph(paragraph: Y.XmlElement, before: Node, after: Node, head: number, tail: number): void {
  for (const [name, value] of Object.entries(after.attrs)) {
    if (before.attrs[name] !== value) writeAttribute(paragraph, name, value);
  }
  const [to, end] = [before.content.size - tail, after.content.size - tail];
  if (to > head) deleteRange(paragraph, head, to);
  if (end > head) insertRange(paragraph, head, after.slice(head, end).content.content);
  // Marks of what was there before and still is: letters before the edit, then those behind it.
  writeMarks(paragraph, before, after, [
    [0, head, 0],
    [end, after.content.size, end - to],
  ]);
}

function writeAttribute(paragraph: Y.XmlElement, name: string, value: unknown): void {
  if (value === null) paragraph.removeAttribute(name);
  // Yjs types attributes as strings and keeps any value; the sheet's `retrait` is a number.
  else paragraph.setAttribute(name, value as string);
}

function deleteRange(paragraph: Y.XmlElement, from: number, to: number): void {
  for (const { child, index, start, length } of partsOf(paragraph).reverse()) {
    const first = Math.max(from, start);
    const count = Math.min(to, start + length) - first;
    if (count <= 0) continue;
    if (child === null) paragraph.delete(index, 1);
    else child.delete(first - start, count);
  }
}

function insertRange(paragraph: Y.XmlElement, at: number, pieces: readonly Node[]): void {
  let position = at;
  for (const piece of pieces) {
    if (piece.isText) insertText(paragraph, position, piece.text ?? "", formatOf(piece.marks));
    else if (piece.type === domSchema.nodes.hard_break) insertBreak(paragraph, position);
    // Nothing else can be made here: the binding sees that it is missing and draws again.
    else continue;
    position += piece.nodeSize;
  }
}

function insertText(paragraph: Y.XmlElement, position: number, letters: string, format: Format): void {
  const place = textAt(paragraph, position);
  if (place !== null) {
    place.text.insert(place.offset, letters, format);
    return;
  }
  paragraph.insert(indexAt(paragraph, position), [createText([{ insert: letters, attributes: format }])]);
}

/** Within a text, what is behind the break goes into a text of its own: Yjs cannot cut one in two. */
function insertBreak(paragraph: Y.XmlElement, position: number): void {
  const place = textAt(paragraph, position);
  const hardBreak = new Y.XmlElement("hard_break");
  if (place === null || place.offset === place.text.length) {
    paragraph.insert(indexBehind(paragraph, place?.text ?? null, position), [hardBreak]);
    return;
  }
  const { text, offset } = place;
  if (offset === 0) {
    paragraph.insert(indexOf(paragraph, text), [hardBreak]);
    return;
  }
  const behind = createText(tailOf(text, offset));
  text.delete(offset, text.length - offset);
  paragraph.insert(indexOf(paragraph, text) + 1, [hardBreak, behind]);
}

function indexOf(paragraph: Y.XmlElement, child: Y.XmlText): number {
  return paragraph.toArray().indexOf(child);
}

function indexBehind(paragraph: Y.XmlElement, text: Y.XmlText | null, position: number): number {
  return text === null ? indexAt(paragraph, position) : indexOf(paragraph, text) + 1;
}

function tailOf(text: Y.XmlText, offset: number): Run[] {
  // Yjs types this as `any`; a text that is only read has nothing but inserts.
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  const tail: Run[] = [];
  let start = 0;
  for (const { insert, attributes = {} } of delta) {
    const length = typeof insert === "string" ? insert.length : 1;
    const from = Math.max(0, offset - start);
    if (from < length) tail.push({ insert: typeof insert === "string" ? insert.slice(from) : insert, attributes });
    start += length;
  }
  return tail;
}

/** Each range is of `after`; its letters were `shift` positions earlier in `before`. */
function writeMarks(
  paragraph: Y.XmlElement,
  before: Node,
  after: Node,
  ranges: readonly (readonly [from: number, to: number, shift: number])[],
): void {
  for (const [from, to, shift] of ranges) {
    let position = from;
    while (position < to) {
      const [was, wasFor] = marksAt(before, position - shift);
      const [is, isFor] = marksAt(after, position);
      const end = Math.min(to, position + Math.min(wasFor, isFor));
      const format = formatBetween(was, is);
      if (format !== null) formatRange(paragraph, position, end, format);
      position = end;
    }
  }
}

/** The marks of what is at this position, and for how many positions they are the same. */
function marksAt(node: Node, position: number): [marks: readonly Mark[], length: number] {
  const { node: child, offset } = node.childAfter(position);
  if (child === null) return [[], 1];
  return [child.isText ? child.marks : [], offset + child.nodeSize - position];
}

function formatRange(paragraph: Y.XmlElement, from: number, to: number, format: Format): void {
  for (const { child, start, length } of partsOf(paragraph)) {
    const first = Math.max(from, start);
    const count = Math.min(to, start + length) - first;
    if (child !== null && count > 0) child.format(first - start, count, format);
  }
}

function formatBetween(was: readonly Mark[], is: readonly Mark[]): Format | null {
  const format: Format = {};
  for (const mark of was) if (!is.some(({ type }) => type === mark.type)) format[mark.type.name] = null;
  for (const mark of is) if (!mark.isInSet(was)) format[mark.type.name] = { ...mark.attrs };
  return Object.keys(format).length === 0 ? null : format;
}

function formatOf(marks: readonly Mark[]): Format {
  return Object.fromEntries(marks.map((mark) => [mark.type.name, { ...mark.attrs }]));
}
