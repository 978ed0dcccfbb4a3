/** What may be asked of `can` about a fiche: the closed list. */
export const CAPABILITIES = [
  /** Read the text while it is being written. */
  "lire_brouillon",
  /** See who wrote what, sitting by sitting. */
  "voir_historique",
  /** Read the text as it was at any moment of a sitting, not at its end alone. */
  "lire_moments",
  /** Read a version that was submitted. */
  "lire_version_soumise",
  /** Compare two versions. */
  "comparer",
  "commenter",
  "proposer_amendement",
  /** Change the text. */
  "ecrire",
  /** Accept or refuse an amendement: never one's own. */
  "trancher_amendement",
  "soumettre",
  /** Change a groupe: its membres, its settings, its meetings. */
  "gerer_groupe",
  "rendre_avis",
  /** Say that a reserve of one's own is answered. */
  "lever_reserve",
  /** Record what the comité technique decided. */
  "relever_decision",
  /** Validate in the name of the Copil. */
  "valider",
  /** Send back in the name of the Copil. */
  "renvoyer",
  "publier",
  /** Answer, hide or mask what others wrote. */
  "moderer",
  /** Mask words of a fiche for ever, in all that it ever was. */
  "caviarder",
  /** Change which sections a fiche has. */
  "gerer_grille",
  /** Change axes, objectifs, numbers. */
  "gerer_plan",
  "gerer_membres",
  "lire_journal",
  /** Read what was published. */
  "lire_publie",
  /** Read what the contrat shares with its ARS and its lecteurs. */
  "lire_partage",
] as const;

export type Capability = (typeof CAPABILITIES)[number];
