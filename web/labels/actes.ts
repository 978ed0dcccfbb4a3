import type { PolicyRefusal } from "../../shared/policy/refusals.ts";
import type { FicheActe } from "../../shared/workflow/acts.ts";
import type { WorkflowRefusal } from "../../shared/workflow/refusals.ts";
import { WRITE_REFUSAL_LABELS } from "./refusals.ts";
import { counted, fr, frAll } from "./typography.ts";
import { WORKFLOW_REFUSAL_LABELS } from "./workflow-refusals.ts";

/** What people do about a fiche, beside writing it. */
export const ACTES = frAll({
  title: "Ce que vous pouvez faire",
  others: "Autres gestes",
  sinceApproval: "Ce qui a changé depuis l'approbation",
  neverApproved: "Aucune version de cette fiche n'est approuvée : il n'y a rien à comparer.",
  draftNotRead:
    "Le groupe écrit une suite à la version approuvée. Vous la lirez quand il la mettra en relecture ou la soumettra.",
  ofDraft: "Soumettre, publier ou changer l'état de la fiche",
  submitting: "Envoi au comité technique…",
  submitted: "La version est soumise au comité technique. L'écriture peut continuer dans le brouillon.",
  frozenTitle: "Ce qui sera figé",
  frozenMeans:
    "Les mots tels qu'ils sont enregistrés maintenant. C'est sur eux, et sur eux seuls, que le comité technique donnera ses avis et décidera.",
  consequence:
    "Une version soumise ne peut plus être changée ni effacée. L'écriture continue dans le brouillon, sans toucher à ce qui est soumis ; pour que le comité technique lise de nouveaux mots, il faudra soumettre une autre version.",
  replaces:
    "La version en cours d'examen sera remplacée. Les avis déjà donnés ne compteront plus tant que leurs auteurs ne les auront pas confirmés ; les réserves restent.",
  missingTitle: "Sections encore vides",
  missingMeans: "Ces sections sont attendues par le comité technique. Remplissez-les d'abord :",
  overrideWho: "Seule la coordination du contrat peut soumettre malgré des sections vides, en disant pourquoi.",
  override: "Pourquoi soumettre malgré ces sections vides ?",
  overrideHint: "Cette raison sera gardée dans le journal de la fiche.",
  overrideMissing: "Dites pourquoi, ou remplissez d'abord ces sections.",
  pending:
    "Vos dernières modifications ne sont pas encore enregistrées : elles ne feraient pas partie de la version. Attendez « Enregistré ».",
  empreinte: "Empreinte",
  empreinteWhole: "Empreinte complète",
  empreinteMeans: "Calculée sur les mots : deux textes différents n'ont jamais la même empreinte.",
  withdrawing: "Retrait…",
  withdrawMeans:
    "Le comité technique ne l'examinera plus, et les avis donnés sur elle ne compteront pas. Elle reste lisible dans l'historique. Vous pourrez soumettre une autre version.",
  withdrawn: "La version est retirée : le comité technique ne l'examine plus.",
  withdrawWhy: "Pourquoi la retirer ?",
  withdrawWhyHint: "Le comité technique lira cette raison.",
  reason: "Écrivez la raison en une phrase.",
});

/** The acts that have one button and no question: what it says, what it changes, what is said once it is done. */
export const DRAFT_ACTES = {
  mettre_en_relecture: frAll({
    act: "Mettre en relecture",
    means: "Le comité technique et le comité de pilotage peuvent lire le brouillon. Le groupe peut toujours l'écrire.",
    done: "La fiche est en relecture.",
  }),
  reprendre_redaction: frAll({
    act: "Reprendre la rédaction",
    means: "Le brouillon redevient celui du groupe : le comité technique et le comité de pilotage ne le lisent plus.",
    done: "La fiche est de nouveau un brouillon.",
  }),
  clore: frAll({
    act: "Clore la fiche",
    means: "L'écriture est dite terminée, et plus aucune version ne peut être soumise. On peut rouvrir la fiche.",
    done: "La fiche est close.",
  }),
  rouvrir: frAll({
    act: "Rouvrir la fiche",
    means: "La fiche redevient un brouillon que le groupe écrit et peut soumettre.",
    done: "La fiche est rouverte.",
  }),
} as const;

/** « Soumettre la version 4 au comité technique ». */
export function submitAct(numero: number): string {
  return fr(`Soumettre la version ${numero} au comité technique`);
}

/** « Retirer la version 4 du comité technique ». */
export function withdrawAct(numero: number): string {
  return fr(`Retirer la version ${numero} du comité technique`);
}

/** « Publier la version 4 ». */
export function publishAct(numero: number | null): string {
  return fr(numero === null ? "Publier la fiche" : `Publier la version ${numero}`);
}

/** « Retirer la version 4 de la publication ». */
export function unpublishAct(numero: number | null): string {
  return fr(numero === null ? "Retirer la fiche de la publication" : `Retirer la version ${numero} de la publication`);
}

/** What a button says that it does. `numero`: the version that it is about, when there is one. */
export function acteWords(acte: FicheActe, numero: number | null): string {
  const version = numero === null ? "la version examinée" : `la version ${numero}`;
  switch (acte) {
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
      return DRAFT_ACTES[acte].act;
    case "soumettre":
      return submitAct(numero ?? 1);
    case "retirer":
      return fr(`Retirer ${version} du comité technique`);
    case "rendre_avis":
      return fr(`Donner mon avis sur ${version}`);
    case "confirmer_avis":
      return fr(`Confirmer ou changer mon avis sur ${version}`);
    case "deporter":
      return fr("Ne pas prendre part à l'examen");
    case "lever_reserve":
      return fr("Dire si ma réserve est levée");
    case "repondre_reserve":
      return fr("Répondre aux réserves du comité technique");
    case "relever_decision":
      return fr(`Relever la décision du comité technique sur ${version}`);
    case "valider":
    case "renvoyer":
      return fr(`Valider ou renvoyer ${version} au nom du comité de pilotage`);
    case "publier":
      return publishAct(numero);
    case "depublier":
      return unpublishAct(numero);
  }
}

/** What an act of the draft changes, in a sentence; null: its window says it. */
export function acteMeaning(acte: FicheActe): string | null {
  switch (acte) {
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
      return DRAFT_ACTES[acte].means;
    default:
      return null;
  }
}

/** « Voir ce qui a changé depuis la version 3 ». */
export function sinceVersion(numero: number): string {
  return fr(`Voir ce qui a changé depuis la version ${numero}`);
}

/** « 9 sections remplies sur 10 », with the intitulé: what a version would hold. */
export function frozenWords(filled: number, total: number): string {
  return fr(`L'intitulé, et ${counted(filled, "section remplie", "sections remplies")} sur ${total}.`);
}

/** A fingerprint that one can read aloud: « 7f3a 91c2 … e04b ». */
export function shortEmpreinte(empreinte: string): string {
  return `${empreinte.slice(0, 4)} ${empreinte.slice(4, 8)} … ${empreinte.slice(-4)}`;
}

/** The same whole, in groups of four. */
export function wholeEmpreinte(empreinte: string): string {
  return empreinte.replace(/(.{4})(?=.)/gu, "$1 ");
}

/** Sentences for everything that an act on a fiche may be refused with, beside what any request may meet. */
export const FICHE_ACT_REFUSAL_LABELS: Readonly<Record<WorkflowRefusal | PolicyRefusal, string>> = {
  ...WRITE_REFUSAL_LABELS,
  ...WORKFLOW_REFUSAL_LABELS,
};

/** While the server does not answer an act on a fiche, which is done once however often it is sent. */
export const UNHEARD_ACT = frAll({
  hors_ligne:
    "Le serveur ne répond pas. Vérifiez que vous êtes bien connecté à internet, puis réessayez : rien ne sera fait deux fois.",
});
