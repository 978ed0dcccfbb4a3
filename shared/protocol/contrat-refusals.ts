/**
 * Why an act in a contrat was refused though the person may do such acts: the closed list, each with its status.
 * Sentences for people are in `web/labels/contrat-refusals.ts`.
 */
export const CONTRAT_REFUSALS = {
  /** The person was of this contrat and is no longer: the answer says since when and by whom. */
  acces_retire: 403,
  slug_pris: 409,
  stade_deja: 409,
  axe_inconnu: 422,
  /** There are fiches or objectifs under it. */
  axe_occupe: 409,
  axe_dans_lui_meme: 422,
  plan_trop_profond: 422,
  numero_pris: 409,
  fiche_inconnue: 422,
  organisation_inconnue: 422,
  organisation_existe: 409,
  /** Somebody speaks for it, or it signs the contrat. */
  organisation_utilisee: 409,
  groupe_inconnu: 422,
  groupe_existe: 409,
  region_inconnue: 422,
  /** Whoever is named is not of this contrat, or not of this groupe or body. */
  membre_inconnu: 422,
  deja_membre: 409,
  /** Nobody would be left to coordinate: it is given to somebody else first. */
  derniere_coordination: 409,
  presidence_double: 422,
  appel_ferme: 409,
  invitation_inconnue: 404,
  invitation_expiree: 410,
  invitation_utilisee: 410,
  invitation_retiree: 410,
  /** Sent to another address than those of the person who is signed in. */
  invitation_autre_adresse: 403,
  /** The address already has an account: whoever reads it signs in first. */
  invitation_compte_existant: 401,
  deja_invitee: 409,
  trop_d_invitations: 409,
  /** Nothing of the list was done: the answer says why, line by line. */
  liste_invalide: 422,
  atelier_inconnu: 404,
  atelier_expire: 410,
  atelier_ferme: 410,
  atelier_epuise: 410,
  /** Whoever has no account yet says how they are called. */
  nom_attendu: 422,
} as const;

export type ContratRefusal = keyof typeof CONTRAT_REFUSALS;
