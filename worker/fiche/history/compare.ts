import { ENGAGEMENT } from "../../../shared/editor/canonical.ts";
import type { ComparedPart } from "../../../shared/protocol/bodies/history.ts";
import type { Id } from "../../live/bounded-decoder.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import { Attribution } from "./attribution.ts";
import { comparePart } from "./compared-part.ts";
import { composed } from "./composed.ts";
import { readLetters, replay } from "./replay.ts";

/** Two moments of a text, and how the first became the second. */
export interface Compared {
  /** When the text was so, in milliseconds since 1970; 0: the empty text. */
  readonly deLe: number;
  readonly aLe: number;
  /** Every part, in the order of the sheet. */
  readonly parties: readonly ComparedPart[];
}

/**
 * Compares the text after two updates of its log, in either order, as versions freeze it: what is told leads from the one
 * to the other, letter for letter. From a later one to an earlier one, what goes is named
 * by whoever had put it there. Pauses as it goes.
 *
 * @param from numbers of updates; 0 is the empty text
 */
export function* compare(
  log: Pick<UpdateLog, "readStretch">,
  from: number,
  to: number,
): Generator<undefined, Compared> {
  const forward = from <= to;
  const { texts, history } = yield* replay(log, forward ? [from, to] : [to, from], readLetters);
  const [first, last] = texts;
  if (first === undefined || last === undefined) throw new Error("moments that the log does not have");
  const latestOf = (ids: readonly Id[]) => history.latestOf(ids);
  const [early, late] = [yield* composed(first.seen, latestOf), yield* composed(last.seen, latestOf)];
  const [before, after] = forward ? [early, late] : [late, early];
  const attribution = yield* Attribution.of(history, before, after, forward);
  const originsOf = history.of.bind(history);
  const parties: ComparedPart[] = [];
  for (const part of ENGAGEMENT) {
    parties.push(yield* comparePart(part, before[part], after[part], originsOf, attribution));
  }
  const [de, a] = forward ? [first, last] : [last, first];
  return { deLe: de.at, aLe: a.at, parties };
}
