import type * as Y from "yjs";
import type { Block, SheetContent } from "../../shared/editor/blocks.ts";
import { readBlocks, readSentence } from "../../shared/editor/read-section.ts";
import { TEXT_SECTIONS, type TextSection } from "../../shared/editor/sections.ts";

/** The text of a fiche as it stands, read without changing it. */
export function readContent(doc: Y.Doc): SheetContent {
  // `fromEntries` forgets the keys, which are the closed list just mapped.
  const sections = Object.fromEntries(
    TEXT_SECTIONS.map((section) => [section, readBlocks(doc.getXmlFragment(section))]),
  ) as Record<TextSection, Block[]>;
  return { intitule: readSentence(doc.getText("intitule")), sections };
}
