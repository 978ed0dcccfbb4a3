import { type Accessor, createSignal } from "solid-js";
import { ENGAGEMENT, type EngagementPart } from "../../../../shared/editor/canonical.ts";

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
  /** What the device keeps of them. */
  readonly typed: () => readonly TypedReserve[];
  /** Begins again with these. */
  readonly restore: (typed: readonly TypedReserve[]) => void;
}

/** A réserve as the device keeps it. */
export interface TypedReserve {
  readonly partie: EngagementPart;
  readonly citation: string;
  readonly texte: string;
}

/** The id of the field in which a réserve is written. */
export function reserveFieldId({ id }: Pick<ReserveDraft, "id">): string {
  return `reserve-${id}-texte`;
}

/** No réserve yet. */
export function createReserveDrafts(): ReserveDrafts {
  const [all, setAll] = createSignal<readonly ReserveDraft[]>([]);
  let last = 0;
  const make = (partie: EngagementPart, citation: string) => {
    last += 1;
    return createDraft(last, partie, citation);
  };
  return {
    all,
    add(partie, citation) {
      const draft = make(partie, citation);
      setAll((before) => [...before, draft]);
      return draft;
    },
    typed: () => all().map((draft) => ({ partie: draft.partie(), citation: draft.citation(), texte: draft.texte() })),
    restore: (typed) =>
      void setAll(
        typed.map(({ partie, citation, texte }) => {
          const draft = make(partie, citation);
          draft.setTexte(texte);
          return draft;
        }),
      ),
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

/** What of a kept value is réserves: an earlier page wrote it, in whatever shape it then had. */
export function reservesIn(kept: unknown): readonly TypedReserve[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((each: Partial<Record<keyof TypedReserve, unknown>> | null) => {
    const partie = ENGAGEMENT.find((part) => part === each?.partie);
    const [citation, texte] = [each?.citation, each?.texte];
    return partie !== undefined && typeof citation === "string" && typeof texte === "string"
      ? [{ partie, citation, texte }]
      : [];
  });
}
