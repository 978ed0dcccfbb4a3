import type { Claim, Reprise } from "./deed.ts";
import type { Origins } from "./origins.ts";

/** Claims that are looked up before others may have their turn: a millisecond or two. */
const CLAIMS_AT_ONCE = 100;

/**
 * What the server itself restates, which needs no proof: letters that were moved together before still are, and those that
 * were not are not. Pauses as it goes.
 */
export function* piecesOf(claims: readonly Claim[], origins: Pick<Origins, "of">): Generator<undefined, Reprise[]> {
  const reprises: Reprise[] = [];
  let last: { readonly reprise: Reprise; readonly move: string | null } | null = null;
  for (const [index, { client, clock: start, length, from, declared }] of claims.entries()) {
    for (const origin of origins.of({ ...from, length })) {
      const clock = start + (origin.clock - from.clock);
      const move = origin.piece === null ? null : `${origin.client}:${origin.piece}`;
      const before = last?.reprise;
      const goesOn = before?.client === client && before.clock + before.length === clock && last?.move === move;
      const piece = goesOn && before !== undefined ? before.piece : clock;
      const source = { client: from.client, clock: origin.clock };
      const reprise: Reprise = { client, clock, length: origin.length, from: source, declared, piece };
      reprises.push(reprise);
      last = { reprise, move };
    }
    if (index % CLAIMS_AT_ONCE === CLAIMS_AT_ONCE - 1) yield;
  }
  return reprises;
}
