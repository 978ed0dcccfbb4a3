import { ENGAGEMENT } from "../../../shared/editor/canonical.ts";
import type { ComparedPart } from "../../../shared/protocol/bodies/history.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import { Attribution } from "./attribution.ts";
import { comparePart } from "./compared-part.ts";
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
 * Compares the text after two updates of its log, in either order. From a later one to an earlier one, what goes is named
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
  const [before, after] = forward ? [first, last] : [last, first];
  const attribution = new Attribution(history, before.seen, after.seen, forward);
  yield;
  const parties: ComparedPart[] = [];
  for (const part of ENGAGEMENT) {
    const originsOf = history.of.bind(history);
    parties.push(yield* comparePart(part, before.seen[part], after.seen[part], originsOf, attribution));
    yield;
  }
  return { deLe: before.at, aLe: after.at, parties };
}
