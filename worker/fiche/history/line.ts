import * as Y from "yjs";
import type { Range } from "../../live/bounded-decoder.ts";
import type { Format } from "./part-letters.ts";

/** The marks of letters, as people see them. */
export type Marks = Pick<Format, "gras" | "italique" | "lien">;

/** New letters that restate others of the document. */
export interface Again {
  readonly to: readonly Range[];
  readonly from: readonly Range[];
}

/** One line of text that is being changed: a paragraph or a sentence; a place is a letter or a line break. */
export interface Line {
  /** Puts letters before this place; their ids. */
  insert(place: number, text: string, marks: Marks): readonly Range[];
  /** Puts a line break before this place; what it had to be written again for it. */
  insertBreak(place: number): Again;
  delete(place: number, length: number): void;
  /** Changes the marks of letters. */
  mark(place: number, length: number, marks: Marks): void;
}

/** A sentence that is one root text, without marks. */
export class SentenceLine implements Line {
  readonly #text: Y.Text;

  constructor(text: Y.Text) {
    this.#text = text;
  }

  insert(place: number, text: string): readonly Range[] {
    this.#text.insert(place, text);
    return idsIn(this.#text, place, text.length);
  }

  insertBreak(): Again {
    throw new Error("a sentence has no line break");
  }

  delete(place: number, length: number): void {
    this.#text.delete(place, length);
  }

  mark(): void {
    throw new Error("a sentence has no marks");
  }
}

/** What a paragraph holds, and from which of its places on. */
interface Part {
  readonly child: Y.XmlText | Y.XmlElement;
  readonly index: number;
  readonly start: number;
  readonly length: number;
}

/** A paragraph: texts, with line breaks between them. */
export class ParagraphLine implements Line {
  readonly #paragraph: Y.XmlElement;

  constructor(paragraph: Y.XmlElement) {
    this.#paragraph = paragraph;
  }

  insert(place: number, text: string, marks: Marks): readonly Range[] {
    const { child, at } = this.#textAt(place);
    child.insert(at, text, attributesOf(marks));
    return idsIn(child, at, text.length);
  }

  insertBreak(place: number): Again {
    const { child, at, index } = this.#textAt(place);
    const made = new Y.XmlElement("hard_break");
    this.#paragraph.insert(index + 1, [made]);
    const length = child.length - at;
    if (length === 0) return { to: [], from: [] };
    // The end of the text stands behind the break from now on, and its letters are those that it had.
    const from = idsIn(child, at, length);
    const end = new Y.XmlText();
    end.applyDelta(deltaFrom(child, at));
    child.delete(at, length);
    this.#paragraph.insert(index + 2, [end]);
    return { to: idsIn(end, 0, length), from };
  }

  delete(place: number, length: number): void {
    for (const { child, index, start, length: own } of this.#parts().reverse()) {
      const from = Math.max(place, start);
      const count = Math.min(place + length, start + own) - from;
      if (count <= 0) continue;
      if (child instanceof Y.XmlText) child.delete(from - start, count);
      else this.#paragraph.delete(index, 1);
    }
  }

  mark(place: number, length: number, marks: Marks): void {
    for (const { child, start, length: own } of this.#parts()) {
      const from = Math.max(place, start);
      const count = Math.min(place + length, start + own) - from;
      const none = { strong: null, em: null, link: null };
      if (count > 0 && child instanceof Y.XmlText)
        child.format(from - start, count, { ...none, ...attributesOf(marks) });
    }
  }

  #parts(): Part[] {
    let start = 0;
    return this.#paragraph.toArray().flatMap((child, index) => {
      if (!(child instanceof Y.XmlText || child instanceof Y.XmlElement)) return [];
      const part = { child, index, start, length: child instanceof Y.XmlText ? child.length : 1 };
      start += part.length;
      return [part];
    });
  }

  /** The text that holds this place, or ends there; made where there is none. */
  #textAt(place: number): { child: Y.XmlText; at: number; index: number } {
    let behind = -1;
    for (const { child, index, start, length } of this.#parts()) {
      if (child instanceof Y.XmlText && place >= start && place <= start + length) {
        return { child, at: place - start, index };
      }
      if (start + length <= place) behind = index;
    }
    const made = new Y.XmlText();
    this.#paragraph.insert(behind + 1, [made]);
    return { child: made, at: 0, index: behind + 1 };
  }
}

function attributesOf({ gras, italique, lien }: Marks): Record<string, object> {
  return { ...(gras && { strong: {} }), ...(italique && { em: {} }), ...(lien !== null && { link: { href: lien } }) };
}

/** The ids of so many letters of a text, from one on. */
function idsIn(text: Y.Text, from: number, length: number): Range[] {
  const ids: Range[] = [];
  let start = 0;
  for (let item = text._start; item !== null && start < from + length; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const first = Math.max(from, start);
    const count = Math.min(from + length, start + item.length) - first;
    if (count > 0) ids.push({ client: item.id.client, clock: item.id.clock + (first - start), length: count });
    start += item.length;
  }
  return ids;
}

/** What Yjs calls a delta, of inserts only, from one letter on. */
function deltaFrom(text: Y.XmlText, from: number): { insert: string; attributes: object }[] {
  let start = 0;
  // Yjs types this as `any`; a text that is only read has nothing but inserts, and ours are letters.
  const delta = text.toDelta() as { insert: string; attributes?: object }[];
  return delta.flatMap(({ insert, attributes = {} }) => {
    const rest = insert.slice(Math.max(0, from - start));
    start += insert.length;
    return rest === "" ? [] : [{ insert: rest, attributes }];
  });
}
