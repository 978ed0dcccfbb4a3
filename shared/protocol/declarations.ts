/**
 * What a page says of the letters it brings: these restate those, letter for letter, because it moved them, took a
 * deletion back, or pasted what was cut. The server believes it where its log has the same letters, and as far as nobody is
 * made to say what they did not (`live/believable.ts`).
 */
export interface Declaration {
  /** The first new letter. */
  readonly client: number;
  readonly clock: number;
  /** How many letters. */
  readonly length: number;
  /** The first of those that they restate. */
  readonly from: { readonly client: number; readonly clock: number };
}

/** Declarations in one frame: a page that moves more says nothing of the rest, which is then found or is its own. */
export const DECLARATIONS_MAX = 2_000;
