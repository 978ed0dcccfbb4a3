import type { Genre, Retrait } from "./genres.ts";
import type { TextSection } from "./sections.ts";

/** One paragraph of a section, as it is read: what the reading view, print and exports are made from. */
export interface Block {
  readonly genre: Genre;
  readonly retrait: Retrait;
  /** In the order of the text; two neighbours with the same marks are one. */
  readonly inlines: readonly Inline[];
}

export type Inline = TextRun | LineBreak;

/** A stretch of words with the same marks; never empty. */
export interface TextRun {
  readonly kind: "text";
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  /** An address that `isAllowedLink` accepts, or null. */
  readonly link: string | null;
}

interface LineBreak {
  readonly kind: "break";
}

/** The words of a whole sheet. */
export interface SheetContent {
  readonly intitule: string;
  readonly sections: Readonly<Record<TextSection, readonly Block[]>>;
}

/** Adds to the end of a paragraph's inside: words with the marks of those before are one stretch with them. */
export function appendInline(inlines: Inline[], inline: Inline): void {
  const last = inlines.at(-1);
  const joins =
    last?.kind === "text" &&
    inline.kind === "text" &&
    last.strong === inline.strong &&
    last.em === inline.em &&
    last.link === inline.link;
  if (joins) inlines[inlines.length - 1] = { ...last, text: last.text + inline.text };
  else inlines.push(inline);
}

const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** Whether somebody sees anything in this text: white space, controls and zero-width characters do not count. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** Whether a paragraph shows nothing: no words, or only space and line breaks. */
export function isBlank(block: Block): boolean {
  return !block.inlines.some((inline) => inline.kind === "text" && isVisible(inline.text));
}
