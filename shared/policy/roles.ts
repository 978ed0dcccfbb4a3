import type { ContratRole, GroupeRole } from "../domain/contrat.ts";
import type { Capability } from "./capabilities.ts";
import type { Condition } from "./conditions.ts";

/** What a role gives, each with what must hold besides. */
export type Grants = Readonly<Partial<Record<Capability, readonly Condition[]>>>;

const MEMBRE: Grants = {
  lire_brouillon: [],
  voir_historique: [],
  lire_moments: [],
  lire_version_soumise: [],
  comparer: [],
  commenter: [],
  proposer_amendement: [],
};

const REDACTEUR: Grants = { ...MEMBRE, ecrire: ["pas_close"] };

const COPILOTE: Grants = { ...REDACTEUR, trancher_amendement: ["pas_le_sien"], soumettre: [], gerer_groupe: [] };

/** The only table of rights: what each role gives, in its own scope. Everything else asks `can`. */
export const CONTRAT_ROLE_GRANTS: Readonly<Record<ContratRole, Grants>> = {
  // In the name of a seance: it records what others decided, so that writing the fiche takes nothing away.
  coordination: {
    ...COPILOTE,
    relever_decision: [],
    valider: [],
    renvoyer: [],
    publier: [],
    moderer: [],
    caviarder: [],
    gerer_grille: [],
    gerer_plan: [],
    gerer_membres: [],
    lire_journal: [],
  },
  comite_technique: {
    lire_brouillon: ["en_relecture"],
    voir_historique: ["en_relecture"],
    lire_version_soumise: ["en_relecture_ou_soumise"],
    comparer: ["en_relecture_ou_soumise"],
    commenter: ["en_relecture_ou_soumise"],
    proposer_amendement: ["en_relecture_ou_soumise"],
    rendre_avis: ["n_ecrit_pas"],
    lever_reserve: ["n_ecrit_pas", "le_sien"],
  },
  president_comite_technique: { relever_decision: ["n_ecrit_pas"] },
  remplacant_comite_technique: { relever_decision: ["n_ecrit_pas"] },
  copil: {
    lire_brouillon: ["en_relecture"],
    voir_historique: ["en_relecture"],
    lire_version_soumise: ["en_relecture_ou_soumise"],
    comparer: ["en_relecture_ou_soumise"],
  },
  president_copil: { valider: ["n_ecrit_pas"], renvoyer: ["n_ecrit_pas"] },
  remplacant_copil: {},
  ars: { lire_partage: ["partagee"] },
  lecteur: { lire_partage: ["partagee"] },
};

export const GROUPE_ROLE_GRANTS: Readonly<Record<GroupeRole, Grants>> = {
  pilote: { ...COPILOTE, moderer: [] },
  copilote: COPILOTE,
  partenaire: REDACTEUR,
  habitant: { ...MEMBRE, ecrire: ["habitants_ecrivent", "pas_close"] },
  habitant_atelier: { ...MEMBRE, ecrire: ["admis_par_le_groupe"] },
};

/** What everybody has, without an account too. */
export const EVERYONE_GRANTS: Grants = { lire_publie: ["publiee"] };
