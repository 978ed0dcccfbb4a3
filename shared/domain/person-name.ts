/** The longest name of a person: « prénom nom ». */
const PERSON_NAME_MAX = 80;

/**
 * A person's name as it is kept: composed letters, single spaces; null when nothing is left, when it is too long, or when
 * it holds something that is not part of a name (line ends, control and direction characters, `<`, `>`, `@`, `://`).
 */
export function parsePersonName(text: string): string | null {
  const nom = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (nom === "" || nom.length > PERSON_NAME_MAX) return null;
  return /[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>@"\\]|:\/\//u.test(nom) || !/\p{L}/u.test(nom) ? null : nom;
}
