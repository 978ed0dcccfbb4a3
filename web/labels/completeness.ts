import { REQUIRED_SECTIONS, TEXT_SECTIONS, type TextSection } from "../../shared/editor/sections.ts";
import { PLACE_TITLES } from "./sections.ts";
import { counted, fr, listed } from "./typography.ts";

/** « 6 sections remplies sur 10 ». */
export function completeness(filled: number, total: number = TEXT_SECTIONS.length): string {
  if (filled === 0) return `Aucune section remplie sur ${total}`;
  return `${counted(filled, "section remplie", "sections remplies")} sur ${total}`;
}

/** « Sections : 6/10 », where there is little room. */
export function shortCompleteness(filled: number, total: number = TEXT_SECTIONS.length): string {
  return fr(`Sections : ${filled}/${total}`);
}

/** Which of the sections that a fiche cannot do without are still empty, in a sentence; null when none is. */
export function missingRequired(filled: readonly TextSection[]): string | null {
  const missing = TEXT_SECTIONS.filter((section) => REQUIRED_SECTIONS.has(section) && !filled.includes(section));
  if (missing.length === 0) return null;
  return fr(`Reste à écrire : ${listed(missing.map((section) => PLACE_TITLES[section].toLowerCase()))}.`);
}
