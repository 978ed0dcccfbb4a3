/**
 * Why an act on the instance was refused: the closed list, each with its status. Sentences for people are in
 * `web/labels/instance-refusals.ts`.
 */
export const INSTANCE_REFUSALS = {
  /** Not a one-time address of this instance. */
  premier_acces_refuse: 403,
  /** Its hour is over. */
  premier_acces_perime: 410,
  /** Somebody opened the instance already. */
  premier_acces_utilise: 410,
  /** Only who administers the instance may. */
  reserve_a_l_administration: 403,
  /** Nobody would be left to administer. */
  derniere_administration: 409,
  /** Nobody has an account under this address. */
  personne_inconnue: 422,
  /** Another contrat has, or had, this address. */
  slug_pris: 409,
  /** Somebody coordinates the contrat already: it is for them to name others. */
  contrat_coordonne: 409,
  /** This address is invited already, and the invitation waits. */
  deja_invitee: 409,
  /** Somebody changed the settings since they were read. */
  reglages_changes: 409,
} as const;

export type InstanceRefusal = keyof typeof INSTANCE_REFUSALS;
