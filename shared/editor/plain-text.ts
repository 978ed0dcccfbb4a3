import type { Block } from "./blocks.ts";

/** The words of a paragraph without their marks; a line break is a newline. */
export function blockText(block: Block): string {
  return block.inlines.map((inline) => (inline.kind === "text" ? inline.text : "\n")).join("");
}

/** The words of a section: one line per paragraph, and per line break in it. Empty paragraphs are empty lines. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join("\n");
}
