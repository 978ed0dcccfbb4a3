/**
 * Whether an act's answer never came: the network failed, or somebody else answered. It may have been done all the same,
 * and nobody on this side can say.
 */
export function isUnheard(code: string): code is "hors_ligne" | "reponse_illisible" {
  return code === "hors_ligne" || code === "reponse_illisible";
}
