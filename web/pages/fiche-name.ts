import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { PLAN } from "../labels/plan.ts";

/** « 2.1 Prévention pour les aînés », or that it has no title yet. */
export function ficheName(fiche: Pick<FicheInList, "numero" | "intitule">): string {
  return `${fiche.numero} ${fiche.intitule.trim() === "" ? PLAN.untitled : fiche.intitule}`;
}

const byNumero = new Intl.Collator("fr", { numeric: true });

/** In the order of the plan: 2.2 before 2.10. */
export function compareNumeros(a: Pick<FicheInList, "numero">, b: Pick<FicheInList, "numero">): number {
  return byNumero.compare(a.numero, b.numero);
}
