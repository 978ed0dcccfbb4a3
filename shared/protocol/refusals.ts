/** Why a request was refused: the closed list. Sentences for people are in `web/labels/refusals.ts`. */
export const HTTP_REFUSALS = {
  session_absente: 401,
  origine_refusee: 403,
  introuvable: 404,
  methode_refusee: 405,
  corps_trop_grand: 413,
  corps_invalide: 400,
  hote_refuse: 421,
  upgrade_attendu: 426,
  /** More is asked at once than can be worked out soon: the same may succeed in a moment. */
  trop_de_demandes: 429,
  erreur_interne: 500,
} as const;

export type HttpRefusal = keyof typeof HTTP_REFUSALS;

/** Why a frame of the live path was refused: the closed list. Only its sender hears of it. */
export const LIVE_REFUSALS = [
  /** The bytes are not a frame, or hold more than one message. */
  "trame_invalide",
  /** A type of frame that does not exist. */
  "trame_inconnue",
  /** Larger than `limits.ts` allows. */
  "trame_trop_grande",
  /** This person may read here and not write. */
  "lecture_seule",
  /** The update could not be read, or brings what the sheet does not know. */
  "hors_modele",
  /** A struct of a client id that is not this person's. */
  "identifiant_etranger",
  /** The update needs an earlier one that never came; the page synchronises again and sends the whole. */
  "lacune",
  /** A struct with the id of another one, and other content. */
  "identifiant_en_double",
  /** The text is as large as a text may be: only what makes it smaller is taken. */
  "texte_plein",
  /** A ticket that the server did not make for this person, this document and this epoch. */
  "billet_refuse",
  /** More new ids of one person in an hour than anybody opens pages: it is tried again later. */
  "trop_d_identifiants",
  /** Presence that speaks for another page, or says more of this one than where it is: who it is, the server knows. */
  "presence_refusee",
  /** More bytes or structs in a while than anybody types: the page comes back in a moment. */
  "debit_depasse",
] as const;

export type LiveRefusal = (typeof LIVE_REFUSALS)[number];
