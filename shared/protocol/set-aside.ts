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

/** What somebody decides about words set aside: put them back, under the name of who wrote them, or leave them out. */
export interface SetAsideDecision {
  readonly id: number;
  readonly fate: "remis" | "ecarte";
  /** Where to put them back: behind this paragraph (its id in the document), or at the end of the section. */
  readonly place: Place | null;
  readonly after: { readonly client: number; readonly clock: number } | null;
}
