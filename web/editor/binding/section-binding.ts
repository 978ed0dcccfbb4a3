import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import * as Y from "yjs";
import { RESTATES } from "../../live/own-changes.ts";
import { domSchema } from "../dom-schema.ts";
import { align } from "./align.ts";
import { draw, drawAll, type Shown } from "./draw.ts";
import { heldPiece } from "./held-piece.ts";
import { readChild } from "./read-paragraph.ts";
import { dragged, restated } from "./restated.ts";
import { createParagraph, writeParagraph } from "./write-paragraph.ts";

/** The origin of every change of the text of a section that is made on this page: tracked by the undo history. */
export const SECTION_EDIT = Symbol("section edit");

/** Where a section is shown. */
export interface Screen {
  state(): EditorState;
  dispatch(transaction: Transaction): void;
}

/**
 * Ties what is shown of a section to its root in the document, both ways.
 *
 * Ours, and not y-prosemirror's, which is made for any schema and older designs than flat blocks: it deletes from the
 * document what it does not know, writes an empty paragraph from every page that looks at an empty section, copies one
 * person's letters into another's text where two began a paragraph at once, and replaces the whole text for each letter
 * of somebody else, which loses compositions, chosen marks and carets. On the wire it is the same: paragraphs with
 * attributes, texts with marks, letters of the half that Enter or Backspace moves written again in one update.
 */
export interface SectionBinding {
  /** The text on the screen changed, by this binding or by the person: by these, one after the other. */
  changed(writable: boolean, transactions: readonly Transaction[]): void;
  stop(): void;
}

export function bindSection(fragment: Y.XmlFragment, screen: Screen): SectionBinding {
  let shown: readonly Shown[] = [];
  let busy = false;

  /** What is done within is not heard as somebody else's change. */
  function quietly(act: () => void): void {
    busy = true;
    try {
      act();
    } finally {
      busy = false;
    }
  }

  function show(isStale: (child: unknown) => boolean): void {
    const known = new Map(shown.map(({ type, node }) => [type, node]));
    const next = fragment.toArray().map((type): Shown => {
      const node = known.get(type);
      return { type, node: node === undefined || isStale(type) ? readAgain(type, node) : node };
    });
    const transaction = draw(screen.state(), shown, next);
    shown = next;
    if (transaction !== null) dispatch(transaction);
    if (!remember()) redraw();
  }

  /** The same node when it looks the same: then there is nothing to draw. */
  function readAgain(type: unknown, before: Node | undefined): Node {
    const now = readChild(type);
    return before?.eq(now) === true ? before : now;
  }

  function dispatch(transaction: Transaction): void {
    quietly(() => screen.dispatch(transaction.setMeta(key, "drawn")));
  }

  /** Everything anew, from the document. */
  function redraw(): void {
    shown = fragment.toArray().map((type) => ({ type, node: readChild(type) }));
    dispatch(drawAll(screen.state(), shown));
    remember();
  }

  /**
   * Steps make nodes of their own out of those that were read: these are the ones to compare with from now on. False
   * when what is shown is not what was read.
   */
  function remember(): boolean {
    const { doc } = screen.state();
    if (shown.length === 0) return isUnwritten(doc);
    if (doc.childCount !== shown.length || shown.some(({ node }, index) => !doc.child(index).eq(node))) return false;
    shown = shown.map(({ type }, index) => ({ type, node: doc.child(index) }));
    return true;
  }

  /** Writes what the person changed. Returns what to look at again, or null when not all of it could be written. */
  function write({ doc }: EditorState, map: Mapping): ReadonlySet<unknown> | null {
    const after = fragment.length === 0 && isUnwritten(doc) ? [] : doc.content.content;
    if (after.some(({ type }, index) => type !== domSchema.nodes.paragraph && shown[index]?.node.type !== type))
      return null;
    const before = shown;
    const touched = new Set<unknown>();
    const next: Shown[] = [];
    let index = 0;
    /** Where the text of the next paragraph begins, on the screen before and now. */
    let was = 1;
    let is = 1;
    for (const fate of align(
      before.map(({ node }) => node),
      after,
    )) {
      const old = fate.kind === "added" ? undefined : before[fate.before];
      if (fate.kind === "removed") {
        fragment.delete(index, 1);
        was += old?.node.nodeSize ?? 0;
        continue;
      }
      const node = doc.child(fate.after);
      if (fate.kind === "added") {
        const type = createParagraph(node);
        fragment.insert(index, [type]);
        touched.add(type);
        next.push({ type, node });
      } else {
        if (old === undefined) throw new Error("kept without having been there");
        if (old.node !== node && old.type instanceof Y.XmlElement) {
          const [head, tail] = leftAlone(map, was, old.node.content.size, is, node.content.size);
          writeParagraph(old.type, old.node, node, head, tail);
          touched.add(old.type);
        }
        next.push({ type: old.type, node });
        was += old.node.nodeSize;
      }
      is += node.nodeSize;
      index += 1;
    }
    shown = next;
    return touched;
  }

  function hear(_events: unknown, transaction: Y.Transaction): void {
    if (busy) return;
    // Yjs declares the keys as types of any event, which these are not.
    const touched: ReadonlyMap<unknown, unknown> = transaction.changedParentTypes;
    show((child) => touched.has(child));
  }

  fragment.observeDeep(hear);
  show(() => true);

  return {
    changed(writable, transactions) {
      if (busy) return;
      let touched: ReadonlySet<unknown> | null = null;
      const { doc } = fragment;
      if (writable && doc !== null) {
        const map = new Mapping(transactions.flatMap(({ mapping }) => mapping.maps));
        const is = (name: string, value: unknown) => transactions.some((each) => each.getMeta(name) === value);
        const carried = is("paste", true) ? heldPiece(doc) : is("uiEvent", "drop") ? dragged : null;
        quietly(() => {
          doc.transact((transaction) => {
            const before = shown;
            touched = write(screen.state(), map);
            transaction.meta.set(RESTATES, restated(before, shown, map, carried, transaction));
          }, SECTION_EDIT);
        });
      }
      // What could not be written, or not quite, is shown as it is in the document.
      if (touched === null) redraw();
      else show((child) => touched?.has(child) === true);
    },
    stop() {
      fragment.unobserveDeep(hear);
    },
  };
}

/** How many positions at the start and at the end of a paragraph are what they were: not the same letters, the very ones. */
function leftAlone(
  map: Mapping,
  was: number,
  sizeBefore: number,
  is: number,
  sizeNow: number,
): [head: number, tail: number] {
  const stays = (before: number, now: number): boolean => {
    const { pos, deletedAfter } = map.mapResult(was + before, 1);
    return !deletedAfter && pos === is + now;
  };
  const most = Math.min(sizeBefore, sizeNow);
  let head = 0;
  while (head < most && stays(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && stays(sizeBefore - tail - 1, sizeNow - tail - 1)) tail += 1;
  return [head, tail];
}

/** What an empty section shows: one paragraph that is nothing yet, for the caret; it is not in the document. */
function isUnwritten(doc: Node): boolean {
  const first = doc.firstChild;
  if (doc.childCount !== 1 || first === null || first.type.name !== "paragraph") return false;
  return first.content.size === 0 && first.attrs["genre"] === null && first.attrs["retrait"] === null;
}

const key = new PluginKey("section-binding");

/** Whether this transaction shows what somebody else, or the undo history, changed. */
export function isDrawn(transaction: Transaction): boolean {
  return transaction.getMeta(key) === "drawn";
}

export function sectionBinding(fragment: Y.XmlFragment): Plugin {
  /** By the text that it made: the transactions since the binding last looked are found back from the text that is shown. */
  const made = new WeakMap<Node, Transaction>();
  return new Plugin({
    key,
    state: {
      init: () => null,
      apply(transaction) {
        if (transaction.docChanged) made.set(transaction.doc, transaction);
        return null;
      },
    },
    view(view) {
      const binding = bindSection(fragment, {
        state: () => view.state,
        dispatch: (transaction) => view.dispatch(transaction),
      });
      return {
        update({ state, editable }, previous) {
          const transactions: Transaction[] = [];
          let { doc } = state;
          for (let last = made.get(doc); last !== undefined && doc !== previous.doc; last = made.get(doc)) {
            made.delete(doc);
            transactions.unshift(last);
            doc = last.before;
          }
          if (previous.doc !== state.doc) binding.changed(editable, transactions);
        },
        destroy: binding.stop,
      };
    },
  });
}
