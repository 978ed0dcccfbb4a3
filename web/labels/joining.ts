import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import { ATELIER_CODE_REFUSALS } from "./atelier-refusals.ts";
import { fullDate } from "./dates.ts";
import { CONTRAT_ROLE_LABELS } from "./roles.ts";
import { fr, frAll } from "./typography.ts";

/** The first person of an empty instance. */
export const FIRST_ACCESS = frAll({
  title: "Ouvrir cette instance",
  loading: "Vérification de l'adresse…",
  lede: "Personne n'est encore ici : vous êtes la première personne, et vous l'administrerez.",
  means:
    "Administrer, c'est créer les contrats locaux de santé, nommer qui les coordonne et écrire les mentions légales. Cela n'ouvre aucun brouillon de fiche.",
  nom: "Vos prénom et nom",
  adresse: "Votre adresse électronique",
  adresseHint: "C'est par elle que vous reviendrez : relisez-la bien.",
  open: "Ouvrir l'instance et l'administrer",
  opening: "Ouverture de l'instance…",
  refusedTitle: "Cette adresse n'ouvre pas l'instance",
  cut: "Il manque la fin de l'adresse. Reprenez-la en entier là où le serveur l'a affichée.",
  signIn: "Se connecter",
});

/** An invitation. */
export const INVITATION = frAll({
  title: "Une invitation pour vous",
  loading: "Ouverture de l'invitation…",
  contrat: "Contrat local de santé",
  groupe: "Groupe de travail",
  role: "À quel titre",
  speakFor: "Au nom de qui participez-vous ?",
  speakForHint:
    "Une seule organisation par contrat, dans tous ses groupes. La vôtre n'y est pas ? Dites-le à la coordination.",
  speakForNobody: "En mon nom, ou aucune de celles-ci",
  organisationGone: "Cette organisation vient d'être retirée du contrat. Choisissez-en une autre.",
  adresse: "Adresse invitée",
  expires: "Valable jusqu'au",
  nom: "Vos prénom et nom",
  nomHint: "C'est ainsi que les autres vous verront.",
  seen: "Les membres du contrat verront votre nom, votre organisation et ce que vous écrirez.",
  accept: "Rejoindre",
  accepting: "Entrée dans le contrat…",
  asAccount: "Vous rejoindrez avec votre compte,",
  wrongElse: "Si autre chose n'est pas juste ici, acceptez quand même : la coordination le corrigera.",
  existing: "Un compte a déjà cette adresse. Entrez d'abord ; l'invitation vous attend ici.",
  otherTitle: "Cette invitation est pour une autre adresse",
  other:
    "Vous êtes connecté avec un compte qui n'a pas l'adresse invitée. Déconnectez-vous et rouvrez le lien du courriel, ou ajoutez cette adresse à votre compte.",
  toAccount: "Ajouter une adresse à mon compte",
  cutTitle: "Ce lien est incomplet",
  cut: "Il a peut-être été coupé en le copiant. Ouvrez-le depuis le courriel d'invitation.",
  unknownTitle: "Cette invitation n'existe pas",
  unknown:
    "Le lien a peut-être été coupé en le copiant, ou l'invitation a été effacée. Demandez-en une autre à la coordination du contrat.",
  expiredTitle: "Cette invitation a expiré",
  expired:
    "Elle n'est plus valable. Demandez à la coordination du contrat, ou à qui vous l'a envoyée, de vous inviter à nouveau.",
  usedTitle: "Cette invitation a déjà servi",
  used: "Si c'est vous qui l'avez acceptée, connectez-vous : le contrat est dans votre espace.",
  withdrawnTitle: "Cette invitation a été retirée",
  withdrawn: "La coordination du contrat l'a retirée. Si vous pensez que c'est une erreur, demandez-lui pourquoi.",
  signIn: "Se connecter",
  home: "Aller à l'accueil",
});

/** Coming with a workshop's code. */
export const ATELIER = frAll({
  title: "Rejoindre un atelier",
  lede: "Vous avez reçu un code pendant un atelier : il vous ouvre les fiches du groupe, pour les lire et en parler.",
  code: "Code de l'atelier",
  codeHint: "Huit lettres et chiffres, comme KF3R-8YAM. Grandes ou petites lettres, c'est pareil.",
  nom: "Votre nom, ou votre prénom",
  nomHint: "C'est ainsi que les autres personnes du groupe vous verront. Une adresse électronique n'est pas demandée.",
  consentTitle: "Ce qui sera gardé",
  consentKept: "Votre nom, et le fait que vous êtes venu à cet atelier.",
  consentSeen: "Les personnes du groupe de travail voient votre nom. Personne d'autre.",
  consentEnd: "Vous pouvez tout effacer vous-même, à tout moment, dans « Mon compte ».",
  consent: "J'ai compris, et je suis d'accord",
  consentMissing:
    "Cochez la case si vous êtes d'accord. Sans cela, rien n'est gardé de vous et vous ne pouvez pas entrer.",
  join: "Rejoindre le groupe",
  joining: "Entrée dans le groupe…",
  wrongCode: "Le code a huit lettres et chiffres. Relisez-le, ou faites-le relire à voix haute.",
  noReturn:
    "Sans adresse électronique, vous ne pourrez revenir que depuis cet appareil. Vous pourrez en ajouter une ensuite, dans « Mon compte ».",
  asAccount: "Vous rejoindrez avec votre compte,",
  which: "De quel contrat ?",
  whichMissing: "Écrivez le nom du contrat, comme dans l'adresse que l'on vous a donnée.",
  whichHint:
    "Écrivez les mots qui suivent « /atelier/ » dans l'adresse que l'on vous a donnée, par exemple pays-de-redon.",
  goOn: "Continuer",
});

/** Why a workshop's code does not let in. */
export const ATELIER_REFUSALS = frAll({
  ...ATELIER_CODE_REFUSALS,
  trop_d_essais: "Il y a eu trop d'essais. Attendez quelques minutes, puis réessayez.",
});

const ROLES: Readonly<Record<GroupeRole, string>> = frAll({
  pilote: "pilote : vous répondez de l'action et conduisez l'écriture de ses fiches",
  copilote: "copilote : vous conduisez l'écriture des fiches avec le pilote",
  partenaire: "partenaire : vous écrivez les fiches avec le groupe",
  habitant: "habitante ou habitant : vous lisez les fiches, et les écrivez si le groupe l'a voulu",
  habitant_atelier: "habitante ou habitant venu par un atelier : vous lisez les fiches et en parlez",
});

/** What somebody is invited to be, in words. */
export function roleInvited(role: ContratRole | GroupeRole): string {
  return isGroupeRole(role) ? ROLES[role] : CONTRAT_ROLE_LABELS[role].toLowerCase();
}

function isGroupeRole(role: ContratRole | GroupeRole): role is GroupeRole {
  return Object.hasOwn(ROLES, role);
}

/** « Nolwenn Kerbrat vous invite. » */
export function invitedBy(par: string | null): string {
  return par === null
    ? "Vous êtes invité à rejoindre un contrat local de santé."
    : `${par} vous invite à rejoindre un contrat local de santé.`;
}

/** Until when an invitation may be accepted. */
export function validUntil(expireLe: number): string {
  return fr(`${INVITATION.expires} ${fullDate(expireLe)}.`);
}
