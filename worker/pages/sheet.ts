import { type Block, isBlank, type SheetContent } from "../../shared/editor/blocks.ts";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import { partText } from "../../shared/editor/part-text.ts";
import { TEXT_SECTIONS, type TextSection } from "../../shared/editor/sections.ts";
import { blocksToHtml } from "../../shared/editor/to-html.ts";
import type { Masque } from "../../shared/protocol/bodies/history.ts";
import { BLANK } from "../live/blanked.ts";
import { type Html, html, trusted } from "./html.ts";
import { masqueWords } from "./standing.ts";
import { SECTION_TITLES, UNTITLED } from "./words.ts";

/** What a sheet is called: its intitulé, or that it has none. */
export function titleOf({ intitule }: SheetContent): string {
  return intitule.trim() === "" ? UNTITLED : intitule;
}

/** Every section that has words, with its title, in the order of the sheet; `first` before all others. */
export function sectionsOf(
  content: SheetContent,
  masques: readonly Masque[],
  first: TextSection | null = null,
): Html[] {
  const written = writtenSections(content);
  const order = [...written.filter((section) => section === first), ...written.filter((section) => section !== first)];
  return order.map(
    (section) => html`<section id="${section}"><h2>${SECTION_TITLES[section]}</h2>
${textOf(content.sections[section], 3)}
${masquesIn(content, section, masques)}</section>
`,
  );
}

export function writtenSections({ sections }: SheetContent): TextSection[] {
  return TEXT_SECTIONS.filter((section) => sections[section].some((block) => !isBlank(block)));
}

/** What was masked in a part, where its blanks still stand. */
export function masquesIn(content: SheetContent, part: EngagementPart, masques: readonly Masque[]): Html[] {
  if (!partText(content, part).includes(BLANK)) return [];
  return masques
    .filter(({ partie }) => partie === part)
    .map(
      (masque) => html`<p class="muted">${masqueWords(masque)}</p>
`,
    );
}

/** `blocksToHtml` escapes every word of it. */
export function textOf(blocks: readonly Block[], headingLevel: 2 | 3): Html {
  return trusted(blocksToHtml(blocks, { headingLevel }));
}
