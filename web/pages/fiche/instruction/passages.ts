import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import { CITATION_MAX } from "../../../../shared/protocol/limits.ts";
import { partAround } from "../part-around.ts";

/** The words selected in a part of the sheet. */
export interface Selected {
  readonly partie: EngagementPart;
  readonly texte: string;
}

/**
 * The sentences of a part, as somebody would point at them. `words`: one line per paragraph, as réserves quote them.
 * Each is once, since a réserve is found by its words.
 */
export function sentencesOf(words: string): readonly string[] {
  const segmenter = new Intl.Segmenter("fr", { granularity: "sentence" });
  const all = words
    .split("\n")
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== "" && sentence.length <= CITATION_MAX);
  return [...new Set(all)];
}

/** The words of a selection as the version has them, or null when they are not in this part as one run of text. */
export function citationIn(words: string, selected: string): string | null {
  const trimmed = selected.normalize("NFC").trim();
  return trimmed !== "" && trimmed.length <= CITATION_MAX && words.includes(trimmed) ? trimmed : null;
}

/** What is selected on the page within the words of one part of the version; null: nothing, or across parts. */
export function selectedOnPage(): Selected | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const part = partAround(range.commonAncestorContainer);
  return part === null ? null : { partie: part.partie, texte: range.toString() };
}
