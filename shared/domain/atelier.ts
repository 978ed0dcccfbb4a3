import type { RandomBytes } from "../ids.ts";

/**
 * The letters and digits of a workshop's code: none looks or sounds like another when it is read aloud in French. No O
 * beside 0, no N beside M, one letter of those that end in « é ».
 */
const ALPHABET = "ACFHJKLMRUWYZ23456789";
const LENGTH = 8;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** How many people may join by one code, when nobody said. */
export const ATELIER_USES_DEFAULT = 60;
export const ATELIER_USES_MAX = 500;

/** The longest life of a code, in days. */
export const ATELIER_DAYS_MAX = 30;

/** A new code. */
export function makeWorkshopCode(random: RandomBytes): string {
  const even = 256 - (256 % ALPHABET.length);
  let code = "";
  while (code.length < LENGTH) {
    // Bytes past the last whole round would favour the first letters.
    for (const byte of random(LENGTH))
      if (byte < even && code.length < LENGTH) code += ALPHABET[byte % ALPHABET.length];
  }
  return code;
}

/** The code that a person typed, in any case, with or without spaces and hyphens; null when it cannot be one. */
export function readWorkshopCode(typed: string): string | null {
  const code = typed.replace(/[\s\u202f\u00a0-]/gu, "").toUpperCase();
  return CODE.test(code) ? code : null;
}

/** As it is shown and read: `KF3R-8YAM`. */
export function workshopCodeText(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
