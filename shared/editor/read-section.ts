import * as Y from "yjs";
import { appendInline, type Block, type Inline, isVisible, type SheetContent, type TextRun } from "./blocks.ts";
import { type Genre, isGenre, isRetrait, type Retrait } from "./genres.ts";
import { isAllowedLink } from "./links.ts";
import { TEXT_SECTIONS, type TextSection } from "./sections.ts";

/*
 * Reads a sheet without ever writing to it: y-prosemirror's converters delete from the document what does not fit.
 * What no sheet should hold is read as well as can be: the words of an unknown node stay, what is not known of them is
 * left out.
 */

/** What a paragraph is, before its words. */
interface Shape {
  readonly genre: Genre;
  readonly retrait: Retrait;
}

/** What is read next: something of the document, or the end of a paragraph. */
type Step = { readonly node: unknown } | { readonly end: Y.XmlElement };

const PLAIN: Shape = { genre: "texte", retrait: 0 };

/** The paragraphs of a section, in order, empty ones included. The document is only read. */
export function readBlocks(fragment: Y.XmlFragment): Block[] {
  const blocks: Block[] = [];
  let open: { readonly shape: Shape; readonly inlines: Inline[]; readonly element: Y.XmlElement } | null = null;
  for (const step of walk(fragment)) {
    if ("end" in step) {
      if (open === null || step.end !== open.element) continue;
      blocks.push({ ...open.shape, inlines: open.inlines });
      open = null;
    } else if (step.node instanceof Y.Text) {
      const runs = readRuns(step.node);
      if (open !== null) for (const run of runs) appendInline(open.inlines, run);
      // Words outside any paragraph: a paragraph of their own.
      else if (runs.length > 0) blocks.push({ ...PLAIN, inlines: joined(runs) });
    } else if (isElement(step.node, "hard_break")) {
      open?.inlines.push({ kind: "break" });
    } else if (open === null && isElement(step.node, "paragraph")) {
      open = { shape: shapeOf(step.node), inlines: [], element: step.node };
    }
  }
  return blocks;
}

/** A sentence that is one root text, on one line. The document is only read. */
export function readSentence(text: Y.Text): string {
  return text.toString().replace(/[\n\r\u2028\u2029]+/g, " ");
}

/** Whether a section has anything to read; stops at the first paragraph that does. */
export function hasWords(fragment: Y.XmlFragment): boolean {
  for (const step of walk(fragment)) {
    if ("node" in step && step.node instanceof Y.Text && readRuns(step.node).some((run) => isVisible(run.text))) {
      return true;
    }
  }
  return false;
}

/** The sections with at least one word, in the order of the sheet. */
export function filledSections(doc: Y.Doc): TextSection[] {
  return TEXT_SECTIONS.filter((section) => hasWords(doc.getXmlFragment(section)));
}

/** The words of the whole sheet. */
export function readSheet(doc: Y.Doc): SheetContent {
  // `fromEntries` forgets the keys, which are the closed list just mapped.
  const sections = Object.fromEntries(
    TEXT_SECTIONS.map((section) => [section, readBlocks(doc.getXmlFragment(section))]),
  ) as Record<TextSection, Block[]>;
  return { intitule: readSentence(doc.getText("intitule")), sections };
}

/** Everything visible under a fragment, in the order of the text. Without recursion: depth is not ours to trust. */
function* walk(fragment: Y.XmlFragment): Generator<Step> {
  const ahead: Step[] = stepsInto(fragment);
  for (let step = ahead.pop(); step !== undefined; step = ahead.pop()) {
    yield step;
    if ("node" in step && step.node instanceof Y.XmlElement) {
      ahead.push({ end: step.node }, ...stepsInto(step.node));
    }
  }
}

/** The children, last first, ready to be taken from the end. */
function stepsInto(fragment: Y.XmlFragment): Step[] {
  return fragment
    .toArray()
    .reverse()
    .map((node) => ({ node }));
}

function readRuns(text: Y.Text): TextRun[] {
  // Yjs types this as `any`; a text that is only read has nothing but inserts.
  const delta = text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== "string") return [];
    const { strong, em, link } = attributes;
    return [{ kind: "text", text: insert, strong: isMarkOn(strong), em: isMarkOn(em), link: hrefOf(link) }];
  });
}

function joined(runs: readonly TextRun[]): Inline[] {
  const inlines: Inline[] = [];
  for (const run of runs) appendInline(inlines, run);
  return inlines;
}

function isElement(node: unknown, name: string): node is Y.XmlElement {
  return node instanceof Y.XmlElement && node.nodeName === name;
}

/** What a paragraph of the document is; what no sheet should hold is as if it were absent. */
export function shapeOf(paragraph: Y.XmlElement): Shape {
  // Yjs types attributes as strings; ours is also a number, and a stranger's may be anything.
  const { genre, retrait } = paragraph.getAttributes() as Record<string, unknown>;
  return { genre: isGenre(genre) ? genre : "texte", retrait: isRetrait(retrait) ? retrait : 0 };
}

/** Whether a mark, as the document holds it, is on. */
export function isMarkOn(mark: unknown): boolean {
  return mark !== undefined && mark !== null && mark !== false;
}

/** The address of a link, as the document holds its mark; null: none that may be in a text. */
export function hrefOf(mark: unknown): string | null {
  if (typeof mark !== "object" || mark === null || !("href" in mark)) return null;
  return isAllowedLink(mark.href) ? mark.href : null;
}
