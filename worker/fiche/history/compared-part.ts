import type { EngagementPart } from "../../../shared/editor/canonical.ts";
import { isSentence } from "../../../shared/editor/sections.ts";
import type { Changement, ComparedBlock, ComparedPart, ComparedRun } from "../../../shared/protocol/bodies/history.ts";
import { Stride } from "../../../shared/text/stride.ts";
import type { Id } from "../../live/bounded-decoder.ts";
import { align, type OriginsOf, type Step } from "./align.ts";
import type { Attribution } from "./attribution.ts";
import { changesOf } from "./changes.ts";
import {
  BREAK,
  type Format,
  hasSameMarks,
  LETTER,
  type Opening,
  PARAGRAPH,
  type PartLetters,
  PLAIN,
  stretches,
} from "./part-letters.ts";

/** A run, with what is known of it besides. */
export interface Piece {
  readonly run: ComparedRun;
  /** Milliseconds since 1970; 0 when nobody knows. */
  readonly le: number;
  /** How it is told: words moved within a part are told once, where they are now. */
  readonly nature: "garde" | "forme" | "mots" | "deplace" | "muet";
  /** Of words that somebody else put there: which move did. What has another was not moved from beside it. */
  readonly deplacement: string | null;
}

/** A block, with what its changes are told from. */
export interface PieceBlock {
  readonly avant: Opening | null;
  readonly apres: Opening | null;
  /** The paragraphs themselves. */
  readonly ids: { readonly avant: Id | null; readonly apres: Id | null };
  readonly pieces: readonly Piece[];
}

/** How one part of a sheet became another. Pauses as it goes. */
export function* comparePart(
  part: EngagementPart,
  before: PartLetters,
  after: PartLetters,
  originsOf: OriginsOf,
  attribution: Attribution,
): Generator<undefined, ComparedPart> {
  if (yield* isSameText(before, after)) return { partie: part, identique: true, blocks: [], changements: [] };
  const steps = yield* align(before, after, originsOf);
  const builder = new Builder(part, before, after, attribution);
  if (isSentence(part)) builder.begin(SENTENCE, SENTENCE, { avant: null, apres: null });
  for (const step of steps) yield* builder.take(step);
  const { blocks, stride } = builder;
  const changements: Changement[] = [];
  for (const change of changesOf(blocks, attribution)) {
    changements.push(change);
    if (stride.isDue(LOOKED_UP)) yield;
  }
  return { partie: part, identique: false, blocks: blocks.map(shown), changements };
}

const SENTENCE: Opening = { genre: "texte", retrait: 0, setBy: { genre: null, retrait: null } };

function shown({ avant, apres, pieces }: PieceBlock): ComparedBlock {
  const shape = (opening: Opening | null) =>
    opening === null ? null : { genre: opening.genre, retrait: opening.retrait };
  return { avant: shape(avant), apres: shape(apres), runs: pieces.map(({ run }) => run) };
}

/** Whether two texts read the same, marks and paragraphs included. */
function* isSameText(before: PartLetters, after: PartLetters): Generator<undefined, boolean> {
  const stride = new Stride();
  if (before.length !== after.length || before.text !== after.text) return false;
  for (let place = 0; place < before.length; place++) {
    if (before.kinds[place] !== after.kinds[place] || !hasSameMarks(before.formatOf(place), after.formatOf(place))) {
      return false;
    }
    const old = before.openings.get(place);
    const now = after.openings.get(place);
    if (old?.genre !== now?.genre || old?.retrait !== now?.retrait) return false;
    if (stride.isDue(1)) yield;
  }
  return true;
}

/** What asking who did something counts for, in letters looked at. */
const LOOKED_UP = 10;
/** Letters that came, of which it is asked at once: each may have come by a key of its own. */
const ADDED_AT_ONCE = 500;

class Builder {
  readonly blocks: PieceBlock[] = [];
  readonly stride = new Stride();
  readonly #before: PartLetters;
  readonly #after: PartLetters;
  readonly #attribution: Attribution;
  readonly #part: EngagementPart;
  #pieces: Piece[] = [];

  constructor(part: EngagementPart, before: PartLetters, after: PartLetters, attribution: Attribution) {
    this.#part = part;
    this.#before = before;
    this.#after = after;
    this.#attribution = attribution;
  }

  begin(avant: Opening | null, apres: Opening | null, ids: PieceBlock["ids"]): void {
    this.#pieces = [];
    this.blocks.push({ avant, apres, ids, pieces: this.#pieces });
  }

  *take(step: Step): Generator<undefined, void> {
    switch (step.kind) {
      case "garde":
        for (let i = 0; i < step.length; ) {
          const length = this.#keep(step.before + i, step.after + i, step.length - i);
          i += length;
          if (this.stride.isDue(length + LOOKED_UP)) yield;
        }
        break;
      case "retire":
        for (let i = 0; i < step.length; i++) {
          this.#remove(step.before + i);
          if (this.stride.isDue(LOOKED_UP)) yield;
        }
        break;
      case "ajoute":
        for (const { from, length } of stretches(this.#after, step.after, step.length)) {
          for (let i = 0; i < length; i += ADDED_AT_ONCE) {
            const count = Math.min(ADDED_AT_ONCE, length - i);
            this.#add(from + i, count);
            if (this.stride.isDue(count + LOOKED_UP)) yield;
          }
        }
        break;
    }
  }

  /** As many of these letters as stay alike, at least one; how many. */
  #keep(old: number, now: number, most: number): number {
    if (this.#after.kinds[now] === PARAGRAPH) {
      const ids = { avant: this.#before.idOf(old), apres: this.#after.idOf(now) };
      this.begin(this.#before.openings.get(old) ?? null, this.#after.openings.get(now) ?? null, ids);
      return 1;
    }
    const [was, is] = [this.#before.formatOf(old), this.#after.formatOf(now)];
    if (hasSameMarks(was, is)) {
      const length = this.#alike(old, now, most);
      const base = baseOf(this.#after, now, length);
      this.#push({ run: { ...base, kind: "garde" }, le: 0, nature: "garde", deplacement: null });
      return length;
    }
    const ids = { before: this.#before.idOf(old), after: this.#after.idOf(now) };
    const actor = this.#markedBy(was, is) ?? this.#attribution.writtenAgain(ids.before, ids.after);
    const avant = { gras: was.gras, italique: was.italique, lien: was.lien };
    this.#push({
      run: { ...baseOf(this.#after, now, 1), kind: "forme", par: actor?.par ?? null, avant },
      le: actor?.le ?? 0,
      nature: "forme",
      deplacement: null,
    });
    return 1;
  }

  /** How many letters have the format of the first, in both texts. */
  #alike(old: number, now: number, most: number): number {
    const [before, after] = [this.#before, this.#after];
    if (after.kinds[now] !== LETTER) return 1;
    let length = 1;
    while (
      length < most &&
      after.kinds[now + length] === LETTER &&
      before.format[old + length] === before.format[old] &&
      after.format[now + length] === after.format[now]
    ) {
      length += 1;
    }
    return length;
  }

  #remove(old: number): void {
    if (this.#before.kinds[old] === PARAGRAPH) {
      this.begin(this.#before.openings.get(old) ?? null, null, { avant: this.#before.idOf(old), apres: null });
      return;
    }
    const base = baseOf(this.#before, old, 1);
    const { par, le, auteur, ailleurs } = this.#attribution.removed(this.#before.idOf(old), this.#part);
    const nature = ailleurs === null ? "mots" : ailleurs === this.#part ? "muet" : "deplace";
    const run = { ...base, kind: "retire" as const, par, auteur, le, deplace: ailleurs !== null };
    this.#push({ run, le, nature, deplacement: null });
  }

  #add(from: number, length: number): void {
    if (this.#after.kinds[from] === PARAGRAPH) {
      this.begin(null, this.#after.openings.get(from) ?? null, { avant: null, apres: this.#after.idOf(from) });
      return;
    }
    let place = from;
    for (const each of this.#attribution.added({ ...this.#after.idOf(from), length })) {
      const deplacePar = each.par === each.auteur ? null : each.par;
      const base = baseOf(this.#after, place, each.length);
      this.#push({
        run: { ...base, kind: "ajoute", par: each.auteur, deplacePar, le: each.le },
        le: each.le,
        nature: each.ailleurs ? "deplace" : "mots",
        deplacement: each.deplacement,
      });
      place += each.length;
    }
  }

  /** Letters that go on as the last ones did are one run with them. */
  #push(piece: Piece): void {
    const last = this.#pieces.at(-1);
    if (last === undefined || !continues(last, piece)) {
      this.#pieces.push(piece);
      return;
    }
    const le = Math.max(last.le, piece.le);
    const run = { ...last.run, texte: last.run.texte + piece.run.texte };
    this.#pieces[this.#pieces.length - 1] = {
      ...last,
      le,
      run: run.kind === "ajoute" || run.kind === "retire" ? { ...run, le } : run,
    };
  }

  #markedBy(was: Format, is: Format) {
    for (const key of ["gras", "italique", "lien"] as const) {
      if (was[key] !== is[key]) return this.#attribution.changed(was.setBy[key], is.setBy[key]);
    }
    return null;
  }
}

type Base = Pick<ComparedRun, "texte" | "gras" | "italique" | "lien" | "saut">;

function baseOf(letters: PartLetters, place: number, length: number): Base {
  const saut = letters.kinds[place] === BREAK;
  const { gras, italique, lien } = saut ? PLAIN : letters.formatOf(place);
  return { texte: letters.text.slice(place, place + length), gras, italique, lien, saut };
}

function continues(before: Piece, { run: next, nature: nextNature, deplacement }: Piece): boolean {
  const { run: last, nature } = before;
  if (before.deplacement !== deplacement) return false;
  if (last.saut || next.saut || last.kind !== next.kind || nature !== nextNature) return false;
  if (!hasSameMarks(last, next)) return false;
  switch (last.kind) {
    case "garde":
      return true;
    case "ajoute":
      return next.kind === "ajoute" && last.par === next.par && last.deplacePar === next.deplacePar;
    case "retire":
      return next.kind === "retire" && last.par === next.par && last.auteur === next.auteur;
    case "forme":
      return next.kind === "forme" && last.par === next.par && hasSameMarks(last.avant, next.avant);
  }
}
