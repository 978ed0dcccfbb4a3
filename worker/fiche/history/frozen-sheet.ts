import type * as Y from "yjs";
import { appendInline, type Block, type Inline, type SheetContent } from "../../../shared/editor/blocks.ts";
import { TEXT_SECTIONS, type TextSection } from "../../../shared/editor/sections.ts";
import { Stride } from "../../../shared/text/stride.ts";
import { composed } from "./composed.ts";
import { BREAK, PARAGRAPH, type PartLetters } from "./part-letters.ts";
import { readLetters } from "./replay.ts";

/** The words of a sheet as a version freezes them (`shared/editor/CANONICAL.md`). The document is only read; pauses as it goes. */
export function* readFrozen(doc: Y.Doc): Generator<undefined, SheetContent> {
  // Whose letters are is not asked.
  const letters = yield* composed(yield* readLetters(doc), ([id]) => id);
  const sections: [TextSection, Block[]][] = [];
  for (const section of TEXT_SECTIONS) sections.push([section, yield* blocksOf(letters[section])]);
  // `fromEntries` forgets the keys, which are the closed list just walked.
  return { intitule: letters.intitule.text, sections: Object.fromEntries(sections) as Record<TextSection, Block[]> };
}

function* blocksOf(letters: PartLetters): Generator<undefined, Block[]> {
  const stride = new Stride();
  const blocks: (Block & { readonly inlines: Inline[] })[] = [];
  for (let place = 0; place < letters.length; ) {
    const kind = letters.kinds[place];
    let length = 1;
    if (kind === PARAGRAPH) {
      const { genre, retrait } = letters.openings.get(place) ?? { genre: "texte", retrait: 0 };
      blocks.push({ genre, retrait, inlines: [] });
    } else if (kind === BREAK) {
      blocks.at(-1)?.inlines.push({ kind: "break" });
    } else {
      const format = letters.format[place];
      while (letters.kinds[place + length] === kind && letters.format[place + length] === format) length += 1;
      const { gras: strong, italique: em, lien: link } = letters.formatOf(place);
      const text = letters.text.slice(place, place + length);
      appendInline(blocks.at(-1)?.inlines ?? [], { kind: "text", text, strong, em, link });
    }
    place += length;
    if (stride.isDue(length)) yield;
  }
  return blocks;
}
