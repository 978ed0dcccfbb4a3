import type { ContratRole, GroupeRole } from "../domain/contrat.ts";
import type { Capability } from "./capabilities.ts";

/** The only table of rights: what each role gives, in its own scope. Everything else asks `can`. */
export const CONTRAT_ROLE_CAPABILITIES: Readonly<Record<ContratRole, readonly Capability[]>> = {
  coordination: ["lire_brouillon", "ecrire"],
  comite_technique: [],
  copil: [],
  ars: [],
  lecteur: [],
};

export const GROUPE_ROLE_CAPABILITIES: Readonly<Record<GroupeRole, readonly Capability[]>> = {
  pilote: ["lire_brouillon", "ecrire"],
  copilote: ["lire_brouillon", "ecrire"],
  partenaire: ["lire_brouillon", "ecrire"],
  // A habitant also writes where the groupe says so: `can` reads that fact.
  habitant: ["lire_brouillon"],
};
