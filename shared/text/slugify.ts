import { fold } from "./fold.ts";

/** Words of a sentence for an address: lower case, no accents, hyphens, at most `max` characters, cut between words. */
export function slugify(text: string, max: number): string {
  const words = fold(text).match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > max) break;
    slug = longer;
  }
  return slug;
}
