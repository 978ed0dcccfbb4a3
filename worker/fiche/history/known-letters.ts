import { Stride } from "../../../shared/text/stride.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import type { LetterRun } from "../../live/reprises.ts";
import { PlacesById } from "./places-by-id.ts";
import type { SheetLetters } from "./replay.ts";

/** The letters of a text by their ids, as the log has them. */
export class KnownLetters {
  readonly #letters: SheetLetters;
  readonly #byPart: readonly (readonly [keyof SheetLetters, PlacesById])[];

  private constructor(letters: SheetLetters, byPart: readonly (readonly [keyof SheetLetters, PlacesById])[]) {
    this.#letters = letters;
    this.#byPart = byPart;
  }

  /** Pauses as it goes. */
  static *of(letters: SheetLetters, parts: readonly (keyof SheetLetters)[]): Generator<undefined, KnownLetters> {
    const stride = new Stride();
    const byPart: [keyof SheetLetters, PlacesById][] = [];
    for (const part of parts) byPart.push([part, yield* PlacesById.of(letters[part].stretches(), stride)]);
    return new KnownLetters(letters, byPart);
  }

  /** As many of a range as are known, in one run from its first on; none when that one is not. */
  runs({ client, clock, length }: Range): LetterRun[] {
    for (const [part, places] of this.#byPart) {
      for (const { at, place, length: most } of places.touching({ client, clock, length })) {
        if (at > clock) break;
        const text = this.#letters[part].text.slice(place, place + most);
        return [{ text, ids: [{ client, clock, length: text.length }] }];
      }
    }
    return [];
  }
}
