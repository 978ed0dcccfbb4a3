import { NOT_FOUND_TITLE } from "./shell.ts";
import { fr } from "./typography.ts";

/** The page that does not exist. */
export const NOT_FOUND = {
  title: NOT_FOUND_TITLE,
  text: fr("Cette page n'existe pas, ou elle ne vous est pas ouverte. L'adresse a peut-être été coupée en la copiant."),
} as const;
