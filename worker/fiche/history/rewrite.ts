import * as Y from "yjs";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import { followReprises } from "../../live/origins.ts";
import { firstBeyond } from "../../live/range-set.ts";
import { pairUp } from "../../live/reprises.ts";
import type { Step } from "./align.ts";
import { type Line, ParagraphLine, SentenceLine } from "./line.ts";
import { BREAK, type Opening, PARAGRAPH, type PartLetters, stretches } from "./part-letters.ts";

/**
 * Makes one text of another in a document, by as few changes as the steps between them say: what stays is not touched, so
 * that others may be writing in it. Words that stay and whose paragraph was cut or joined since are written again. Pauses
 * as it goes.
 *
 * @param root what shows `before` now
 * @returns what of the letters that are written restates others: those of `after`, or those that stood until now
 */
export function* rewrite(
  root: Y.XmlFragment | Y.Text,
  before: PartLetters,
  after: PartLetters,
  steps: readonly Step[],
): Generator<undefined, Declaration[]> {
  const { doc } = root;
  if (doc === null) throw new Error("a text of no document");
  const rewriting = new Rewriting(root, before, after);
  for (let start = 0; start < steps.length; start += STEPS_AT_ONCE) {
    doc.transact(() => {
      for (const step of steps.slice(start, start + STEPS_AT_ONCE)) rewriting.take(step);
    });
    yield;
  }
  doc.transact(() => rewriting.end());
  return rewriting.declarations;
}

/** Steps that are made in one transaction: a few milliseconds. */
const STEPS_AT_ONCE = 20;

/** A line, with how far it was gone through. */
interface Written {
  readonly line: Line;
  /** null: a sentence. */
  readonly paragraph: Y.XmlElement | null;
  at: number;
}

class Rewriting {
  readonly declarations: Declaration[] = [];
  readonly #root: Y.XmlFragment | Y.Text;
  readonly #before: PartLetters;
  readonly #after: PartLetters;
  readonly #old: Y.XmlElement[];
  /** Paragraphs that go, with whatever is still in them. */
  readonly #going: Y.XmlElement[] = [];
  /** Where what comes next in the old text is; null: in a paragraph that goes. */
  #from: Written | null = null;
  /** Where what comes next in the new text goes. */
  #to: Written | null = null;
  #nextOld = 0;

  constructor(root: Y.XmlFragment | Y.Text, before: PartLetters, after: PartLetters) {
    this.#root = root;
    this.#before = before;
    this.#after = after;
    this.#old = root instanceof Y.XmlFragment ? root.toArray().filter((child) => child instanceof Y.XmlElement) : [];
    if (root instanceof Y.Text) this.#from = this.#to = { line: new SentenceLine(root), paragraph: null, at: 0 };
  }

  take(step: Step): void {
    const letters = step.kind === "retire" ? this.#before : this.#after;
    const start = step.kind === "retire" ? step.before : step.after;
    for (const { from, length } of stretches(letters, start, step.length)) {
      const done = from - start;
      const isParagraph = letters.kinds[from] === PARAGRAPH;
      switch (step.kind) {
        case "garde":
          if (isParagraph) this.#keepParagraph(step.before + done, from);
          else for (const part of this.#sameIds(step.before + done, from, length)) this.#keep(...part);
          break;
        case "retire":
          if (isParagraph) this.#removeParagraph();
          else this.#from?.line.delete(this.#from.at, length);
          break;
        case "ajoute":
          if (isParagraph) this.#addParagraph(from);
          else this.#write(from, length, [{ ...this.#after.idOf(from), length }]);
          break;
      }
    }
  }

  end(): void {
    for (const paragraph of this.#going) {
      if (!(this.#root instanceof Y.XmlFragment)) continue;
      const index = this.#root.toArray().indexOf(paragraph);
      if (index >= 0) this.#root.delete(index, 1);
    }
  }

  #keepParagraph(old: number, now: number): void {
    const paragraph = this.#takeOld();
    this.#from = this.#to = { line: new ParagraphLine(paragraph), paragraph, at: 0 };
    const [was, is] = [this.#before.openings.get(old), this.#after.openings.get(now)];
    if (is !== undefined && (was?.genre !== is.genre || was.retrait !== is.retrait)) writeOpening(paragraph, is);
  }

  #removeParagraph(): void {
    this.#going.push(this.#takeOld());
    this.#from = null;
  }

  #addParagraph(now: number): void {
    if (!(this.#root instanceof Y.XmlFragment)) throw new Error("a sentence has no paragraphs");
    const paragraph = new Y.XmlElement("paragraph");
    const behind = this.#to?.paragraph ?? null;
    const index = behind === null ? 0 : this.#root.toArray().indexOf(behind) + 1;
    this.#root.insert(index, [paragraph]);
    // It has a text from the start, so that two people who begin it write in the same.
    paragraph.insert(0, [new Y.XmlText()]);
    const opening = this.#after.openings.get(now);
    if (opening !== undefined) writeOpening(paragraph, opening);
    this.#to = { line: new ParagraphLine(paragraph), paragraph, at: 0 };
  }

  /** Letters that stay: where they are, when their paragraph is still that of the new text. */
  #keep(old: number, now: number, length: number): void {
    const [from, to] = [this.#from, this.#to];
    if (from === null || from !== to) {
      from?.line.delete(from.at, length);
      this.#write(now, length, [{ ...this.#before.idOf(old), length }]);
      return;
    }
    const [was, is] = [this.#before.formatOf(old), this.#after.formatOf(now)];
    if (was.gras !== is.gras || was.italique !== is.italique || was.lien !== is.lien) {
      to.line.mark(to.at, length, is);
    }
    to.at += length;
  }

  /** Writes letters of the new text, which restate these. */
  #write(now: number, length: number, from: readonly Range[]): void {
    const to = this.#to;
    if (to === null) throw new Error("words before any paragraph");
    if (this.#after.kinds[now] === BREAK) {
      const again = to.line.insertBreak(to.at);
      this.#declare(again.to, again.from);
    } else {
      this.#declare(to.line.insert(to.at, this.#after.text.slice(now, now + length), this.#after.formatOf(now)), from);
    }
    to.at += length;
  }

  #declare(to: readonly Range[], from: readonly Range[]): void {
    for (const { client, clock, length, from: source } of pairUp(to, from)) {
      // What was written here and is written again, behind another break, restates what it did.
      for (const origin of followReprises({ ...source, length }, (range) => this.#declared(range))) {
        const at = clock + (origin.clock - source.clock);
        this.declarations.push({ client, clock: at, length: origin.length, from: origin.first });
      }
    }
  }

  /** They are in the order of their clocks, since letters are declared as they are written. */
  #declared({ client, clock, length }: Range): Declaration[] {
    const found: Declaration[] = [];
    for (let i = firstBeyond(this.declarations, clock); i < this.declarations.length; i++) {
      const each = this.declarations[i];
      if (each === undefined || each.client !== client || each.clock >= clock + length) break;
      found.push(each);
    }
    return found;
  }

  #takeOld(): Y.XmlElement {
    const paragraph = this.#old[this.#nextOld];
    if (paragraph === undefined) throw new Error("a paragraph that the text does not have");
    this.#nextOld += 1;
    return paragraph;
  }

  /** The part of a stretch of the new text whose letters have, in the old one, ids that follow each other and one format. */
  *#sameIds(old: number, now: number, length: number): Generator<[old: number, now: number, length: number]> {
    for (const { from, length: count } of stretches(this.#before, old, length)) {
      yield [from, now + (from - old), count];
    }
  }
}

function writeOpening(paragraph: Y.XmlElement, { genre, retrait }: Opening): void {
  // What a paragraph is by itself is not written, so that typing never undoes somebody's title.
  if (genre === "texte") paragraph.removeAttribute("genre");
  else paragraph.setAttribute("genre", genre);
  if (retrait === 0) paragraph.removeAttribute("retrait");
  // Yjs types attributes as strings and keeps any value; the sheet's `retrait` is a number.
  else paragraph.setAttribute("retrait", retrait as unknown as string);
}
