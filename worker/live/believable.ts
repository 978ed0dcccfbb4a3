import type * as Y from "yjs";
import type { DecodedUpdate, Id } from "./bounded-decoder.ts";
import { type Cell, cellsOf, cut, joinClaims, later, type Moved, partsOf } from "./claims.ts";
import type { Claim, Reprise } from "./deed.ts";
import { type MoveInLine, Moves } from "./moves-in-line.ts";
import { linesOf } from "./new-lines.ts";
import { OldText } from "./old-text.ts";
import { Once } from "./once.ts";
import type { Past } from "./past.ts";
import { firstBeyond } from "./range-set.ts";
import { isNew } from "./transaction-items.ts";

/** Words from which on a piece says something by itself. */
const WORDS_MIN = 3;
/** How many words lie at least between two shorter pieces. */
const WORDS_APART = 3;
/** Letters of so many words, that nobody looks through a whole text for the end of one. */
const LETTERS_APART = 300;

// Half of a letter beyond the first plane is of a word.
const OF_WORD = /[\p{L}\p{N}\p{M}\ud800-\udfff]/u;
const WORDS = /[\p{L}\p{N}\p{M}\ud800-\udfff]+/gu;

/**
 * What of an update's moves is shown under the name of whoever wrote the letters first; the rest is whoever's put it there.
 * It must not make anybody say what they did not:
 *
 * - A *piece* is letters that stand beside each other and that people saw beside each other before, in the same order.
 * - It is of whole words, where it was and where it is, but for a side on which it is back beside its old neighbour; and
 *   when it is a line by itself that was cut off the edge of another.
 * - It is long enough to say something, or a whole line as it was, or back beside an old neighbour, or alone: no other
 *   piece so short of the same person was moved to within a few words of it.
 * - No letter shows twice under its first author's name.
 *
 * Each piece is a move of its own, so that two of them are never shown as words that were written one behind the other.
 */
export function believable(
  claims: readonly Claim[],
  transaction: Y.Transaction,
  update: DecodedUpdate,
  past: Past,
): Reprise[] {
  if (claims.length === 0) return [];
  const old = new OldText(transaction, past);
  const parts = partsOf(claims, past, old);
  const once = new Once(transaction, past, [...parts.values()].flat(), update.deletes);
  const reprises: Reprise[] = [];
  for (const line of linesOf(transaction, update, claims)) {
    const cells = cellsOf(line, parts).flatMap((cell) => once.split(cell));
    const text = line.map((stretch) => stretch.text).join("");
    for (const reprise of new LineOfPieces(cells, text, transaction, past, old).judge()) reprises.push(reprise);
  }
  return joinClaims(reprises);
}

/** Cells from one to before another, and letters likewise. */
interface Piece {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly until: number;
}

type MovedCell = Cell & { readonly moved: Moved };

class LineOfPieces {
  readonly #cells: readonly Cell[];
  readonly #text: string;
  readonly #transaction: Y.Transaction;
  readonly #past: Past;
  readonly #old: OldText;
  readonly #moves: Moves;
  /** Where the cells stand in the line. */
  readonly #places: readonly { readonly clock: number; readonly length: number }[];

  constructor(cells: readonly Cell[], text: string, transaction: Y.Transaction, past: Past, old: OldText) {
    this.#cells = cells;
    this.#text = text;
    this.#transaction = transaction;
    this.#past = past;
    this.#old = old;
    this.#moves = new Moves(cells, past);
    this.#places = cells.map(({ at, length }) => ({ clock: at, length }));
  }

  judge(): Reprise[] {
    const reprises: Reprise[] = [];
    const short: Piece[] = [];
    for (const piece of this.#pieces()) {
      if (this.#isOwn(piece)) reprises.push(...this.#take(piece));
      else {
        const whole = this.#wholeWords(piece);
        reprises.push(...this.#ownBeside(piece, whole));
        if (whole === null) continue;
        if (this.#saysSomething(whole)) reprises.push(...this.#take(whole));
        else short.push(whole);
      }
    }
    for (const piece of short) reprises.push(...(this.#isAlone(piece) ? this.#take(piece) : this.#ownOf(piece)));
    return reprises;
  }

  *#pieces(): Generator<Piece> {
    let first: number | null = null;
    const piece = (from: number, last: number): Piece => {
      const [begin, end] = [this.#cells[from], this.#cells[last]];
      return { first: from, last, from: begin?.at ?? 0, until: (end?.at ?? 0) + (end?.length ?? 0) };
    };
    for (const [index, cell] of this.#cells.entries()) {
      if (first !== null && !this.#goesOn(this.#cells[index - 1], cell)) {
        yield piece(first, index - 1);
        first = null;
      }
      if (cell.moved !== null) first ??= index;
    }
    if (first !== null) yield piece(first, this.#cells.length - 1);
  }

  /** Whether people saw these beside each other, where they were or where they were written first. */
  #goesOn(before: Cell | undefined, { client, moved }: Cell): boolean {
    if (before === undefined || before.moved === null || moved === null || before.client !== client) return false;
    const end = before.length - 1;
    if (this.#old.stoodBeside(later(before.moved.from, end), moved.from)) return true;
    // What was typed where it was is its own first.
    const wasMoved = before.moved.move !== null || moved.move !== null;
    return wasMoved && this.#old.stoodBeside(later(before.moved.first, end), moved.first);
  }

  /** Whether they were beside each other when they were written, or came there together. */
  #isOneMove(before: Cell, { moved }: Cell): boolean {
    if (before.moved === null || moved === null) return false;
    if (before.moved.move === moved.move) return true;
    return this.#old.stoodBeside(later(before.moved.first, before.length - 1), moved.first);
  }

  /** The piece without the words that it has a part of; null when there is nothing left. */
  #wholeWords(piece: Piece): Piece | null {
    const { left, right } = this.#ends(piece);
    const isLine = piece.from === 0 && piece.until === this.#text.length;
    if (isLine && (this.#old.stoodAtEdge(left.from, "left") || this.#old.stoodAtEdge(right.from, "right")))
      return piece;
    const cutsFirst = this.#isMovedWordAt(piece.from - 1) || this.#wasInWord(left, "left");
    const cutsLast = this.#isMovedWordAt(piece.until) || this.#wasInWord(right, "right");
    let { from, until } = piece;
    if (cutsFirst && !this.#isBackBehind(piece)) while (from < until && this.#isWordAt(from)) from += 1;
    if (cutsLast && !this.#isBackBefore(piece)) while (until > from && this.#isWordAt(until - 1)) until -= 1;
    return from < until ? { ...piece, from, until } : null;
  }

  #saysSomething(piece: Piece): boolean {
    const words = countWords(this.#text.slice(piece.from, piece.until));
    if (words >= WORDS_MIN || this.#isBackBehind(piece) || this.#isBackBefore(piece)) return true;
    const { left, right } = this.#ends(piece);
    return words > 0 && this.#old.stoodAtEdge(left.from, "left") && this.#old.stoodAtEdge(right.from, "right");
  }

  /** Whether it stands again behind the letter that it stood behind. */
  #isBackBehind(piece: Piece): boolean {
    const before = this.#idAt(piece.from - 1);
    if (before === null) return false;
    const { from, first, move } = this.#ends(piece).left;
    const isBack = this.#old.isBack(before, from) || (move !== null && this.#old.isBack(before, first));
    return isBack || this.#old.stoodBeside(this.#firstOf(before), first);
  }

  #isBackBefore(piece: Piece): boolean {
    const behind = this.#idAt(piece.until);
    if (behind === null) return false;
    const { from, first, move } = this.#ends(piece).right;
    const isBack = this.#old.isBack(from, behind) || (move !== null && this.#old.isBack(first, behind));
    return isBack || this.#old.stoodBeside(first, this.#firstOf(behind));
  }

  /** Whether it has a word, and no other few words of the same people were moved to within a few of it. */
  #isAlone({ first, last, from, until }: Piece): boolean {
    if (!OF_WORD.test(this.#text.slice(from, until))) return false;
    const authors = new Set(this.#cells.slice(first, last + 1).map(({ moved }) => moved?.author ?? null));
    const isShort = (move: MoveInLine) => countWords(this.#text.slice(move.from, move.until)) < WORDS_MIN;
    const isApart = (start: number, end: number) =>
      !this.#moves.in(start, end).some((move) => authors.has(move.author) && isShort(move));
    return isApart(this.#apart(from, -1), from) && isApart(until, this.#apart(until, 1));
  }

  /** The place so many words before another, or behind it. */
  #apart(place: number, step: 1 | -1): number {
    const at = (next: number) => (step === 1 ? next : next - 1);
    const isNear = (here: number) => Math.abs(here - place) < LETTERS_APART;
    let here = place;
    for (let words = 0; words < WORDS_APART; words++) {
      while (isNear(here) && this.#text[at(here)] !== undefined && !this.#isWordAt(at(here))) here += step;
      while (isNear(here) && this.#isWordAt(at(here))) here += step;
    }
    return here;
  }

  /** Whether the word went on behind a letter, where it was or where it was written first. */
  #wasInWord({ from, first, move, isOwn }: Moved, side: "left" | "right"): boolean {
    if (isOfWord(this.#old.beside(from, side))) return true;
    return move !== null && !isOwn && isOfWord(this.#old.beside(first, side));
  }

  /** Whether this update moved a letter of a word there too. What was there, anybody may bring together by what they delete. */
  #isMovedWordAt(place: number): boolean {
    return this.#isWordAt(place) && this.#cells[firstBeyond(this.#places, place)]?.moved?.isOwn === false;
  }

  #isWordAt(place: number): boolean {
    const letter = this.#text[place];
    return letter !== undefined && OF_WORD.test(letter);
  }

  #isOwn({ first, last }: Piece): boolean {
    return this.#cells.slice(first, last + 1).every(({ moved }) => moved?.isOwn === true);
  }

  #take(piece: Piece): Reprise[] {
    const moves: MovedCell[][] = [];
    for (const cell of this.#cellsIn(piece)) {
      const last = moves.at(-1)?.at(-1);
      if (last !== undefined && this.#isOneMove(last, cell)) moves.at(-1)?.push(cell);
      else moves.push([cell]);
    }
    this.#moves.add(piece, new Set(moves.flat().flatMap(({ moved }) => (moved.isOwn ? [] : [moved.author]))));
    return moves.flatMap((cells) => {
      const name = Math.min(...cells.map(({ clock }) => clock));
      return cells.map((cell) => repriseOf(cell, name));
    });
  }

  /** What of a piece its mover wrote: it is theirs either way. */
  #ownOf(piece: Piece): Reprise[] {
    return this.#cellsIn(piece)
      .filter(({ moved }) => moved.isOwn)
      .map((cell) => repriseOf(cell, cell.clock));
  }

  /** The same of what is left of it. */
  #ownBeside(piece: Piece, whole: Piece | null): Reprise[] {
    if (whole === null) return this.#ownOf(piece);
    return [...this.#ownOf({ ...piece, until: whole.from }), ...this.#ownOf({ ...piece, from: whole.until })];
  }

  #cellsIn({ first, last, from, until }: Piece): MovedCell[] {
    return this.#cells.slice(first, last + 1).flatMap((cell) => {
      const [start, end] = [Math.max(from, cell.at), Math.min(until, cell.at + cell.length)];
      if (start >= end) return [];
      const part = cut(cell, start - cell.at, end - cell.at);
      return part.moved === null ? [] : [{ ...part, moved: part.moved }];
    });
  }

  /** The older letters that a piece begins and ends with. */
  #ends(piece: Piece) {
    const cells = this.#cellsIn(piece);
    const [begin, end] = [cells[0], cells.at(-1)];
    if (begin === undefined || end === undefined) throw new Error("a piece of nothing");
    const last = cut(end, end.length - 1, end.length).moved;
    if (last === null) throw new Error("a piece of what was not moved");
    return { left: begin.moved, right: last };
  }

  /** The letter at a place of the line that was there before the update; null where there is none. */
  #idAt(place: number): Id | null {
    const cell = this.#cells[firstBeyond(this.#places, place)];
    if (cell === undefined || place < cell.at) return null;
    const id = later(cell, place - cell.at);
    return isNew(this.#transaction, id) ? null : id;
  }

  #firstOf(id: Id): Id {
    return this.#past.originsOf({ ...id, length: 1 })[0]?.first ?? id;
  }
}

function countWords(text: string): number {
  return text.match(WORDS)?.length ?? 0;
}

/** What nobody knows may be of a word. */
function isOfWord(letter: string | null): boolean {
  return letter === null || OF_WORD.test(letter);
}

function repriseOf(cell: MovedCell, piece: number): Reprise {
  const { client, clock, length, moved } = cell;
  return { client, clock, length, from: moved.from, declared: moved.declared, piece };
}
