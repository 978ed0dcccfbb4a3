import type { GroupeRole } from "../../shared/domain/contrat.ts";
import type { AtelierInGroupe } from "../../shared/protocol/bodies/groupe.ts";
import { fullDate } from "./dates.ts";
import { rolesInWords } from "./groupes.ts";
import { counted, fr, frAll } from "./typography.ts";

/** The page of a groupe. */
export const GROUPE = frAll({
  loading: "Chargement du groupe…",
  awaiting: "Ce qui attend le groupe",
  nothing: "Rien n'attend le groupe pour l'instant.",
  fiches: "Fiches",
  searchFiche: "Chercher une fiche du groupe",
  noFiche:
    "Ce groupe n'écrit encore aucune fiche. Créez la première : elle aura un numéro, et le groupe pourra l'écrire aussitôt.",
  noFicheYet: "Ce groupe n'écrit encore aucune fiche.",
  newFiche: "Nouvelle fiche",
  newFicheLede:
    "La fiche est créée vide. Son numéro est le premier libre de son axe ; son intitulé s'écrit dans la fiche.",
  creatingFiche: "Création de la fiche…",
  createFiche: "Créer la fiche et l'ouvrir",
  axe: "Axe ou objectif",
  chooseAxe: "Choisissez sous quel axe ou objectif ranger la fiche.",
  noAxe:
    "Le contrat n'a encore aucun axe. La coordination en crée dans les réglages, puis les fiches peuvent y être rangées.",
  throwFiche: "Mettre à la corbeille",
  throwFicheTitle: "Mettre cette fiche à la corbeille ?",
  throwFicheMeans:
    "Plus personne ne pourra la lire ni l'écrire. Son texte est gardé trente jours : d'ici là, le pilote et la coordination peuvent la remettre à sa place. Ensuite, elle est effacée.",
  throwing: "Mise à la corbeille…",
  thrown: "La fiche est dans la corbeille pour trente jours.",
});

/** Its meetings. */
export const REUNIONS = frAll({
  title: "Réunions",
  toCome: "À venir",
  past: "Passées",
  none: "Aucune réunion n'est prévue. Prévoir une réunion la montre à tout le groupe, avec son ordre du jour.",
  plan: "Prévoir une réunion",
  planning: "Enregistrement de la réunion…",
  planned: "La réunion est prévue ; tout le groupe la voit.",
  change: "Modifier la réunion",
  changed: "La réunion est modifiée.",
  cancel: "Annuler la réunion",
  cancelTitle: "Annuler cette réunion ?",
  cancelMeans:
    "Elle disparaît pour tout le groupe, avec ses notes s'il y en a. Les notes ne pourront pas être retrouvées.",
  cancelling: "Annulation…",
  cancelled: "La réunion est annulée.",
  day: "Jour",
  time: "Heure",
  lieu: "Lieu",
  lieuHint: "Par exemple « Maison de santé, salle 2 ».",
  lien: "Lien de visioconférence",
  lienHint: "L'adresse entière, qui commence par https://.",
  agenda: "Ordre du jour",
  agendaHint: "Un point par ligne.",
  noPlace: "Lieu à préciser",
  join: "Rejoindre la visioconférence",
  dayMissing: "Indiquez le jour.",
  timeMissing: "Indiquez l'heure.",
  wrongLink: "Écrivez l'adresse entière du lien, par exemple https://visio.exemple.fr/groupe.",
  tooManyPoints: "Trente points au plus, de 300 caractères au plus chacun.",
  presence: "Noter les présences",
  presenceTitle: "Qui était là ?",
  notePresence: "Enregistrer les présences",
  presenceNoted: "Les présences sont enregistrées.",
  present: "Présent",
  excused: "Excusé",
  absent: "Non noté",
  allPast: "Montrer toutes les réunions passées",
  others: "Autres personnes venues, qui ne sont pas du groupe",
  othersWrong: "Écrivez un nombre, de 0 à 1000.",
  noPresence: "Présences non notées.",
  openNotes: "Prendre des notes ensemble",
  readNotes: "Notes de la réunion",
  opening: "Ouverture des notes…",
  noNotes: "Personne n'a encore pris de notes.",
});

/** Who is in it. */
export const GROUPE_MEMBRES = frAll({
  title: "Membres",
  caption: "Les membres du groupe, ce qu'ils y font et pour qui ils parlent",
  nom: "Nom",
  organisation: "Au nom de",
  roles: "Dans ce groupe",
  acts: "Agir",
  search: "Chercher un membre",
  none: "Ce groupe n'a encore personne. Invitez d'abord son pilote : c'est lui qui conduira l'écriture.",
  invite: "Inviter des personnes",
  add: "Ajouter un membre du contrat",
  addLede: "Pour une personne qui est déjà dans ce contrat. Les autres s'invitent par courriel.",
  person: "Personne",
  choosePerson: "Choisissez une personne.",
  nobodyLeft: "Tous les membres du contrat sont déjà dans ce groupe. Les autres personnes s'invitent par courriel.",
  role: "À quel titre",
  chooseRole: "Choisissez au moins un titre. Pour faire sortir la personne du groupe, utilisez « Retirer ».",
  changeLede: "Le changement vaut tout de suite, y compris dans les fiches que cette personne a ouvertes.",
  theyRead: "Cette personne lira :",
  removeMeans:
    "Elle ne pourra plus lire ni écrire les brouillons du groupe. Ce qu'elle a écrit reste, sous son nom. Elle reste membre du contrat.",
  added: "La personne est dans le groupe.",
  changed: "Le changement est fait.",
  removed: "La personne n'est plus dans le groupe.",
});

/** What each role gives, for whoever chooses one. */
export const GROUPE_ROLE_MEANINGS: Readonly<Record<GroupeRole, string>> = frAll({
  pilote: "Pilote : répond de l'action, conduit l'écriture, gère le groupe",
  copilote: "Copilote : conduit l'écriture avec le pilote, gère le groupe",
  partenaire: "Partenaire : écrit les fiches",
  habitant: "Habitante ou habitant : lit et commente, écrit si le groupe l'a voulu",
  habitant_atelier: "Venu par un atelier : lit et commente, sans écrire",
});

/** Who asks to join. */
export const DEMANDES = frAll({
  title: "Demandes pour rejoindre le groupe",
  none: "Personne n'attend de réponse.",
  accept: "Accepter",
  accepting: "Réponse…",
  decline: "Ne pas accepter",
  as: "Accepter comme",
  accepted: "La personne est dans le groupe.",
  declined: "La demande est retirée.",
});

/** The call to join. */
export const APPEL = frAll({
  title: "Appel à rejoindre le groupe",
  means:
    "Quand l'appel est ouvert, tous les membres du contrat voient ce groupe et son texte, et peuvent demander à le rejoindre. Vous répondez à chaque demande.",
  open: "L'appel est ouvert",
  text: "Ce que vous cherchez",
  textHint: "Qui, pour faire quoi, combien de temps. Les membres du contrat le liront.",
  textMissing: "Écrivez ce que le groupe cherche : c'est ce que les personnes liront avant de demander.",
  saved: "L'appel est enregistré.",
});

/** The code of a workshop. */
export const ATELIERS = frAll({
  title: "Code d'atelier",
  means:
    "Un code à lire à voix haute pendant un atelier. Qui l'entre rejoint le groupe comme habitant : il lit et commente, sans écrire, et sans donner d'adresse électronique.",
  make: "Faire un code",
  making: "Fabrication du code…",
  jours: "Valable combien de jours",
  usages: "Combien de personnes au plus",
  joursWrong: "De 1 à 30 jours.",
  usagesWrong: "De 1 à 500 personnes.",
  readAloud: "Le code de l'atelier",
  onlyOnce:
    "Ce code n'est montré qu'ici et maintenant : nous n'en gardons qu'une empreinte. Notez-le, ou laissez cette page ouverte pendant l'atelier.",
  address: "À l'adresse",
  done: "J'ai noté le code",
  spelled: "Lettre par lettre",
  given: "Codes donnés",
  none: "Aucun code n'a été fait.",
  madeOn: "Code du",
  close: "Fermer le code",
  closeTitle: "Fermer ce code ?",
  closeMeans: "Plus personne ne pourra entrer avec lui. Les personnes déjà venues restent dans le groupe.",
  closing: "Fermeture…",
  closed: "Le code est fermé.",
});

const ATELIER_STATES: Readonly<Record<AtelierInGroupe["etat"], string>> = frAll({
  ouvert: "Ouvert",
  expire: "Expiré",
  ferme: "Fermé",
  epuise: "Complet",
});

/** « Ouvert jusqu'au 12 mars 2026 à 18 h 00. 4 personnes venues sur 60. » */
export function atelierSentence({ etat, expireLe, usages, usagesMax }: AtelierInGroupe): string {
  const until = etat === "ouvert" ? ` jusqu'au ${fullDate(expireLe)}` : "";
  const came = usages === 0 ? "Personne n'est encore venu" : `${counted(usages, "personne venue", "personnes venues")}`;
  return fr(`${ATELIER_STATES[etat]}${until}. ${came} sur ${usagesMax}.`);
}

/** Its settings. */
export const GROUPE_SETTINGS = frAll({
  nom: "Nom du groupe",
  rename: "Renommer",
  renamed: "Le groupe est renommé.",
  writing: "L'écriture par les habitants",
  writingMeans:
    "Par défaut, les habitants écrivent les fiches avec le groupe. Sinon, ils lisent, commentent et proposent ; le pilote, les partenaires et la coordination écrivent.",
  habitantsEcrivent: "Les habitants écrivent les fiches",
  writingHint: "Le changement vaut tout de suite, y compris dans les fiches ouvertes. Chaque habitant le lira.",
  writingSaved: "C'est enregistré. Les habitants du groupe en sont prévenus.",
  throw: "Mettre le groupe à la corbeille",
  throwMeans:
    "Le groupe, ses fiches, ses réunions et leurs notes ne seront plus visibles de personne. La coordination peut les remettre à leur place pendant trente jours ; ensuite, ils sont effacés.",
  throwTitle: "Mettre ce groupe à la corbeille ?",
  throwing: "Mise à la corbeille…",
});

/** « 3 personnes demandent à rejoindre le groupe. » */
export function demandesSentence(count: number): string {
  return count === 1
    ? "Une personne demande à rejoindre le groupe."
    : `${counted(count, "personne")} demandent à rejoindre le groupe.`;
}

/** « 8 présents, 2 excusés et 3 autres personnes. » */
export function presenceSentence(presents: number, excuses: number, autres: number): string {
  const parts = [
    presents === 0 ? "Personne du groupe" : counted(presents, "présent"),
    ...(excuses === 0 ? [] : [counted(excuses, "excusé")]),
    ...(autres === 0 ? [] : [counted(autres, "autre personne", "autres personnes")]),
  ];
  return `${new Intl.ListFormat("fr-FR").format(parts)}.`;
}

/** What somebody reads when their roles in a groupe changed. */
export function rolesChanged(groupe: string, roles: readonly GroupeRole[]): string {
  if (roles.length === 0) return fr(`Vous n'êtes plus membre du groupe « ${groupe} ».`);
  return fr(`Dans le groupe « ${groupe} », vous êtes maintenant : ${rolesInWords(roles)}.`);
}

/** The notes of a meeting. */
export const NOTES = frAll({
  title: "Notes de la réunion",
  loading: "Chargement des notes…",
  help: "Ce qui s'est dit, ce qui est décidé, qui fait quoi et pour quand. Tout le groupe écrit ici en même temps.",
  notYet: "Les notes ne sont pas encore sur cet appareil. Elles viendront dès que le réseau sera revenu.",
  noMeeting: "Cette réunion n'existe plus : elle a été annulée, avec ses notes.",
  back: "Revenir au groupe",
});

/** « Montrer les 12 autres »: what else awaits a groupe. */
export function showOtherAwaiting(count: number): string {
  return count === 1 ? "Montrer l’autre" : `Montrer les ${counted(count, "autre")}`;
}
