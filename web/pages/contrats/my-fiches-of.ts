import type { ContratWithFiches, FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { missingRequired } from "../../labels/completeness.ts";

export interface FicheOfContrat {
  readonly fiche: FicheInList;
  readonly contrat: ContratWithFiches;
}

export interface MyFicheList {
  /** Whether this person is in the groupes that write them; otherwise they may write them all the same. */
  readonly inGroupe: boolean;
  readonly fiches: readonly FicheOfContrat[];
}

/**
 * The fiches of this person's groupes, over all contrats, or for who is in none (the coordination) those that they may
 * write. First those that lack something, and among these what was touched last.
 */
export function myFichesOf(contrats: readonly ContratWithFiches[]): MyFicheList {
  const all = contrats.flatMap((contrat) => contrat.fiches.map((fiche) => ({ fiche, contrat })));
  const mine = all.filter(({ fiche }) => fiche.mienne);
  const inGroupe = mine.length > 0;
  const fiches = inGroupe ? mine : all.filter(({ fiche }) => fiche.droits.ecrire.ok);
  return {
    inGroupe,
    fiches: fiches.toSorted(
      (a, b) => rank(a.fiche) - rank(b.fiche) || (b.fiche.modifieeLe ?? 0) - (a.fiche.modifieeLe ?? 0),
    ),
  };
}

function rank(fiche: FicheInList): number {
  if (!fiche.droits.ecrire.ok) return 2;
  return awaitsMe(fiche) ? 0 : 1;
}

/** Whether this person may write it and something that it cannot do without is still empty. */
export function awaitsMe(fiche: FicheInList): boolean {
  return fiche.droits.ecrire.ok && missingRequired(fiche.remplies) !== null;
}
