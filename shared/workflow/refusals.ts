/**
 * Why an act on a fiche is refused though the person's rights allow it: the closed list, each with its status. Sentences
 * for people are in `web/labels/`.
 */
export const WORKFLOW_REFUSALS = {
  /** The draft is closed, or not in the etat that the act leaves. */
  etat_autre: 409,
  fiche_close: 409,
  /** The text changed since the screen showed it. */
  texte_change: 409,
  /** Nothing changed since the last version submitted. */
  rien_de_nouveau: 409,
  /** Required sections are empty: the coordination may go on, with a reason. */
  sections_manquantes: 422,
  /** Only the coordination may submit in spite of missing sections. */
  malgre_reserve_a_la_coordination: 403,
  version_inconnue: 404,
  /** The fingerprint is not that of this version: the screen showed something else. */
  empreinte_autre: 409,
  /** Another version took its place, or it was withdrawn. */
  version_depassee: 409,
  /** Its instruction is over: it was decided. */
  instruction_close: 409,
  /** Not approved by the comité technique yet. */
  non_approuvee: 409,
  raison_attendue: 422,
  reserve_attendue: 422,
  /** Réserves go with « favorable avec réserves ». */
  reserve_en_trop: 422,
  /** The words quoted are not in this part of this version. */
  passage_introuvable: 422,
  /** As many of the person's own as one may have on a fiche wait to be lifted. */
  trop_de_reserves: 409,
  reserve_inconnue: 404,
  reserve_levee: 409,
  /** The approval hangs on it, and the groupe said nothing of it yet. */
  reserve_sans_reponse: 409,
  avis_absent: 409,
  avis_deja_confirme: 409,
  deporte: 403,
  deja_deporte: 409,
  /** The same person did this very thing just before, in the same words. */
  deja_fait: 409,
  /** The person did more on this fiche within the hour than anybody does by hand. */
  trop_d_actes: 429,
  /** The rule does not allow to decide in writing. */
  pas_de_consultation_ecrite: 409,
  /** Somebody named as present does not sit in this body, or takes no part. */
  present_inconnu: 422,
  date_future: 422,
  /**
   * Before the version was submitted, before it was put off or, of the Copil, before the comité technique decided or the
   * last réserve was lifted.
   */
  date_trop_ancienne: 422,
  quorum_non_atteint: 409,
  /** The avis do not make the majority that the rule asks for. */
  majorite_non_atteinte: 409,
  /** They do: the decision cannot be to refuse. */
  majorite_favorable: 409,
  /** Approving without réserve: a réserve was not lifted. */
  reserves_non_levees: 409,
  /** Not validated by the Copil: it cannot be published. */
  non_validee: 409,
  deja_publiee: 409,
  /** Its summary in plain language is empty: it is published only with a reason. */
  resume_absent: 422,
  aucune_publication: 409,
  /** Another version is the one that everybody may read. */
  publication_autre: 409,
  /** Words to mask that are nowhere in this part, and never were. */
  rien_a_masquer: 409,
  /** What would be masked is no longer what the screen showed. */
  apercu_depasse: 409,
  /** The text is as large as a text may be: it cannot be made what it was. */
  texte_plein: 409,
} as const;

export type WorkflowRefusal = keyof typeof WORKFLOW_REFUSALS;
