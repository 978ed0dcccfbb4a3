/**
 * Why an act on one's sign-in or account was refused: the closed list, each with its status. Sentences for people are in
 * `web/labels/account-refusals.ts`.
 */
export const ACCOUNT_REFUSALS = {
  /** Not the code, or it lapsed, or three tries were wrong, or nobody has this address: one answer for all. */
  code_refuse: 403,
  /** A link that was used, or lapsed, or that this instance never sent: one answer for all. */
  lien_refuse: 403,
  /** Too many attempts from one network, or of one person in a day: `retry-after` says when, where it is known. */
  trop_d_essais: 429,
  /** The address to add is one of the account already. */
  adresse_deja_la: 409,
  /** An account keeps at least one address. */
  derniere_adresse: 409,
  /** There is no other account to join, or it cannot be any more. */
  jonction_impossible: 409,
  /** A contrat would be left without coordination: it is given to somebody else first. */
  derniere_coordination: 409,
  /** Nobody would be left to administer the instance: somebody else is named first. */
  derniere_administration: 409,
} as const;

export type AccountRefusal = keyof typeof ACCOUNT_REFUSALS;
