import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import { Stride } from "../../../shared/text/stride.ts";
import type { Id, Range } from "../../live/bounded-decoder.ts";
import type { History } from "../../live/history.ts";
import { appendRange, RangeSet } from "../../live/range-set.ts";
import type { SheetLetters } from "./replay.ts";

/** What a text shows, to be asked letter by letter. */
export interface ShownLetters {
  readonly ids: RangeSet;
  /** The first letters of all of them, wherever they were moved since. */
  readonly firsts: RangeSet;
  readonly byPart: Readonly<Record<EngagementPart, RangeSet>>;
  /** Letters that people do not see by themselves, by the name of the first of each, and the one that they see. */
  readonly within: ReadonlyMap<string, Id>;
}

/** One name for each letter. */
export function letterName({ client, clock }: Id): string {
  return `${client}:${clock}`;
}

/** What following a stretch to its first letters counts for, in letters looked at. */
const LOOKED_UP = 10;

/** Reads what a text shows. Pauses as it goes. */
export function* shownLetters(letters: SheetLetters, history: History): Generator<undefined, ShownLetters> {
  const stride = new Stride();
  const shown: Range[] = [];
  const within = new Map<string, Id>();
  const parts: [EngagementPart, RangeSet][] = [];
  for (const part of ENGAGEMENT) {
    const own: Range[] = [];
    for (const stretch of letters[part].stretches()) {
      appendRange(shown, stretch);
      for (const { length, first } of history.of(stretch)) appendRange(own, { ...first, length });
      if (stride.isDue(stretch.length + LOOKED_UP)) yield;
    }
    parts.push([part, new RangeSet(own)]);
    yield;
    for (const { id, letter } of letters[part].within) {
      within.set(letterName(history.of({ ...id, length: 1 })[0]?.first ?? id), letter);
      if (stride.isDue(LOOKED_UP)) yield;
    }
  }
  const ids = new RangeSet(shown);
  yield;
  const firsts = new RangeSet(parts.flatMap(([, own]) => own.ranges()));
  yield;
  // `fromEntries` forgets the keys, which are the closed list just walked.
  const byPart = Object.fromEntries(parts) as Record<EngagementPart, RangeSet>;
  return { ids, firsts, byPart, within };
}
