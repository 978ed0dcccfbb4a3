import type { AccountId } from "../../../shared/ids.ts";
import type { Changement } from "../../../shared/protocol/bodies/history.ts";
import type { Actor, Attribution } from "./attribution.ts";
import type { Piece, PieceBlock } from "./compared-part.ts";

const WORD = /[\p{L}\p{N}]/u;
const WORD_END = /[\p{L}\p{N}\p{M}]+$/u;
const WORD_START = /^[\p{L}\p{N}\p{M}]+/u;

/** Letters of a word that is told whole. */
const WORD_MAX = 500;

/** What changed in a part, as people would tell it, one thing at a time. */
export function* changesOf(blocks: readonly PieceBlock[], attribution: Attribution): Generator<Changement> {
  for (const [bloc, block] of blocks.entries()) {
    yield* paragraphChange(block, bloc, attribution);
    for (const group of groupsOf(block.pieces)) yield* told(block, bloc, group);
  }
}

function* paragraphChange(block: PieceBlock, bloc: number, attribution: Attribution): Generator<Changement> {
  const { avant, apres, ids, pieces } = block;
  const tell = (comment: "coupe" | "joint" | "genre", actor: Actor | null): Changement => ({
    bloc,
    run: 0,
    par: actor?.par ?? null,
    le: actor?.le ?? 0,
    quoi: "paragraphe",
    comment,
  });
  // Of a paragraph that came or went with all its words, the words say it.
  const stays = pieces.length === 0 || pieces.some(({ run }) => run.kind === "garde" || run.kind === "forme");
  if (avant === null && apres !== null && stays) yield tell("coupe", attribution.changed(null, ids.apres));
  if (avant !== null && apres === null && stays) yield tell("joint", attribution.changed(ids.avant, null));
  if (avant === null || apres === null) return;
  if (avant.genre !== apres.genre) {
    yield tell("genre", attribution.changed(avant.setBy.genre, apres.setBy.genre));
  } else if (avant.retrait !== apres.retrait) {
    yield tell("genre", attribution.changed(avant.setBy.retrait, apres.setBy.retrait));
  }
}

/** Runs that are told together: from one to before another. */
interface Group {
  readonly from: number;
  readonly until: number;
}

/** Changes by one person, with nothing between them but space. */
function* groupsOf(pieces: readonly Piece[]): Generator<Group> {
  let from: number | null = null;
  let until = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.run.kind === "garde") {
      if (from !== null && !isGap(piece)) {
        yield { from, until };
        from = null;
      }
      continue;
    }
    const first = from === null ? undefined : pieces[from];
    if (from !== null && first !== undefined && !isTogether(first, piece)) {
      yield { from, until };
      from = null;
    }
    from ??= index;
    until = index + 1;
  }
  if (from !== null) yield { from, until };
}

function isGap({ run }: Piece): boolean {
  return run.texte.length <= 2 && !WORD.test(run.texte);
}

function isTogether(first: Piece, next: Piece): boolean {
  if (first.run.kind === "ajoute" && next.run.kind === "ajoute") {
    // What is told to be somebody's must be all theirs, and what was moved here from apart is told apart.
    if (first.run.par !== next.run.par || first.deplacement !== next.deplacement) return false;
  }
  // What came here and what went elsewhere are two moves.
  if (first.nature === "deplace" && first.run.kind !== next.run.kind) return false;
  return first.nature === next.nature && actorOf(first) === actorOf(next);
}

/** Who did it: of words put back or moved, not who wrote them. */
function actorOf({ run }: Piece): AccountId | null {
  switch (run.kind) {
    case "garde":
      return null;
    case "ajoute":
      return run.deplacePar ?? run.par;
    case "retire":
    case "forme":
      return run.par;
  }
}

function* told(block: PieceBlock, bloc: number, { from, until }: Group): Generator<Changement> {
  const pieces = block.pieces.slice(from, until);
  const [first] = pieces;
  if (first === undefined) return;
  const common = { bloc, run: from, par: actorOf(first), le: Math.max(...pieces.map(({ le }) => le)) };
  const textOf = (kinds: readonly string[]) =>
    pieces
      .filter(({ run }) => kinds.includes(run.kind))
      .map(({ run }) => run.texte)
      .join("");
  switch (first.nature) {
    case "forme":
      yield { ...common, quoi: "forme", texte: textOf(["forme", "garde"]) };
      return;
    case "deplace":
      yield { ...common, quoi: "deplace", texte: textOf(["ajoute", "retire", "garde"]) };
      return;
    case "mots":
      yield wordsChange(
        common,
        block.pieces,
        { from, until },
        textOf(["retire", "garde"]),
        textOf(["ajoute", "garde"]),
      );
      return;
    case "garde":
    case "muet":
  }
}

type Common = Pick<Changement, "bloc" | "run" | "par" | "le">;

function wordsChange(
  common: Common,
  all: readonly Piece[],
  { from, until }: Group,
  gone: string,
  come: string,
): Changement {
  const pieces = all.slice(from, until);
  const removed = pieces.flatMap(({ run }) => (run.kind === "retire" ? [run] : []));
  const added = pieces.flatMap(({ run }) => (run.kind === "ajoute" ? [run] : []));
  // A letter alone says nothing: the word that it is in does.
  const startsInWord = WORD_START.test(gone) || WORD_START.test(come);
  const endsInWord = WORD_END.test(edge(gone)) || WORD_END.test(edge(come));
  const prefix = startsInWord ? (WORD_END.exec(edge(keptText(all[from - 1])))?.[0] ?? "") : "";
  const suffix = endsInWord ? (WORD_START.exec(keptText(all[until]))?.[0] ?? "") : "";
  if (prefix !== "" || suffix !== "") {
    return { ...common, quoi: "remplace", avant: prefix + gone + suffix, apres: prefix + come + suffix };
  }
  const [first] = added;
  if (removed.length > 0 && first !== undefined) return { ...common, quoi: "remplace", avant: gone, apres: come };
  if (first !== undefined) {
    return { ...common, par: first.par, quoi: "ajoute", texte: come, deplacePar: first.deplacePar };
  }
  return { ...common, quoi: "retire", texte: gone, auteurs: [...new Set(removed.map(({ auteur }) => auteur))] };
}

/** The end of a text, with its last word: a whole section may have come at once. */
function edge(text: string): string {
  return text.slice(-WORD_MAX);
}

function keptText(piece: Piece | undefined): string {
  return piece?.run.kind === "garde" || piece?.run.kind === "forme" ? piece.run.texte : "";
}
