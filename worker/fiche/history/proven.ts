import type * as Y from "yjs";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import { type DecodedUpdate, decodeStored, type Range, type Struct } from "../../live/bounded-decoder.ts";
import { believe } from "../../live/declared.ts";
import type { Claim } from "../../live/deed.ts";
import { formerLetters } from "../../live/former-letters.ts";
import type { LettersOf } from "../../live/letters.ts";
import { RangeSet } from "../../live/range-set.ts";

/** Structs of which it is proven at once what they restate: a millisecond or two. */
const PROVEN_AT_ONCE = 500;

/** Updates that one client id made one after another as one, read. Pauses as it goes. */
export function* joinMade(made: readonly Uint8Array[]): Generator<undefined, DecodedUpdate> {
  const structs: Struct[] = [];
  const deletes: Range[] = [];
  for (const bytes of made) {
    const update = decodeStored(bytes);
    for (const struct of update.structs) structs.push(struct);
    for (const range of update.deletes) deletes.push(range);
    yield;
  }
  return { structs, deletes: new RangeSet(deletes).ranges() };
}

/**
 * What an update restates, held against what the log has, as the word of a page would be: the rest is whoever's made the
 * update. Pauses as it goes.
 *
 * @param update of one client id, in the order of its clocks
 * @param after the text with it
 */
export function* proven(
  declarations: readonly Declaration[],
  update: DecodedUpdate,
  after: Y.Doc,
  lettersOf: LettersOf,
): Generator<undefined, Claim[]> {
  const claims: Claim[] = [];
  const ahead = declarations.toSorted((a, b) => b.clock - a.clock);
  for (let start = 0; start < update.structs.length; start += PROVEN_AT_ONCE) {
    const structs = update.structs.slice(start, start + PROVEN_AT_ONCE);
    const last = structs.at(-1);
    const part = { structs, deletes: [] };
    const said = last === undefined ? [] : takeUpTo(ahead, last.clock + last.length);
    for (const claim of believe(said, part, formerLetters(after, part, lettersOf)).claims) claims.push(claim);
    yield;
  }
  return claims;
}

/** Takes what is said of letters before this clock, the last ones first; what goes over it is cut. */
function takeUpTo(ahead: Declaration[], clock: number): Declaration[] {
  const taken: Declaration[] = [];
  for (let next = ahead.at(-1); next !== undefined && next.clock < clock; next = ahead.at(-1)) {
    ahead.pop();
    const length = Math.min(next.length, clock - next.clock);
    taken.push({ ...next, length });
    if (length === next.length) continue;
    const from = { client: next.from.client, clock: next.from.clock + length };
    ahead.push({ ...next, clock, length: next.length - length, from });
  }
  return taken;
}
