import * as Y from "yjs";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import type { Step } from "./align.ts";
import { OldLine, type TextAtHand } from "./old-line.ts";
import { BREAK, hasSameMarks, type Opening, PARAGRAPH, type PartLetters, stretches } from "./part-letters.ts";
import { TextCursor } from "./text-cursor.ts";

/**
 * Makes one text of another in a document, by as few changes as the steps between them say: what stays is not touched, so
 * that others may be writing in it. Words that stay and whose line was cut or joined since are written again, once. Pauses
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
  const pieces = piecesOf(steps, before, after);
  for (let isOver = false; !isOver; ) {
    doc.transact((transaction) => {
      for (let count = 0; count < PIECES_AT_ONCE && !isOver; count++) {
        const piece = pieces.next();
        if (piece.done === true) isOver = true;
        else rewriting.take(transaction, piece.value);
      }
      rewriting.flush();
    });
    yield;
  }
  while (rewriting.hasMoreToRemove) {
    doc.transact((transaction) => rewriting.removeSome(transaction, PIECES_AT_ONCE));
    yield;
  }
  return rewriting.declarations;
}

/** Pieces that are made in one transaction: some milliseconds. */
const PIECES_AT_ONCE = 200;

/** A stretch of places with one kind, one format and ids that follow each other; `now` in the new text, `old` in the old. */
type Piece =
  | { readonly kind: "garde"; readonly old: number; readonly now: number; readonly length: number }
  | { readonly kind: "retire"; readonly old: number; readonly length: number }
  | { readonly kind: "ajoute"; readonly now: number; readonly length: number };

function* piecesOf(steps: readonly Step[], before: PartLetters, after: PartLetters): Generator<Piece> {
  for (const step of steps) {
    switch (step.kind) {
      case "retire":
        for (const { from, length } of stretches(before, step.before, step.length)) {
          yield { kind: "retire", old: from, length };
        }
        break;
      case "ajoute":
        for (const { from, length } of stretches(after, step.after, step.length)) {
          yield { kind: "ajoute", now: from, length };
        }
        break;
      case "garde":
        for (const { from: now, length } of stretches(after, step.after, step.length)) {
          const start = step.before + (now - step.after);
          for (const { from: old, length: count } of stretches(before, start, length)) {
            yield { kind: "garde", old, now: now + (old - start), length: count };
          }
        }
        break;
    }
  }
}

/** Where the new text is written. */
interface Writing {
  /** null: a sentence. */
  readonly paragraph: Y.XmlElement | null;
  /** The same line in the old text; null: it is new. */
  readonly old: OldLine | null;
  /** The last line break before; null: none. */
  behind: Y.XmlElement | null;
  /** null: none is begun since. */
  text: TextAtHand | null;
}

class Rewriting {
  readonly declarations: Declaration[] = [];
  readonly #root: Y.XmlFragment | Y.Text;
  readonly #before: PartLetters;
  readonly #after: PartLetters;
  readonly #old: readonly Y.XmlElement[];
  #nextOld = 0;
  /** Paragraphs that go, with whatever is still in them. */
  #going: Y.XmlElement[] = [];
  /** What is being gone through of the old text; null: a paragraph that goes, or none yet. */
  #from: OldLine | null = null;
  #to: Writing | null = null;
  /** A text that words went on behind, in a line of their own: what it still has cannot stay in it. */
  #left: Y.Text | null = null;
  /** Texts in which changes wait. */
  readonly #changing = new Set<TextCursor>();

  constructor(root: Y.XmlFragment | Y.Text, before: PartLetters, after: PartLetters) {
    this.#root = root;
    this.#before = before;
    this.#after = after;
    this.#old = root instanceof Y.XmlFragment ? root.toArray().filter((child) => child instanceof Y.XmlElement) : [];
    if (root instanceof Y.Text) {
      this.#from = new OldLine(root);
      this.#to = { paragraph: null, old: this.#from, behind: null, text: null };
    }
  }

  get hasMoreToRemove(): boolean {
    return this.#going.length > 0;
  }

  /** The next piece; all of them are taken in the order of the text. */
  take(transaction: Y.Transaction, piece: Piece): void {
    const kind = piece.kind === "retire" ? this.#before.kinds[piece.old] : this.#after.kinds[piece.now];
    switch (piece.kind) {
      case "garde":
        if (kind === PARAGRAPH) this.#keepParagraph(piece.old, piece.now);
        else if (kind === BREAK) this.#keepBreak(transaction);
        else this.#keep(piece.old, piece.now, piece.length);
        break;
      case "retire":
        if (kind === PARAGRAPH) this.#removeParagraph();
        else if (kind === BREAK) this.#from?.takeBreak()._item?.delete(transaction);
        else for (const { cursor, length } of this.#from?.letters(piece.length) ?? []) this.#on(cursor).remove(length);
        break;
      case "ajoute":
        if (kind === PARAGRAPH) this.#addParagraph(piece.now);
        else if (kind === BREAK) this.#addBreak();
        else this.#write(piece.now, piece.length, [{ ...this.#after.idOf(piece.now), length: piece.length }]);
        break;
    }
  }

  /** Does what waits in the texts. */
  flush(): void {
    for (const cursor of this.#changing) this.declarations.push(...cursor.flush());
    this.#changing.clear();
  }

  /** Removes some of the paragraphs that go, when all else is done. */
  removeSome(transaction: Y.Transaction, count: number): void {
    for (const { _item } of this.#going.splice(0, count)) _item?.delete(transaction);
  }

  #keepParagraph(old: number, now: number): void {
    const paragraph = this.#takeOld();
    this.#from = new OldLine(paragraph);
    this.#to = { paragraph, old: this.#from, behind: null, text: null };
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
    this.#root.insertAfter(this.#to?.paragraph ?? null, [paragraph]);
    // It has a text from the start, so that two people who begin it write in the same.
    const child = new Y.XmlText();
    paragraph.insert(0, [child]);
    const opening = this.#after.openings.get(now);
    if (opening !== undefined) writeOpening(paragraph, opening);
    this.#to = { paragraph, old: null, behind: null, text: { child, cursor: new TextCursor(child) } };
  }

  /** Letters that stay: where they are, when their line is still that of the new text. */
  #keep(old: number, now: number, length: number): void {
    const [was, is] = [this.#before.formatOf(old), this.#after.formatOf(now)];
    const isLike = hasSameMarks(was, is);
    const [from, to] = [this.#from, this.#to];
    let done = 0;
    for (const part of from?.letters(length) ?? []) {
      if (to !== null && from === to.old && this.#isInOld(to)) {
        this.#on(part.cursor).keep(part.length, isLike ? null : is);
      } else {
        this.#on(part.cursor).remove(part.length);
        this.#write(now + done, part.length, [{ ...this.#before.idOf(old + done), length: part.length }]);
      }
      done += part.length;
    }
    // Their paragraph goes.
    if (from === null) this.#write(now, length, [{ ...this.#before.idOf(old), length }]);
  }

  #keepBreak(transaction: Y.Transaction): void {
    const to = this.#to;
    const old = this.#from?.takeBreak() ?? null;
    if (to !== null && old !== null && this.#from === to.old) {
      to.behind = old;
      to.text = null;
      return;
    }
    old?._item?.delete(transaction);
    this.#addBreak();
  }

  #addBreak(): void {
    const to = this.#to;
    if (to === null || to.paragraph === null) throw new Error("a line break where there is none");
    const made = new Y.XmlElement("hard_break");
    const child = to.text?.child ?? null;
    const isOld = child !== null && child === to.old?.text?.child;
    if (child instanceof Y.XmlText && !(isOld && to.text?.cursor.isFresh === true)) {
      if (isOld) this.#left = child;
      to.paragraph.insertAfter(child, [made]);
    } else {
      to.paragraph.insertAfter(to.behind, [made]);
    }
    to.behind = made;
    to.text = null;
  }

  /** Writes letters of the new text, which restate these. */
  #write(now: number, length: number, from: readonly Range[]): void {
    const to = this.#to;
    if (to === null) throw new Error("words before any paragraph");
    if (to.text === null && !this.#isInOld(to)) {
      const child = new Y.XmlText();
      to.paragraph?.insertAfter(to.behind, [child]);
      to.text = { child, cursor: new TextCursor(child) };
    }
    if (to.text === null) throw new Error("words that have no place");
    this.#on(to.text.cursor).write(this.#after.text.slice(now, now + length), this.#after.formatOf(now), from);
  }

  /** Goes on in the old text at hand, unless words went on behind it. */
  #isInOld(to: Writing): boolean {
    const text = to.old?.text ?? null;
    if (text === null || text.child === this.#left) return false;
    to.text = text;
    return true;
  }

  /** The cursor, of which the changes wait. */
  #on(cursor: TextCursor): TextCursor {
    this.#changing.add(cursor);
    return cursor;
  }

  #takeOld(): Y.XmlElement {
    const paragraph = this.#old[this.#nextOld];
    if (paragraph === undefined) throw new Error("a paragraph that the text does not have");
    this.#nextOld += 1;
    return paragraph;
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
