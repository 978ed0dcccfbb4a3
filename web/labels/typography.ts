const NARROW_NO_BREAK_SPACE = "\u202f";
const NO_BREAK_SPACE = "\u00a0";

/**
 * The sentence as a French printer sets it: curly apostrophes, narrow no-break spaces before `; : ! ? »` and after `«`.
 * Labels are written with the plain characters of the keyboard and pass through here once.
 */
export function fr(sentence: string): string {
  return sentence
    .replaceAll("'", "’")
    .replace(/ (?=[;:!?»])/gu, NARROW_NO_BREAK_SPACE)
    .replace(/« /gu, `«${NARROW_NO_BREAK_SPACE}`);
}

/** Every sentence of a table through `fr`; the keys stay. */
export function frAll<Key extends string>(sentences: Readonly<Record<Key, string>>): Readonly<Record<Key, string>> {
  const set = Object.entries<string>(sentences).map(([key, sentence]) => [key, fr(sentence)] as const);
  // The keys are those of the argument: only the values went through `fr`.
  return Object.fromEntries(set) as Record<Key, string>;
}

/** A count with its noun, which takes an s from two on unless a plural is given: « 1 fiche », « 2 fiches ». */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${new Intl.NumberFormat("fr-FR").format(count)}${NO_BREAK_SPACE}${count >= 2 ? plural : singular}`;
}

/** « Anne », « Anne et Julien », « Anne, Julien et Yvonne ». */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat("fr-FR", { type: "conjunction" }).format(words);
}
