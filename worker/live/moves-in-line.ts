import type { AccountId } from "../../shared/ids.ts";
import type { Cell } from "./claims.ts";
import type { Past } from "./past.ts";

/** A stretch of a line that somebody moved there, with one of those who wrote it, who is somebody else. */
export interface MoveInLine {
  readonly from: number;
  readonly until: number;
  readonly author: AccountId | null;
}

/** Letters around a place that are looked at: a line may have been written in ten thousand pieces. */
const AROUND = 300;

type Placed = MoveInLine & { readonly move: string };

/** What of a line was moved there: by updates before, and as far as it is believed by this one. */
export class Moves {
  readonly #cells: readonly Cell[];
  readonly #past: Past;
  readonly #now: MoveInLine[] = [];

  constructor(cells: readonly Cell[], past: Past) {
    this.#cells = cells;
    this.#past = past;
  }

  /** This update moved it there. */
  add({ from, until }: { readonly from: number; readonly until: number }, authors: Iterable<AccountId | null>): void {
    for (const author of authors) this.#now.push({ from, until, author });
  }

  /** What was moved to between two places of the line, each stretch as far as somebody would read on. */
  in(from: number, until: number): MoveInLine[] {
    const near = this.#cells.filter(({ at, length }) => at < until + AROUND && from - AROUND < at + length);
    const before = near.flatMap((cell) => this.#movedBefore(cell)).reduce(joined, []);
    return [...before, ...this.#now].filter((move) => move.from < until && from < move.until);
  }

  #movedBefore({ client, clock, length, at, moved }: Cell): Placed[] {
    if (moved !== null) return [];
    const writer = this.#past.ownerOf(client);
    return this.#past.originsOf({ client, clock, length }).flatMap((origin): Placed[] => {
      const author = this.#past.ownerOf(origin.first.client);
      if (origin.piece === null || author === writer) return [];
      const from = at + (origin.clock - clock);
      return [{ from, until: from + origin.length, author, move: `${client}:${origin.piece}` }];
    });
  }
}

/** What one move brought, whoever wrote it, is one stretch for each of them. */
function joined(stretches: Placed[], next: Placed): Placed[] {
  const last = stretches.at(-1);
  if (last !== undefined && last.until === next.from && last.move === next.move && last.author === next.author) {
    stretches[stretches.length - 1] = { ...last, until: next.until };
  } else {
    stretches.push(next);
  }
  return stretches;
}
