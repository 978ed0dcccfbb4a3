/** Where a contrat stands in its life. Passing from one to the next is an act with a date. */
export const STADES = ["prefiguration", "diagnostic", "elaboration", "mise_en_oeuvre", "evaluation"] as const;
export type Stade = (typeof STADES)[number];

/** What a person is in the whole contrat. A person may hold several; rights add up. */
export const CONTRAT_ROLES = [
  "coordination",
  "comite_technique",
  "president_comite_technique",
  "remplacant_comite_technique",
  "copil",
  "president_copil",
  "remplacant_copil",
  "ars",
  "lecteur",
] as const;
export type ContratRole = (typeof CONTRAT_ROLES)[number];

/** What a person is in one groupe de travail; `habitant_atelier` came by a code given in a workshop, and never writes. */
export const GROUPE_ROLES = ["pilote", "copilote", "partenaire", "habitant", "habitant_atelier"] as const;
export type GroupeRole = (typeof GROUPE_ROLES)[number];

/** A stage of drafting: the state of the draft alone, never mixed with that of a version. */
export const ETATS_REDACTION = ["proposition", "brouillon", "en_relecture", "close"] as const;
export type EtatRedaction = (typeof ETATS_REDACTION)[number];
