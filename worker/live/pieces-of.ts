import type { Claim, Reprise } from "./deed.ts";
import type { Origins } from "./origins.ts";

/**
 * What the server itself restates, which needs no proof: letters that were moved together before still are, and those that
 * were not are not.
 */
export function piecesOf(claims: readonly Claim[], origins: Pick<Origins, "of">): Reprise[] {
  const reprises: Reprise[] = [];
  let last: { readonly reprise: Reprise; readonly move: string | null } | null = null;
  for (const { client, clock: start, length, from, declared } of claims) {
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
  }
  return reprises;
}
