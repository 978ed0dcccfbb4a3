import * as Y from "yjs";
import type { Genre, Retrait } from "../../../shared/editor/genres.ts";
import { hrefOf, isMarkOn, shapeOf } from "../../../shared/editor/read-section.ts";
import { Stride } from "../../../shared/text/stride.ts";
import type { Id, Range } from "../../live/bounded-decoder.ts";

/** What a place of a part holds. */
export const LETTER = 0;
export const BREAK = 1;
/** The beginning of a paragraph: its words follow. */
export const PARAGRAPH = 2;

/** The marks of letters, as people see them. */
export interface Marks {
  readonly gras: boolean;
  readonly italique: boolean;
  readonly lien: string | null;
}

/** Whether letters look the same. */
export function hasSameMarks(a: Marks, b: Marks): boolean {
  return a === b || (a.gras === b.gras && a.italique === b.italique && a.lien === b.lien);
}

/** The marks of a stretch, and which items of the text set them: whoever made one made the mark. */
export interface Format extends Marks {
  readonly setBy: { readonly gras: Id | null; readonly italique: Id | null; readonly lien: Id | null };
}

export const PLAIN: Format = {
  gras: false,
  italique: false,
  lien: null,
  setBy: { gras: null, italique: null, lien: null },
};

/** A paragraph as it begins, with the items that say what it is. */
export interface Opening {
  readonly genre: Genre;
  readonly retrait: Retrait;
  readonly setBy: { readonly genre: Id | null; readonly retrait: Id | null };
}

/**
 * One part of a sheet as it was at a moment: a place for each letter, line break and beginning of a paragraph, in the
 * order of the text, with its id. Copied out of the document, which may go on.
 */
export class PartLetters {
  /** A UTF-16 unit a place; a line break is « \n », a beginning « ¶ ». */
  text = "";
  readonly kinds: number[] = [];
  readonly clients: number[] = [];
  readonly clocks: number[] = [];
  /** The marks of each place, in `formats`. */
  readonly format: number[] = [];
  readonly formats: Format[] = [PLAIN];
  /** The paragraphs, by the place where they begin. */
  readonly openings = new Map<number, Opening>();
  /** Letters of the text that are within others here: « e » and an accent are one letter, which has one of both ids. */
  readonly within: { readonly id: Id; readonly letter: Id }[] = [];

  get length(): number {
    return this.kinds.length;
  }

  idOf(place: number): Id {
    return { client: this.clients[place] ?? 0, clock: this.clocks[place] ?? 0 };
  }

  formatOf(place: number): Format {
    return this.formats[this.format[place] ?? 0] ?? PLAIN;
  }

  /** The places as stretches of ids that follow each other, with where each begins. */
  *stretches(): Generator<Range & { readonly place: number }> {
    let start = 0;
    for (let place = 1; place <= this.length; place++) {
      const follows =
        place < this.length &&
        this.clients[place] === this.clients[start] &&
        this.clocks[place] === (this.clocks[start] ?? 0) + (place - start);
      if (follows) continue;
      yield { ...this.idOf(start), length: place - start, place: start };
      start = place;
    }
  }

  /** @internal what the reader adds */
  add(kind: number, text: string, { client, clock }: Id, format: number): void {
    this.text += text;
    for (let i = 0; i < text.length; i++) {
      this.kinds.push(kind);
      this.clients.push(client);
      this.clocks.push(clock + i);
      this.format.push(format);
    }
  }
}

/** Letters of one item that are read before others may have their turn: a pasted page is one. */
const LETTERS_AT_ONCE = 1_000;
/** What reading one item of Yjs counts for, in letters looked at. */
const ITEM = 4;

/** A section of flat blocks, as `readBlocks` shows it. The document is only read; pauses as it goes. */
export function* readSectionLetters(fragment: Y.XmlFragment): Generator<undefined, PartLetters> {
  const letters = new PartLetters();
  const stride = new Stride();
  for (const item of items(fragment)) {
    const paragraph = typeOf(item);
    if (stride.isDue(ITEM)) yield;
    if (!(paragraph instanceof Y.XmlElement)) continue;
    letters.openings.set(letters.length, openingOf(paragraph));
    letters.add(PARAGRAPH, "¶", item.id, 0);
    for (const child of items(paragraph)) {
      const type = typeOf(child);
      if (type instanceof Y.XmlText) {
        yield* readText(type, letters, stride);
      } else {
        letters.add(BREAK, "\n", child.id, 0);
      }
    }
  }
  return letters;
}

/** A sentence, on one line, as `readSentence` shows it. The document is only read; pauses as it goes. */
export function* readSentenceLetters(text: Y.Text): Generator<undefined, PartLetters> {
  const letters = new PartLetters();
  const stride = new Stride();
  let afterEnd = false;
  for (const item of items(text)) {
    if (!(item.content instanceof Y.ContentString)) continue;
    for (const [i, letter] of [...units(item.content.str)].entries()) {
      const isEnd = /[\n\r\u2028\u2029]/.test(letter);
      const { client, clock } = item.id;
      if (!isEnd || !afterEnd) letters.add(LETTER, isEnd ? " " : letter, { client, clock: clock + i }, 0);
      afterEnd = isEnd;
    }
    if (stride.isDue(ITEM + item.length)) yield;
  }
  return letters;
}

function* readText(text: Y.XmlText, letters: PartLetters, stride: Stride): Generator<undefined, void> {
  let current = PLAIN;
  let index = 0;
  for (const item of items(text)) {
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      current = withMark(current, String(key), value, item.id);
      index = -1;
    } else if (item.content instanceof Y.ContentString) {
      if (index === -1) index = letters.formats.push(current) - 1;
      const { client, clock } = item.id;
      for (let i = 0; i < item.length; i += LETTERS_AT_ONCE) {
        const text = item.content.str.slice(i, i + LETTERS_AT_ONCE);
        letters.add(LETTER, text, { client, clock: clock + i }, index);
        if (stride.isDue(text.length)) yield;
      }
    }
    if (stride.isDue(ITEM)) yield;
  }
}

function withMark(format: Format, key: string, value: unknown, id: Id): Format {
  switch (key) {
    case "strong":
      return { ...format, gras: isMarkOn(value), setBy: { ...format.setBy, gras: id } };
    case "em":
      return { ...format, italique: isMarkOn(value), setBy: { ...format.setBy, italique: id } };
    case "link":
      return { ...format, lien: hrefOf(value), setBy: { ...format.setBy, lien: id } };
    default:
      return format;
  }
}

function openingOf(paragraph: Y.XmlElement): Opening {
  const lastOf = (key: string) => paragraph._map.get(key)?.lastId ?? null;
  return { ...shapeOf(paragraph), setBy: { genre: lastOf("genre"), retrait: lastOf("retrait") } };
}

/** What stands in a type, in order. */
function* items(type: { readonly _start: Y.Item | null }): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) yield item;
}

function typeOf({ content }: Y.Item): unknown {
  return content instanceof Y.ContentType ? content.type : null;
}

function* units(text: string): Generator<string> {
  for (let i = 0; i < text.length; i++) yield text.charAt(i);
}

/** Places whose ids follow each other and whose marks are the same; a break or a beginning is by itself. */
export function* stretches(letters: PartLetters, start: number, length: number) {
  let from = start;
  for (let place = start + 1; place <= start + length; place++) {
    const follows =
      place < start + length &&
      letters.kinds[place] === LETTER &&
      letters.kinds[from] === LETTER &&
      letters.format[place] === letters.format[from] &&
      letters.clients[place] === letters.clients[from] &&
      letters.clocks[place] === (letters.clocks[from] ?? 0) + (place - from);
    if (follows) continue;
    yield { from, length: place - from };
    from = place;
  }
}
