import type { AccountId } from "../../shared/ids.ts";
import type { Id, Range } from "./bounded-decoder.ts";
import type { Claim } from "./deed.ts";
import type { Line } from "./new-lines.ts";
import type { OldText } from "./old-text.ts";
import type { Past } from "./past.ts";
import { firstBeyond } from "./range-set.ts";

/** New letters that are said to be older ones, which were written in one go and moved together, if they were. */
export interface Moved {
  readonly from: Id;
  readonly first: Id;
  /** The move by which the older ones stood where they stood; null: they were typed there. */
  readonly move: string | null;
  readonly author: AccountId | null;
  /** Whether their mover wrote them: then it harms nobody whatever is said. */
  readonly isOwn: boolean;
  readonly declared: boolean;
}

export type Part = Range & Moved;

/** Letters of a line with one fate. */
export interface Cell extends Range {
  /** Where they begin in the line. */
  readonly at: number;
  /** null: they restate nothing, as far as this update says. */
  readonly moved: Moved | null;
}

/** The same, with those that follow each other on both sides as one. */
export function joinClaims<Each extends Claim & { readonly piece?: number }>(claims: readonly Each[]): Each[] {
  const joined: Each[] = [];
  for (const claim of claims) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      isBehind(last, last.length, claim) &&
      isBehind(last.from, last.length, claim.from) &&
      last.declared === claim.declared &&
      last.piece === claim.piece;
    if (goesOn) joined[joined.length - 1] = { ...last, length: last.length + claim.length };
    else joined.push(claim);
  }
  return joined;
}

function isBehind(first: Id, length: number, next: Id): boolean {
  return first.client === next.client && first.clock + length === next.clock;
}

/** What an update says of its letters, in stretches of which each has one author, by the clocks of the new ones. */
export function partsOf(claims: readonly Claim[], past: Past, old: OldText): Map<number, Part[]> {
  const parts = joinClaims(claims.toSorted((a, b) => a.client - b.client || a.clock - b.clock)).flatMap((claim) =>
    past.originsOf({ ...claim.from, length: claim.length }).flatMap((origin): Part[] => {
      const { client } = claim;
      const author = past.ownerOf(origin.first.client);
      const isOwn = author !== null && author === past.ownerOf(client);
      const stretches = isOwn ? [origin] : [...old.inOneGo(origin)];
      return stretches.map(({ clock, length }) => ({
        client,
        clock: claim.clock + (clock - claim.from.clock),
        length,
        from: { client: origin.client, clock },
        first: { client: origin.first.client, clock: origin.first.clock + (clock - origin.clock) },
        move: origin.piece === null ? null : `${origin.client}:${origin.piece}`,
        author,
        isOwn,
        declared: claim.declared,
      }));
    }),
  );
  return Map.groupBy(
    parts.sort((a, b) => a.clock - b.clock),
    ({ client }) => client,
  );
}

/** A line, cut where what is said of its letters changes. */
export function cellsOf(line: Line, parts: ReadonlyMap<number, readonly Part[]>): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  const push = (client: number, clock: number, until: number, moved: Moved | null) => {
    if (until <= clock) return;
    cells.push({ client, clock, length: until - clock, at, moved });
    at += until - clock;
  };
  for (const { client, clock: start, length } of line) {
    const list = parts.get(client) ?? [];
    let clock = start;
    for (let i = firstBeyond(list, clock); i < list.length; i++) {
      const part = list[i];
      if (part === undefined || part.clock >= start + length) break;
      push(client, clock, part.clock, null);
      const from = Math.max(clock, part.clock);
      const until = Math.min(start + length, part.clock + part.length);
      push(client, from, until, behind(part, from - part.clock));
      clock = until;
    }
    push(client, clock, start + length, null);
  }
  return cells;
}

/** A cell from one of its letters to before another. */
export function cut(cell: Cell, from: number, until: number): Cell {
  const { client, clock, at, moved } = cell;
  return {
    client,
    clock: clock + from,
    length: until - from,
    at: at + from,
    moved: moved === null ? null : behind(moved, from),
  };
}

/** The same of letters that come so much later. */
function behind({ from, first, move, author, isOwn, declared }: Moved, letters: number): Moved {
  return { from: later(from, letters), first: later(first, letters), move, author, isOwn, declared };
}

/** The id of a letter that was written so many later. */
export function later({ client, clock }: Id, letters: number): Id {
  return { client, clock: clock + letters };
}
