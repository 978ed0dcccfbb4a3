import type { Attrs, Mark, Node } from "prosemirror-model";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { type Genre, MAX_RETRAIT, type Retrait } from "../../shared/editor/genres.ts";
import { domSchema, genreOf, retraitOf, storedAttrs } from "./dom-schema.ts";

/**
 * Commands in ProseMirror's manner: without `dispatch` they only say whether they apply, which is what the toolbar asks.
 */

interface Block {
  readonly node: Node;
  readonly position: number;
}

/** The paragraphs that the selection touches. */
function selectedBlocks(state: EditorState): Block[] {
  const { from, to } = state.selection;
  const blocks: Block[] = [];
  state.doc.nodesBetween(from, to, (node, position) => {
    if (node.type === domSchema.nodes.paragraph) blocks.push({ node, position });
    return false;
  });
  return blocks;
}

function isList(genre: Genre): boolean {
  return genre === "puce" || genre === "numero";
}

function isTitle(genre: Genre): boolean {
  return genre === "titre" || genre === "sous_titre";
}

/** Writes only what differs: an attribute that is already there is nobody's change. */
function shape(transaction: Transaction, block: Block, genre: Genre, retrait: Retrait): Transaction {
  const wanted = storedAttrs(genre, isTitle(genre) ? 0 : retrait);
  for (const name of ["genre", "retrait"]) {
    if (block.node.attrs[name] !== wanted[name]) transaction.setNodeAttribute(block.position, name, wanted[name]);
  }
  return transaction;
}

/** Whether all of the selection is of this genre. */
export function isGenreActive(state: EditorState, genre: Genre): boolean {
  const blocks = selectedBlocks(state);
  return blocks.length > 0 && blocks.every(({ node }) => genreOf(node) === genre);
}

/** Makes the selected paragraphs of this genre; those that all are already become plain text again. */
export function setGenre(genre: Genre): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state);
    if (blocks.length === 0) return false;
    const wanted = isGenreActive(state, genre) ? "texte" : genre;
    if (dispatch) {
      const { tr } = state;
      for (const block of blocks) shape(tr, block, wanted, retraitOf(block.node));
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** Moves the selected paragraphs one step in (1) or out (-1). Titles stay at the margin. */
export function changeRetrait(step: 1 | -1): Command {
  return (state, dispatch) => {
    const movable = selectedBlocks(state).filter(({ node }) => {
      const to = retraitOf(node) + step;
      return to >= 0 && to <= MAX_RETRAIT && !isTitle(genreOf(node));
    });
    if (movable.length === 0) return false;
    if (dispatch) {
      const { tr } = state;
      // Between 0 and the largest, as filtered above.
      for (const block of movable) shape(tr, block, genreOf(block.node), (retraitOf(block.node) + step) as Retrait);
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** The same, when the selection begins in a list: what the Tab key does there. Elsewhere Tab leaves the text. */
export function changeListRetrait(step: 1 | -1): Command {
  const command = changeRetrait(step);
  return (state, dispatch) => isInList(state) && command(state, dispatch);
}

export function isInList(state: EditorState): boolean {
  const [first] = selectedBlocks(state);
  return first !== undefined && isList(genreOf(first.node));
}

export const toggleStrong: Command = toggleMark("strong");
export const toggleEm: Command = toggleMark("em");

/** Sets the mark on the selection, or takes it off where all of it has it; without a selection, on what comes next. */
function toggleMark(name: "strong" | "em"): Command {
  const mark = domSchema.marks[name].create();
  return (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent) return false;
    if (dispatch) {
      const { tr } = state;
      const active = isMarkActive(state, name);
      const { from, to } = wordsOf(state);
      const chosen = chosenMarks(state);
      if (from === to) tr.setStoredMarks(active ? mark.removeFromSet(chosen) : mark.addToSet(chosen));
      else if (active) tr.removeMark(from, to, mark);
      else tr.addMark(from, to, mark);
      dispatch(tr);
    }
    return true;
  };
}

function chosenMarks({ storedMarks, selection }: EditorState): readonly Mark[] {
  return storedMarks ?? selection.$from.marks();
}

/** The selection without the space behind it, which a double click takes along. */
function wordsOf({ doc, selection: { from, to } }: EditorState): { readonly from: number; readonly to: number } {
  const space = /\s*$/u.exec(doc.textBetween(from, to, "\n", "\ufffc"))?.[0] ?? "";
  return space.includes("\n") || space.length >= to - from ? { from, to } : { from, to: to - space.length };
}

/** The first of these that applies. */
export function firstOf(...commands: readonly Command[]): Command {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view));
}

/** Whether the mark is on the whole selection, or will be on what is typed next. */
export function isMarkActive(state: EditorState, name: "strong" | "em" | "link"): boolean {
  const type = domSchema.marks[name];
  const { from, to } = wordsOf(state);
  if (from === to) return type.isInSet(chosenMarks(state)) !== undefined;
  let all = true;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isText && type.isInSet(node.marks) === undefined) all = false;
  });
  return all && state.doc.rangeHasMark(from, to, type);
}

export const insertHardBreak: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.sameParent($to) || !$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(domSchema.nodes.hard_break.create(), false).scrollIntoView());
  return true;
};

/** What Enter makes of the next paragraph: a list and a quotation go on, text comes after a title. */
function nextAttrs(node: Node, atEnd: boolean): Attrs {
  const genre = genreOf(node);
  return isTitle(genre) && atEnd ? storedAttrs("texte", 0) : storedAttrs(genre, retraitOf(node));
}

/** Enter at the very start of a paragraph: an empty one comes before it, and no letter moves. */
const openBefore: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  if (!empty || parent.type !== domSchema.nodes.paragraph || $from.parentOffset > 0 || parent.content.size === 0) {
    return false;
  }
  const genre = genreOf(parent);
  const attrs = isTitle(genre) ? storedAttrs("texte", 0) : parent.attrs;
  dispatch?.(state.tr.insert($from.before(), domSchema.nodes.paragraph.create(attrs)).scrollIntoView());
  return true;
};

/** Enter in an empty paragraph of another genre ends it: one step out first, then plain text. */
const endEmpty: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.content.size > 0) return false;
  return stepDown(state, dispatch);
};

/** One step out if the paragraph is indented, else plain text if it is anything else. */
const stepDown: Command = (state, dispatch) => {
  const [block] = selectedBlocks(state);
  if (block === undefined) return false;
  const retrait = retraitOf(block.node);
  const genre = genreOf(block.node);
  if (retrait === 0 && genre === "texte") return false;
  if (dispatch) {
    // One less than a retrait that is not 0.
    const shaped =
      retrait > 0 ? shape(state.tr, block, genre, (retrait - 1) as Retrait) : shape(state.tr, block, "texte", 0);
    dispatch(shaped.scrollIntoView());
  }
  return true;
};

const split: Command = (state, dispatch) => {
  if (dispatch) {
    const tr = state.tr.deleteSelection();
    const { $from } = tr.selection;
    const { parent } = $from;
    if ($from.depth === 0) return false;
    const attrs = nextAttrs(parent, $from.parentOffset === parent.content.size);
    dispatch(tr.split($from.pos, 1, [{ type: parent.type, attrs }]).scrollIntoView());
  }
  return true;
};

export const enter: Command = firstOf(endEmpty, openBefore, split);

/** Backspace at the start of a paragraph that is anything else than plain text at the margin. */
export const backspaceAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  return stepDown(state, dispatch);
};
