import { fullDate } from "./dates.ts";
import { fr } from "./typography.ts";

/** « La version 2 a été retirée du comité technique le 3 mars 2026 à 9 h 12 par Anne L. » */
export function withdrawnWords(numero: number, le: number, who: string): string {
  return fr(`La version ${numero} a été retirée du comité technique le ${fullDate(le)} par ${who}.`);
}

/** Which words are read instead. */
export function readInsteadWords(numero: number): string {
  return fr(`Vous lisez ici la version ${numero}.`);
}
