import type { JournalActe, JournalEntry } from "../../shared/domain/journal.ts";
import { CONTRAT_NAV } from "./contrat-nav.ts";
import { fullDate } from "./dates.ts";
import { fullDay } from "./days.ts";
import { ETAT_LABELS, STADE_LABELS } from "./etats.ts";
import { INSTANCE_KIND_LABELS } from "./instances.ts";
import { CONTRAT_ROLE_LABELS, GROUPE_ROLE_LABELS } from "./roles.ts";
import { counted, fr, frAll, listed } from "./typography.ts";

/** The journal of a contrat. */
export const JOURNAL = frAll({
  title: "Journal",
  lede: "Tout ce qui a été fait dans le contrat : qui, quoi, quand, sur qui. Rien ne s'y efface.",
  loading: "Chargement du journal…",
  list: "Ce qui a été fait",
  filters: "Filtrer",
  acte: "Quoi",
  allActes: "Tout",
  personne: "Qui a agi, ou sur qui",
  allPeople: "Tout le monde",
  groupe: "Groupe",
  allGroupes: "Tous les groupes",
  depuis: "À partir du",
  jusquau: "Jusqu'au",
  clear: "Tout montrer",
  none: "Rien ne correspond à ces filtres.",
  empty: "Rien n'a encore été fait.",
  more: "Montrer la suite",
  moreLoading: "Chargement de la suite…",
  byItself: "Sans intervention",
  checkTitle: "Vérifier que rien n'a été changé",
  checkMeans:
    "Chaque entrée porte une empreinte calculée avec celle d'avant : changer ou retirer une entrée ancienne se verrait. Gardez la dernière empreinte ailleurs : elle montrera aussi si la fin a été coupée.",
  check: "Vérifier maintenant",
  checking: "Vérification…",
  last: "Dernière empreinte",
  file: "Télécharger le journal",
});

/** What each act is called, for the filter. */
export const ACTE_LABELS: Readonly<Record<JournalActe, string>> = frAll({
  creer_contrat: "Création du contrat",
  changer_identite: "Changement de l'identité du contrat",
  changer_slug: "Changement de l'adresse",
  passer_stade: "Changement d'étape",
  changer_signataires: "Changement des signataires",
  changer_partage: "Changement du partage",
  ajouter_axe: "Ajout au plan",
  renommer_axe: "Nouveau libellé dans le plan",
  deplacer_axe: "Déplacement dans le plan",
  retirer_axe: "Retrait du plan",
  creer_fiche: "Création d'une fiche",
  placer_fiche: "Rangement d'une fiche",
  confier_fiche: "Fiche confiée à un autre groupe",
  changer_etat_fiche: "Changement d'état d'une fiche",
  jeter_fiche: "Fiche mise à la corbeille",
  restaurer_fiche: "Fiche reprise de la corbeille",
  purger_fiche: "Fiche effacée",
  creer_organisation: "Ajout d'une organisation",
  changer_organisation: "Changement d'une organisation",
  retirer_organisation: "Retrait d'une organisation",
  creer_groupe: "Création d'un groupe",
  renommer_groupe: "Nouveau nom d'un groupe",
  changer_ecriture_habitants: "Écriture par les habitants",
  changer_appel: "Appel à rejoindre un groupe",
  demander_groupe: "Demande pour rejoindre un groupe",
  repondre_demande: "Réponse à une demande",
  changer_membre_groupe: "Changement dans un groupe",
  jeter_groupe: "Groupe mis à la corbeille",
  restaurer_groupe: "Groupe repris de la corbeille",
  purger_groupe: "Groupe effacé",
  prevoir_reunion: "Réunion prévue",
  changer_reunion: "Réunion modifiée",
  annuler_reunion: "Réunion annulée",
  noter_presence: "Présences notées",
  ouvrir_notes: "Notes ouvertes",
  changer_instance: "Changement d'une instance",
  changer_presidence: "Changement de présidence",
  changer_membre: "Changement d'un membre",
  retirer_membre: "Retrait d'un membre",
  quitter_contrat: "Départ d'un membre",
  transmettre_coordination: "Transmission de la coordination",
  fermer_compte: "Fermeture d'un compte",
  joindre_comptes: "Réunion de deux comptes",
  inviter: "Invitation",
  relancer_invitation: "Invitation renvoyée",
  retirer_invitation: "Invitation retirée",
  accepter_invitation: "Invitation acceptée",
  ecarter_courriel: "Courriel non remis, vu",
  ouvrir_atelier: "Code d'atelier donné",
  fermer_atelier: "Code d'atelier fermé",
  rejoindre_atelier: "Arrivée par un atelier",
  telecharger_contrat: "Copie du contrat téléchargée",
});

type Names = Readonly<Record<string, string>>;

/** On whom and on what an entry is, in words: « Groupe : Accès aux soins ». Nothing when the act says it all. */
export function subjectWords({ sur, detail }: Pick<JournalEntry, "sur" | "detail">, noms: Names): readonly string[] {
  const named = (id: string | undefined, gone: string) => (id === undefined ? null : (noms[id] ?? gone));
  const instance = Object.entries(INSTANCE_KIND_LABELS).find(([kind]) => kind === sur.instance)?.[1];
  const parts: (string | null)[] = [
    labelled("Personne", named(sur.personne, CONTRAT_NAV.formerMembre.toLowerCase())),
    labelled("Groupe", named(sur.groupe, "groupe effacé")),
    // Of a meeting, it is the text of its notes, which has no name of its own.
    sur.reunion === undefined ? labelled("Fiche", named(sur.fiche, "fiche effacée")) : null,
    labelled("Dans le plan", named(sur.axe, "élément retiré")),
    labelled("Organisation", named(sur.organisation, "organisation retirée")),
    labelled("Instance", instance ?? null),
    ...detailWords(detail),
  ];
  return parts.filter((part) => part !== null);
}

/** « Personne : Anne Le Goff », or nothing. */
function labelled(label: string, words: string | null): string | null {
  return words === null ? null : fr(`${label} : ${words}`);
}

function detailWords(detail: JournalEntry["detail"]): (string | null)[] {
  const { stade, jour, etat, roles, role, ouverte, ouvert, moment, jours, usages } = detail;
  const given = Array.isArray(roles) ? roles : role === undefined ? null : [role];
  return [
    typeof stade === "string" && isKey(STADE_LABELS, stade) ? labelled("Étape", STADE_LABELS[stade]) : null,
    typeof jour === "string" ? labelled("Jour", fullDay(jour)) : null,
    typeof etat === "string" && isKey(ETAT_LABELS, etat) ? labelled("État", ETAT_LABELS[etat]) : null,
    given === null ? null : labelled("Titres", rolesWords(given)),
    typeof ouverte === "boolean" ? labelled("Les habitants", ouverte ? "écrivent" : "lisent et commentent") : null,
    typeof ouvert === "boolean" ? labelled("Appel", ouvert ? "ouvert" : "fermé") : null,
    typeof moment === "number" ? labelled("Date", fullDate(moment)) : null,
    typeof jours === "number" ? labelled("Durée", counted(jours, "jour")) : null,
    typeof usages === "number" ? labelled("Au plus", counted(usages, "personne")) : null,
  ];
}

function rolesWords(roles: readonly unknown[]): string {
  const labels = { ...CONTRAT_ROLE_LABELS, ...GROUPE_ROLE_LABELS };
  const words = roles.flatMap((role) => (typeof role === "string" && isKey(labels, role) ? [labels[role]] : []));
  return words.length === 0 ? "aucun" : listed(words).toLowerCase();
}

function isKey<Key extends string>(table: Readonly<Record<Key, string>>, key: string): key is Key {
  return Object.hasOwn(table, key);
}

/** Whether the chain holds, in a sentence. */
export function checkSentence(entrees: number, rompueA: number | null): string {
  if (rompueA === null) return fr(`Rien n'a été changé : les ${counted(entrees, "entrée")} se suivent.`);
  return fr(`L'entrée ${rompueA} ne suit pas celle d'avant : le journal a été changé à partir de là.`);
}

/** What was thrown away. */
export const CORBEILLE = frAll({
  title: "Corbeille",
  lede: "Une fiche ou un groupe mis ici par erreur peut reprendre sa place pendant trente jours. Ensuite, tout est effacé.",
  loading: "Chargement de la corbeille…",
  empty: "La corbeille est vide.",
  fiches: "Fiches",
  groupes: "Groupes",
  restore: "Remettre à sa place",
  restoring: "Reprise…",
  restored: "C'est revenu à sa place.",
  untitled: "Sans intitulé",
});

/** « Il reste 12 jours. » `now` and `until` in milliseconds since 1970. */
export function daysLeft(until: number, now: number): string {
  const days = Math.floor((until - now) / (24 * 3_600_000));
  if (days < 1) return fr("Il reste moins d'un jour.");
  return fr(`Il reste ${counted(days, "jour")}.`);
}

/** « Mis ici par Anne Le Goff le 12 mars 2026 à 14 h 05. » */
export function thrownBy(par: string | null, le: number): string {
  return fr(`Mis ici par ${par ?? CONTRAT_NAV.formerMembre.toLowerCase()} le ${fullDate(le)}.`);
}

/** The whole contrat, to take along. */
export const COPIE = frAll({
  title: "Copie du contrat",
  lede: "Tout le contrat dans un fichier, à tout moment : vous ne dépendez pas de ce site.",
  what: "Ce que contient le fichier",
  fiches:
    "Toutes les fiches et les notes de réunion, lisibles dans un navigateur (HTML), et pour un logiciel (JSON), avec tout leur historique",
  people: "Les membres, leurs titres, les organisations, les groupes, les réunions et les instances",
  plan: "Le plan, l'identité du contrat, ses signataires et ce qu'il partage",
  journal: "Le journal entier",
  warning:
    "Le fichier contient des données personnelles et des brouillons. Gardez-le là où seules les personnes qui doivent le lire y ont accès. Le téléchargement est noté dans le journal.",
  download: "Télécharger tout le contrat (archive zip)",
});
