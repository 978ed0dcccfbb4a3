import * as Y from "yjs";
import { type Place, SENTENCES, TEXT_SECTIONS } from "../../shared/editor/sections.ts";

/** Words of some updates, where they stand in the sheet, one line for each paragraph. */
export interface Passage {
  /** null: the text they stood in is not here. */
  readonly place: Place | null;
  readonly words: string;
}

/** From one clock to before another, of one client id. */
type Ranges = ReadonlyMap<number, readonly (readonly [from: number, to: number])[]>;

/**
 * The words that these updates brought and that are seen in the text, in the order of the sheet; in the order of writing
 * when none is seen there. Nothing of what they removed.
 *
 * @param doc a text that has them; it is only read
 */
export function passagesOf(doc: Y.Doc, updates: readonly Uint8Array[]): Passage[] {
  const ranges = rangesOf(updates);
  const passages: Passage[] = [];
  const add = (place: Place, lines: readonly string[]): void => {
    const words = lines.filter((line) => line.trim() !== "").join("\n");
    if (words !== "") passages.push({ place, words });
  };
  for (const place of SENTENCES) add(place, [wordsIn(doc.getText(place), ranges)]);
  for (const place of TEXT_SECTIONS) {
    add(
      place,
      doc
        .getXmlFragment(place)
        .toArray()
        .map((paragraph) => wordsIn(paragraph, ranges)),
    );
  }
  return passages.length > 0 ? passages : loose(updates);
}

function loose(updates: readonly Uint8Array[]): Passage[] {
  const structs = updates.flatMap((update) => Y.decodeUpdate(update).structs);
  const letters = structs.map((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : "",
  );
  const words = letters.join("");
  return words.trim() === "" ? [] : [{ place: null, words }];
}

function rangesOf(updates: readonly Uint8Array[]): Ranges {
  const ranges = new Map<number, (readonly [number, number])[]>();
  for (const update of updates) {
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      const known = ranges.get(id.client) ?? [];
      known.push([id.clock, id.clock + length]);
      ranges.set(id.client, known);
    }
  }
  return ranges;
}

/** Letters of one client id that follow each other are often one item, of which only a part may be asked for. */
function wordsIn(type: { readonly _start: Y.Item | null }, ranges: Ranges): string {
  let words = "";
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content, id } = item;
    if (content instanceof Y.ContentType) {
      words += content.type instanceof Y.XmlText ? wordsIn(content.type, ranges) : " ";
    } else if (content instanceof Y.ContentString) {
      for (const [from, to] of ranges.get(id.client) ?? []) {
        words += content.str.slice(Math.max(0, from - id.clock), Math.max(0, to - id.clock));
      }
    }
  }
  return words;
}
