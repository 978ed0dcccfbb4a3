import type * as Y from "yjs";
import type { Block, Inline, SheetContent } from "../../../shared/editor/blocks.ts";
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
      append(blocks.at(-1)?.inlines, letters, place, length);
    }
    place += length;
    if (stride.isDue(length)) yield;
  }
  return blocks;
}

/** What has the same marks as its neighbour is one with it. */
function append(inlines: Inline[] = [], letters: PartLetters, place: number, length: number): void {
  const { gras: strong, italique: em, lien: link } = letters.formatOf(place);
  const text = letters.text.slice(place, place + length);
  const last = inlines.at(-1);
  if (last?.kind === "text" && last.strong === strong && last.em === em && last.link === link) {
    inlines[inlines.length - 1] = { ...last, text: last.text + text };
  } else {
    inlines.push({ kind: "text", text, strong, em, link });
  }
}
