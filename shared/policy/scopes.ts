import type { ContratRole } from "../domain/contrat.ts";
import type { FicheFacts } from "./can.ts";

/** What `can` reads when the question is about the whole contrat and not about a fiche. */
export function inContrat(contratRoles: readonly ContratRole[]): FicheFacts {
  return inGroupe({ contratRoles, groupeRoles: [], habitantsEcrivent: false });
}

/** What `can` reads when the question is about a groupe: as for a fiche of it that nobody was shown yet. */
export function inGroupe(known: Pick<FicheFacts, "contratRoles" | "groupeRoles" | "habitantsEcrivent">): FicheFacts {
  return { ...known, etat: "brouillon", soumise: false, publiee: false, partagee: false, sien: false };
}
