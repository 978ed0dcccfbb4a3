import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import type { Changement, ComparedBlock, ComparedPart, Names } from "../../../../shared/protocol/bodies/history.ts";
import { type PhrasePart, phraseOf } from "../../../labels/comparaison.ts";

/** One change of a comparison, with the ids by which the page shows it. */
export interface ShownChange {
  readonly partie: EngagementPart;
  readonly changement: Changement;
  /** The sentence that tells it, naming its section. */
  readonly phrase: readonly PhrasePart[];
  /** The same under the title of its section. */
  readonly shortPhrase: readonly PhrasePart[];
  /** The id of the place in the text. */
  readonly anchor: string;
  /** The id of the sentence. */
  readonly told: string;
}

/** The id of a run, or of a whole paragraph (null), in the compared text. */
export function anchorOf(partie: EngagementPart, bloc: number, run: number | null): string {
  return run === null ? `changement-${partie}-${bloc}` : `changement-${partie}-${bloc}-${run}`;
}

/** Every change, in the order in which the sheet is read. */
export function shownChanges(parties: readonly ComparedPart[], noms: Names): readonly ShownChange[] {
  return parties.flatMap(({ partie, blocks, changements }) =>
    changements.map((changement, index) => ({
      partie,
      changement,
      phrase: phraseOf(changement, { partie, noms, bloc: blocks[changement.bloc] }),
      shortPhrase: phraseOf(changement, { partie: null, noms, bloc: blocks[changement.bloc] }),
      anchor: anchorOf(partie, changement.bloc, runOf(blocks[changement.bloc], changement)),
      told: `phrase-${partie}-${index}`,
    })),
  );
}

/** The run where it is seen; null: it is about the paragraph itself. */
function runOf(block: ComparedBlock | undefined, { quoi, run }: Changement): number | null {
  if (quoi === "paragraphe") return null;
  const kind = block?.runs[run]?.kind;
  return kind === undefined || kind === "garde" ? null : run;
}

/** Whether a paragraph is the same on both sides: words, marks and kind. */
export function isUntouched({ avant, apres, runs }: ComparedBlock): boolean {
  const sameKind = avant !== null && apres !== null && avant.genre === apres.genre && avant.retrait === apres.retrait;
  return sameKind && runs.every(({ kind }) => kind === "garde");
}

/** Which side of a comparison is drawn: both in one text, or one of the two. */
export type Side = "both" | "before" | "after";

/** The runs of a paragraph that one side has, each with its place among all. */
export function runsOf(
  block: ComparedBlock,
  side: Side,
): readonly (readonly [run: ComparedBlock["runs"][number], index: number])[] {
  return block.runs
    .map((run, index) => [run, index] as const)
    .filter(([{ kind }]) => side === "both" || (side === "before" ? kind !== "ajoute" : kind !== "retire"));
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");
const ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");

/**
 * What stands before each paragraph of a list, as the sheet has it: « • », « 2. », « b. ». Of a paragraph that is gone,
 * its number is among those of before.
 */
export function markersOf(blocks: readonly ComparedBlock[]): readonly string[] {
  const [before, after] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  const take = (numbers: number[], shape: ComparedBlock["avant"]): number => {
    if (shape === null) return 0;
    const { genre, retrait } = shape;
    const number = genre === "numero" ? (numbers[retrait] ?? 0) + 1 : 0;
    // A list ends with what is no deeper and not of it; deeper ones end with their item.
    numbers.fill(0, retrait);
    numbers[retrait] = number;
    return number;
  };
  return blocks.map(({ avant, apres }) => {
    const [old, now] = [take(before, avant), take(after, apres)];
    const shape = apres ?? avant;
    if (shape?.genre === "puce") return "• ";
    if (shape?.genre !== "numero") return "";
    const number = apres === null ? old : now;
    const names = shape.retrait === 0 ? [] : shape.retrait === 1 ? LETTERS : ROMANS;
    return `${names[number - 1] ?? number}. `;
  });
}
