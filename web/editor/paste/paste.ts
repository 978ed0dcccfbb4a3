import { Fragment, type Mark, type Node, Slice } from "prosemirror-model";
import { Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { genresOf } from "../../../shared/editor/genres.ts";
import type { BlockSection } from "../../../shared/editor/sections.ts";
import { domSchema, genreOf, storedAttrs } from "../dom-schema.ts";
import { AT_ONCE } from "./at-once.ts";
import type { Block } from "./blocks.ts";
import { OWN } from "./copy.ts";
import { disarm } from "./element-style.ts";
import { readHtml } from "./read-html.ts";
import { readPlainText } from "./read-plain-text.ts";

/** HTML from a clipboard, made harmless to read. */
export function cleanHtml(html: string): string {
  const disarmed = disarm(html);
  // Other editors of ProseMirror's family say how their slice was cut, in terms of their own nodes.
  return disarmed.includes(OWN) ? disarmed : disarmed.replaceAll("data-pm-slice", "data-other-slice");
}

export function sliceOfHtml(root: Element | DocumentFragment): Slice {
  return Slice.maxOpen(fragmentOf(readHtml(root, root.querySelector(`[${OWN}]`) !== null)));
}

export function sliceOfText(text: string): Slice {
  return Slice.maxOpen(fragmentOf(readPlainText(text)));
}

/** Puts in what was pasted where ProseMirror's own way would not do; whether it did. */
export function insertPasted(view: EditorView, slice: Slice): boolean {
  return pasteBlocks(view, slice) || pasteInParts(view, slice);
}

function fragmentOf(blocks: readonly Block[]): Fragment {
  return Fragment.from(
    blocks.map(({ genre, retrait, runs }) =>
      domSchema.nodes.paragraph.create(
        storedAttrs(genre, retrait),
        runs.flatMap((run) => {
          if (run.kind === "break") return [domSchema.nodes.hard_break.create()];
          const marks: Mark[] = [];
          if (run.href !== null) marks.push(domSchema.marks.link.create({ href: run.href }));
          if (run.strong) marks.push(domSchema.marks.strong.create());
          if (run.em) marks.push(domSchema.marks.em.create());
          return run.text === "" ? [] : [domSchema.text(run.text, marks)];
        }),
      ),
    ),
  );
}

/** What the section does not offer becomes plain text. */
export function offeredIn(section: BlockSection, slice: Slice): Slice {
  const offered = genresOf(section);
  const paragraphs: Node[] = [];
  let changed = false;
  slice.content.forEach((node) => {
    const fits = node.type !== domSchema.nodes.paragraph || offered.includes(genreOf(node));
    changed ||= !fits;
    paragraphs.push(fits ? node : domSchema.nodes.paragraph.create(null, node.content));
  });
  return changed ? new Slice(Fragment.from(paragraphs), slice.openStart, slice.openEnd) : slice;
}

/**
 * Into an empty paragraph, pasted titles, lists and quotations come as they are. ProseMirror by itself would put the
 * words of the first one into the paragraph that is there.
 */
function pasteBlocks(view: EditorView, slice: Slice): boolean {
  const { $from, empty } = view.state.selection;
  const first = slice.content.firstChild;
  if (!empty || $from.parent.type !== domSchema.nodes.paragraph || $from.parent.content.size > 0) return false;
  if (first === null || first.type !== domSchema.nodes.paragraph || slice.content.size > AT_ONCE) return false;
  // A plain sentence into an empty list item stays a list item.
  if (slice.content.childCount === 1 && genreOf(first) === "texte") return false;
  const shaped = genreOf(first) === "texte" ? first.type.create($from.parent.attrs, first.content) : first;
  const content = slice.content.replaceChild(0, shaped);
  const transaction = view.state.tr.replaceWith($from.before(), $from.after(), content);
  const end = Selection.near(transaction.doc.resolve($from.before() + content.size), -1);
  view.dispatch(transaction.setSelection(end).scrollIntoView().setMeta("paste", true));
  return true;
}

/** A whole report at once is pasted in parts, each of which fits in a frame. */
function pasteInParts(view: EditorView, slice: Slice): boolean {
  if (slice.content.size <= AT_ONCE) return false;
  for (const [index, part] of partsOf(slice.content).entries()) {
    const { tr } = view.state;
    if (index === 0) {
      tr.replaceSelection(Slice.maxOpen(part));
    } else {
      const after = tr.selection.$to.after();
      tr.insert(after, part);
      tr.setSelection(Selection.near(tr.doc.resolve(after + part.size), -1));
    }
    view.dispatch(tr.scrollIntoView().setMeta("paste", true));
  }
  return true;
}

function partsOf(content: Fragment): readonly Fragment[] {
  const parts: Node[][] = [[]];
  let size = 0;
  content.forEach((block) => {
    for (let from = 0; from === 0 || from < block.content.size; from += AT_ONCE) {
      const piece = block.cut(from, Math.min(block.content.size, from + AT_ONCE));
      if (size + piece.nodeSize > AT_ONCE) {
        parts.push([]);
        size = 0;
      }
      parts.at(-1)?.push(piece);
      size += piece.nodeSize;
    }
  });
  return parts.filter((part) => part.length > 0).map((part) => Fragment.from(part));
}
