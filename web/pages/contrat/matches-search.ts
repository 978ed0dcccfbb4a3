import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { matchesWords } from "../../ui/matches-words.ts";

/** Whether each word looked for is in the fiche's numéro, intitulé or groupe, whatever the case and the accents. */
export function matchesSearch(fiche: Pick<FicheInList, "numero" | "intitule" | "groupe">, search: string): boolean {
  return matchesWords(`${fiche.numero} ${fiche.intitule} ${fiche.groupe}`, search);
}
