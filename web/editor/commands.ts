import { chainCommands, splitBlockAs, toggleMark } from "prosemirror-commands";
import type { Attrs, Mark, Node } from "prosemirror-model";
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state";
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

export const toggleStrong: Command = toggleMark(domSchema.marks.strong, null, { removeWhenPresent: false });
export const toggleEm: Command = toggleMark(domSchema.marks.em, null, { removeWhenPresent: false });

/** Whether the mark is on the whole selection, or will be on what is typed next. */
export function isMarkActive(state: EditorState, name: "strong" | "em" | "link"): boolean {
  const type = domSchema.marks[name];
  const { empty, $from, from, to } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  let all = true;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isText && type.isInSet(node.marks) === undefined) all = false;
  });
  return all && state.doc.rangeHasMark(from, to, type);
}

export const insertHardBreak: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.sameParent($to) || !$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(domSchema.nodes.hard_break.create(), true).scrollIntoView());
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

const split: Command = splitBlockAs((node, atEnd) => ({ type: node.type, attrs: nextAttrs(node, atEnd) }));

export const enter: Command = chainCommands(endEmpty, openBefore, split);

/** Backspace at the start of a paragraph that is anything else than plain text at the margin. */
export const backspaceAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  return stepDown(state, dispatch);
};

/** The link under the caret or the selection's start, with the whole of its text. */
export function linkAt(state: EditorState): { from: number; to: number; href: string } | null {
  const { $from } = state.selection;
  const { parent } = $from;
  const marksAt = (index: number): readonly Mark[] => parent.maybeChild(index)?.marks ?? [];
  const touching = [$from.index(), $from.index() - 1].find((index) => domSchema.marks.link.isInSet(marksAt(index)));
  const mark = touching === undefined ? undefined : domSchema.marks.link.isInSet(marksAt(touching));
  if (touching === undefined || mark === undefined) return null;
  let first = touching;
  let last = touching;
  while (mark.isInSet(marksAt(first - 1))) first -= 1;
  while (mark.isInSet(marksAt(last + 1))) last += 1;
  let from = $from.start();
  for (let index = 0; index < first; index += 1) from += parent.child(index).nodeSize;
  let to = from;
  for (let index = first; index <= last; index += 1) to += parent.child(index).nodeSize;
  return { from, to, href: String(mark.attrs["href"]) };
}

/** Puts a link on the selection, on the link that is there, or on new text; `href` is one of the allowed ones. */
export function setLink(href: string, text: string): Command {
  return (state, dispatch) => {
    const mark = domSchema.marks.link.create({ href });
    const existing = linkAt(state);
    const { from, to } = state.selection.empty && existing !== null ? existing : state.selection;
    if (dispatch) {
      const { tr } = state;
      if (from === to) {
        const marks = mark.addToSet(state.selection.$from.marks());
        tr.insert(from, domSchema.text(text, marks));
        tr.setSelection(TextSelection.create(tr.doc, from + text.length));
      } else {
        tr.removeMark(from, to, domSchema.marks.link).addMark(from, to, mark);
        tr.setSelection(TextSelection.create(tr.doc, to));
      }
      dispatch(tr.removeStoredMark(domSchema.marks.link).scrollIntoView());
    }
    return true;
  };
}

/** Takes the link away and leaves its words. */
export const removeLink: Command = (state, dispatch) => {
  const existing = linkAt(state);
  if (existing === null) return false;
  dispatch?.(state.tr.removeMark(existing.from, existing.to, domSchema.marks.link));
  return true;
};
