import type { Place } from "../../shared/editor/sections.ts";
import type { Caret } from "../live/presence.ts";

/** What Yjs calls a paragraph: the same for everybody, for as long as it is there. */
export interface ParagraphId {
  readonly client: number;
  readonly clock: number;
}

/** A place of the sheet that is on the screen and can hold the caret. */
export interface Surface {
  focus(): void;
  /** The id of the paragraph that the caret was last in; null when it was never here, or on one line. */
  paragraph(): ParagraphId | null;
  /** Takes in where the caret is now, before somebody else's change is drawn. */
  settle(): void;
  /** Shows somebody's caret and puts the focus there. */
  goTo(caret: Caret): void;
  /**
   * Remembers the text as it is. What it returns is called after a change: when the text is another, it puts the focus
   * where it changed and returns true.
   */
  remember(): () => boolean;
}

/** The surfaces that are on the screen now. */
export interface Surfaces {
  add(place: Place, surface: Surface): () => void;
  at(place: Place): Surface | undefined;
  settle(): void;
  /** Remembers all of them; what it returns moves the focus to the first that changed. */
  beforeChange(): () => void;
}

export function createSurfaces(): Surfaces {
  const all = new Map<Place, Surface>();
  return {
    add(place, surface) {
      all.set(place, surface);
      return () => {
        if (all.get(place) === surface) all.delete(place);
      };
    },
    at: (place) => all.get(place),
    settle() {
      for (const surface of all.values()) surface.settle();
    },
    beforeChange() {
      const remembered = [...all.values()].map((surface) => surface.remember());
      return () => {
        remembered.some((revealIfChanged) => revealIfChanged());
      };
    },
  };
}
