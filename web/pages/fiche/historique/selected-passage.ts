import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import { partAround } from "../part-around.ts";
import { lettersOf, type PassageWords } from "./passage-authors.ts";

/** A passage of the sheet that is on the screen. */
export interface Passage extends PassageWords {
  readonly partie: EngagementPart;
}

/**
 * The words that are selected on the page, or those of the paragraph that has the caret; what goes past the end of a part
 * is left out. Null when neither is in a part of the sheet. In a text that is only read nobody sees the caret: where one
 * pressed last counts for as long as that paragraph is on the screen.
 */
export function selectedPassage(): Passage | null {
  const active = document.activeElement;
  if (active instanceof HTMLTextAreaElement) return inField(active);
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const chosen = selection.getRangeAt(0);
  const part = partAround(chosen.startContainer) ?? partAround(chosen.endContainer);
  if (part === null) return null;
  const whole = document.createRange();
  whole.selectNodeContents(part.element);
  if (chosen.collapsed && !isEdited(part.element) && !isInSight(chosen.startContainer)) return null;
  const range = chosen.collapsed ? paragraphAround(chosen.startContainer, part.element) : chosen.cloneRange();
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) {
    range.setStart(whole.startContainer, whole.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) range.setEnd(whole.endContainer, whole.endOffset);
  const before = whole.cloneRange();
  before.setEnd(range.startContainer, range.startOffset);
  return { partie: part.partie, avant: lettersOf(before.toString()).length, texte: range.toString() };
}

function inField(field: HTMLTextAreaElement): Passage | null {
  const partie = partAround(field)?.partie;
  if (partie === undefined) return null;
  const { value, selectionStart: from, selectionEnd: to } = field;
  if (from === to) return { partie, avant: 0, texte: value };
  return { partie, avant: lettersOf(value.slice(0, from)).length, texte: value.slice(from, to) };
}

function isEdited(part: Element): boolean {
  return part.querySelector("[contenteditable=true]") !== null || part.closest("[contenteditable=true]") !== null;
}

function isInSight(node: Node): boolean {
  const box = (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < window.innerHeight;
}

/** All of the paragraph, which is a child of the part in the editor. */
function paragraphAround(node: Node, part: Element): Range {
  const range = document.createRange();
  let child: Node = node;
  while (child !== part && child.parentNode !== part && child.parentNode !== null) child = child.parentNode;
  range.selectNodeContents(child);
  return range;
}
