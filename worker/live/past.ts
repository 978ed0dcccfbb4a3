import type { AccountId } from "../../shared/ids.ts";
import type { Id, Range, Struct } from "./bounded-decoder.ts";
import type { Leases } from "./leases.ts";
import type { Letters, LettersOf } from "./letters.ts";
import type { Origin, Origins } from "./origins.ts";
import { Removals } from "./removals.ts";
import type { Spans } from "./spans.ts";
import type { UpdateLog } from "./update-log.ts";

/** What a text remembers of its letters, wherever it is kept: what the witness of an update asks. */
export interface Past {
  readonly lettersOf: LettersOf;
  /** What brought a letter, as the log has it. Takes from the budget what it costs; null when it is not known. */
  structOf(id: Id, budget: { left: number }): Struct | null;
  /** The person who has a client id; null when nobody has. */
  ownerOf(client: number): AccountId | null;
  /** These letters in stretches, each with the letters that it comes from. */
  originsOf(range: Range): readonly Origin[];
  /** Whatever restates these first letters, whether or not it shows, with which of them. */
  restating(firsts: Range): readonly Origin[];
  /** The row of the log that brought a letter; null when it is not known. */
  rowOf(id: Id): number | null;
  /** The row of the log that removed a letter; null when it was not removed, or too long ago. */
  removedIn(id: Id): number | null;
}

/** What is remembered in these stores. */
export function pastOf(
  {
    log,
    leases,
    spans,
    origins,
  }: { readonly log: UpdateLog; readonly leases: Leases; readonly spans: Spans; readonly origins: Origins },
  letters: Letters,
): Past {
  const removals = new Removals(log);
  return {
    lettersOf: (range, budget) => letters.runs(range, budget),
    structOf: (id, budget) => letters.structWithin(id, budget),
    ownerOf: (client) => leases.owner(client),
    originsOf: (range) => origins.of(range),
    restating: (firsts) => origins.restating(firsts),
    rowOf: (id) => spans.rowOf(id),
    removedIn: (id) => removals.rowOf(id),
  };
}
