import { type Accessor, createSignal } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";

/** A réserve that is being written. */
export interface ReserveDraft {
  /** For the page alone. */
  readonly id: number;
  readonly partie: Accessor<EngagementPart>;
  /** The words of the version that it is about; empty: the whole part. */
  readonly citation: Accessor<string>;
  readonly texte: Accessor<string>;
  readonly setTexte: (texte: string) => void;
  readonly setOn: (partie: EngagementPart, citation: string) => void;
}

/** The réserves of an avis that is not given yet. */
export interface ReserveDrafts {
  readonly all: Accessor<readonly ReserveDraft[]>;
  /** One more, about these words; it is drawn after, and takes the focus by its id. */
  readonly add: (partie: EngagementPart, citation: string) => ReserveDraft;
  readonly remove: (draft: ReserveDraft) => void;
  readonly clear: () => void;
}

/** The id of the field in which a réserve is written. */
export function reserveFieldId({ id }: Pick<ReserveDraft, "id">): string {
  return `reserve-${id}-texte`;
}

/** No réserve yet. */
export function createReserveDrafts(): ReserveDrafts {
  const [all, setAll] = createSignal<readonly ReserveDraft[]>([]);
  let last = 0;
  return {
    all,
    add(partie, citation) {
      last += 1;
      const draft = createDraft(last, partie, citation);
      setAll((before) => [...before, draft]);
      return draft;
    },
    remove: (draft) => void setAll((before) => before.filter((each) => each !== draft)),
    clear: () => void setAll([]),
  };
}

function createDraft(id: number, first: EngagementPart, firstCitation: string): ReserveDraft {
  const [on, setOn] = createSignal({ partie: first, citation: firstCitation });
  const [texte, setTexte] = createSignal("");
  return {
    id,
    partie: () => on().partie,
    citation: () => on().citation,
    texte,
    setTexte: (next) => void setTexte(next),
    setOn: (partie, citation) => void setOn({ partie, citation }),
  };
}
