import { fold } from "../../shared/text/fold.ts";

/** Whether each word looked for is somewhere in the text, whatever the case and the accents. */
export function matchesWords(text: string, search: string): boolean {
  const folded = fold(text);
  return fold(search)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}
