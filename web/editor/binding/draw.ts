import { Fragment, type Node } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { domSchema } from "../dom-schema.ts";

/** One child of a section's root in the document, and what it looks like. */
export interface Shown {
  readonly type: unknown;
  readonly node: Node;
}

/**
 * The transaction that shows what others changed: small steps, each where something changed, so that the caret, a
 * composition and marks drawn elsewhere stay where they are. Null when nothing is seen of the change.
 *
 * @param before what is shown now, child by child; empty while the section is
 */
export function draw(state: EditorState, before: readonly Shown[], after: readonly Shown[]): Transaction | null {
  const { tr } = state;
  if (before.length === 0 || after.length === 0) {
    const all = drawAll(state, after);
    return all.doc.eq(state.doc) ? null : all;
  }
  for (const group of groupsOf(before, after).reverse()) drawGroup(tr, group);
  if (!tr.docChanged) return null;
  return keepCaret(state, tr);
}

/** The transaction that shows all of a section anew. */
export function drawAll({ tr }: EditorState, after: readonly Shown[]): Transaction {
  const nodes = after.length === 0 ? [domSchema.nodes.paragraph.create()] : after.map(({ node }) => node);
  return tr.replaceWith(0, tr.doc.content.size, nodes);
}

/** Neighbours that changed together: a paragraph and what was put beside it or went from there. */
interface Group {
  /** Where the first of them begins. */
  readonly start: number;
  readonly before: Node[];
  readonly after: Node[];
}

function groupsOf(before: readonly Shown[], after: readonly Shown[]): Group[] {
  const stays = new Set(after.map(({ type }) => type));
  const was = new Set(before.map(({ type }) => type));
  const groups: Group[] = [];
  let open: Group | null = null;
  let lastStayed = true;
  let position = 0;
  let i = 0;
  let j = 0;
  const group = (): Group => {
    if (open === null) {
      open = { start: position, before: [], after: [] };
      groups.push(open);
    }
    return open;
  };
  while (i < before.length || j < after.length) {
    const old = before[i];
    const now = after[j];
    if (old !== undefined && !stays.has(old.type)) {
      group().before.push(old.node);
      position += old.node.nodeSize;
      lastStayed = false;
      i += 1;
    } else if (now !== undefined && !was.has(now.type)) {
      group().after.push(now.node);
      lastStayed = false;
      j += 1;
    } else if (old !== undefined && now !== undefined) {
      // Yjs never changes the order of what stays: these two are the same.
      if (old.node === now.node || lastStayed) open = null;
      if (old.node !== now.node) {
        const here = group();
        here.before.push(old.node);
        here.after.push(now.node);
      }
      position += old.node.nodeSize;
      lastStayed = true;
      i += 1;
      j += 1;
    } else {
      throw new Error("what stays is on both sides");
    }
  }
  return groups;
}

function drawGroup(tr: Transaction, { start, before, after }: Group): void {
  const reshaped = before.length === 1 && after.length === 1 ? reshape(tr, start, before[0], after[0]) : before;
  const old = Fragment.from(reshaped);
  const now = Fragment.from(after);
  const from = old.findDiffStart(now);
  const ends = old.findDiffEnd(now);
  if (from === null || ends === null) return;
  // The same letter twice in a row is found from both ends.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  const slice = tr.doc.type.create(null, now).slice(from, ends.b + overlap);
  tr.replace(start + from, start + ends.a + overlap, slice);
}

/** A paragraph of another genre or retrait keeps its letters: only the attributes are set. */
function reshape(tr: Transaction, start: number, before: Node | undefined, after: Node | undefined): Node[] {
  if (before === undefined || after === undefined) return [];
  if (before.type !== after.type || before.type !== domSchema.nodes.paragraph) return [before];
  for (const [name, value] of Object.entries(after.attrs)) {
    if (before.attrs[name] !== value) tr.setNodeAttribute(start, name, value);
  }
  return [before.type.create(after.attrs, before.content)];
}

/**
 * What somebody else writes exactly at the caret comes behind it: nobody writes into the middle of another's word. Bold
 * chosen for what comes next stays chosen.
 */
function keepCaret(state: EditorState, tr: Transaction): Transaction {
  const { selection, storedMarks } = state;
  if (selection instanceof TextSelection) {
    const { anchor, head, from } = selection;
    const at = (position: number) => tr.mapping.map(position, selection.empty || position !== from ? -1 : 1);
    tr.setSelection(TextSelection.between(tr.doc.resolve(at(anchor)), tr.doc.resolve(at(head))));
  }
  return storedMarks === null ? tr : tr.setStoredMarks(storedMarks);
}
