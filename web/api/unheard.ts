/**
 * Whether an act's answer never came: the network failed, somebody else answered, or the server broke off in the middle. It
 * may have been done all the same, and nobody on this side can say.
 */
export function isUnheard(code: string): code is "hors_ligne" | "reponse_illisible" | "erreur_interne" {
  return code === "hors_ligne" || code === "reponse_illisible" || code === "erreur_interne";
}
