import type { Place } from "../editor/sections.ts";
import type { AccountId } from "../ids.ts";

/** Words that somebody typed and that have no paragraph any more, as a page shows them. */
export interface SetAsideWords {
  readonly id: number;
  readonly author: AccountId;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** null: the part of the sheet they were in is not known. */
  readonly place: Place | null;
  readonly words: string;
  /** The letters they stood between, as far as the log tells. */
  readonly before: string;
  readonly after: string;
}
