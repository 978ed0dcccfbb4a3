/** Why a person may not: the closed list. Its French sentences say who can. */
export const POLICY_REFUSALS = [
  /** No role in this contrat or groupe that gives it. */
  "hors_du_groupe",
  /** A resident in a groupe where residents read, comment and propose, and the others write. */
  "habitants_lecteurs",
  /** Came by a code given in a workshop: reads, comments and proposes, until the groupe admits them. */
  "habitant_atelier",
  /** The pilote, the copilote and the coordination may. */
  "reserve_au_pilote",
  /** The membres of the comité technique may. */
  "reserve_au_comite_technique",
  /** The president of the comité technique, the replacement and the coordination may. */
  "reserve_a_la_presidence",
  /** The president of the Copil and the coordination may. */
  "reserve_au_copil",
  /** The coordination may. */
  "reserve_a_la_coordination",
  /** The pilote and the coordination may. */
  "reserve_a_la_moderation",
  /** Whoever may write a fiche gives no avis, decision or validation on it. */
  "deport",
  /** Nobody writes a fiche that is close, until somebody who may opens it again. */
  "ecriture_close",
  /** Nobody accepts their own amendement. */
  "le_sien",
  /** Only who made a reserve lifts it. */
  "pas_le_sien",
  "non_publie",
  "non_partage",
] as const;

export type PolicyRefusal = (typeof POLICY_REFUSALS)[number];
