/** Two letters for a name: of its first and of its last word. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /\p{L}/u.test(word));
  const first = words.at(0) ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return (firstLetter(first) + firstLetter(last)).toLocaleUpperCase("fr-FR");
}

function firstLetter(word: string): string {
  return /\p{L}/u.exec(word)?.[0] ?? "";
}
