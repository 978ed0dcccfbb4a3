import type { ComparedBlock, ComparedRun } from "../../../../shared/protocol/bodies/history.ts";

const WORD_START = /^[\p{L}\p{N}\p{M}]+/u;
const WORD_END = /[\p{L}\p{N}\p{M}]+$/u;

/**
 * A paragraph as it is drawn. Letters that two words have in common stayed where they were; but « formulair » struck out
 * beside « lign » reads badly: of a word that took the place of another both are shown whole, as the sentence tells it.
 * Each run keeps its place. Words that were only added to, removed from or moved are left as they are.
 */
export function withWholeWords(block: ComparedBlock): ComparedBlock {
  const runs = [...block.runs];
  let from: number | null = null;
  for (let index = 0; index <= block.runs.length; index++) {
    if (isChange(block.runs[index])) from ??= index;
    else if (from !== null) {
      completeWords(runs, from, index);
      from = null;
    }
  }
  return { ...block, runs };
}

function isChange(run: ComparedRun | undefined): boolean {
  return run?.kind === "ajoute" || run?.kind === "retire";
}

/** Gives the words cut by the edges of these changes their other letters, on both sides. */
function completeWords(runs: ComparedRun[], from: number, until: number): void {
  const places = Array.from({ length: until - from }, (_, index) => from + index);
  const isReplacing = (kind: "ajoute" | "retire") => (place: number) => {
    const run = runs[place];
    return run?.kind === kind && !run.saut && !isMoved(run);
  };
  const removed = places.filter(isReplacing("retire"));
  const added = places.filter(isReplacing("ajoute"));
  const edges = [
    { gone: removed.at(-1), come: added.at(-1), kept: until, inChange: WORD_END, inKept: WORD_START, after: true },
    { gone: removed[0], come: added[0], kept: from - 1, inChange: WORD_START, inKept: WORD_END, after: false },
  ];
  for (const { gone, come, kept, inChange, inKept, after } of edges) {
    const both = [gone, come].flatMap((place) => (place === undefined ? [] : [place]));
    const rest = runs[kept];
    const letters = rest?.kind === "garde" && !rest.saut ? inKept.exec(rest.texte)?.[0] : undefined;
    if (rest === undefined || letters === undefined || both.length < 2) continue;
    if (!both.every((place) => inChange.test(runs[place]?.texte ?? ""))) continue;
    for (const place of both) {
      const run = runs[place];
      if (run !== undefined) runs[place] = { ...run, texte: after ? run.texte + letters : letters + run.texte };
    }
    runs[kept] = { ...rest, texte: after ? rest.texte.slice(letters.length) : rest.texte.slice(0, -letters.length) };
  }
}

function isMoved(run: ComparedRun): boolean {
  return (run.kind === "ajoute" && run.deplacePar !== null) || (run.kind === "retire" && run.deplace);
}
