/** Why a person may not: the closed list. Its French sentences say who can. */
export const POLICY_REFUSALS = [
  /** No role in this contrat or groupe that reads drafts. */
  "hors_du_groupe",
  /** A resident in a groupe where residents read, comment and propose, and the others write. */
  "habitants_lecteurs",
] as const;

export type PolicyRefusal = (typeof POLICY_REFUSALS)[number];
