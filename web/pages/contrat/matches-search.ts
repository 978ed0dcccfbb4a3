import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { fold } from "../../../shared/text/fold.ts";

/** Whether each word looked for is in the fiche's numéro, intitulé or groupe, whatever the case and the accents. */
export function matchesSearch(fiche: Pick<FicheInList, "numero" | "intitule" | "groupe">, search: string): boolean {
  const text = fold(`${fiche.numero} ${fiche.intitule} ${fiche.groupe}`);
  return fold(search)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
