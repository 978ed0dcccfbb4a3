import type { ContratRole } from "../../shared/domain/contrat.ts";
import type { OrganisationKind } from "../../shared/domain/organisation.ts";
import { CONTRAT_ROLE_LABELS } from "./roles.ts";
import { fr, frAll, listed } from "./typography.ts";

/** Who is in a contrat. */
export const MEMBRES = frAll({
  title: "Membres",
  lede: "Toutes les personnes du contrat, leur organisation et ce qu'elles y font.",
  loading: "Chargement des membres…",
  people: "Personnes",
  caption: "Les membres du contrat",
  nom: "Nom",
  organisation: "Au nom de",
  roles: "Dans le contrat",
  groupes: "Groupes",
  acts: "Agir",
  search: "Chercher une personne, une organisation ou un groupe",
  noRole: "Aucun titre dans tout le contrat",
  noGroupe: "Aucun groupe",
  alone: "Vous êtes seul dans ce contrat pour l'instant. Invitez d'abord les pilotes des groupes.",
  invite: "Inviter des personnes",
  changeLede: "Le changement vaut tout de suite, y compris dans les fiches que cette personne a ouvertes.",
  rolesLegend: "Dans tout le contrat",
  theyRead: "Cette personne lira :",
  changed: "Le changement est fait.",
  remove: "Retirer du contrat",
  removeMeans:
    "Elle perd tous ses titres, dans le contrat et dans ses groupes, tout de suite. Ce qu'elle a écrit reste, sous son nom. Vous pourrez l'inviter à nouveau.",
  removed: "La personne n'est plus dans le contrat.",
  handover: "Transmettre la coordination",
  handoverMeans:
    "La personne choisie coordonne le contrat à votre place, tout de suite. Vous restez membre du contrat, sans en être la coordination : vous ne pourrez plus gérer ni les membres ni le plan.",
  handoverTo: "À qui",
  handoverChoose: "Choisissez la personne qui coordonnera le contrat.",
  handoverAct: "Transmettre la coordination",
  handingOver: "Transmission…",
  handoverNobody: "Il faut une autre personne dans le contrat. Invitez d'abord celle qui vous succédera.",
  leave: "Quitter le contrat",
  leaveMeans:
    "Vous perdez tous vos titres dans ce contrat, et ne lirez plus ses brouillons. Ce que vous avez écrit reste, sous votre nom.",
  leaveTitle: "Quitter ce contrat ?",
  leaving: "Départ…",
});

/** The organisations of a contrat. */
export const ORGANISATIONS = frAll({
  title: "Organisations",
  lede: "Au nom de qui les personnes parlent, et qui signe le contrat. Chaque personne parle pour une organisation dans ce contrat.",
  loading: "Chargement des organisations…",
  none: "Aucune organisation n'est encore connue. Ajoutez le porteur du contrat, puis ses principaux partenaires.",
  list: "Organisations du contrat",
  caption: "Les organisations du contrat",
  nom: "Nom",
  kind: "Nature",
  siret: "SIRET",
  siretHint: "Quatorze chiffres. Il évite de confondre deux structures du même nom.",
  siretWrong:
    "Ce n'est pas un SIRET : quatorze chiffres, dont le dernier contrôle les autres. Laissez vide si vous ne l'avez pas.",
  acts: "Agir",
  search: "Chercher une organisation",
  add: "Ajouter une organisation",
  nomMissing: "Donnez le nom de l'organisation.",
  added: "L'organisation est ajoutée.",
  changed: "L'organisation est modifiée.",
  removed: "L'organisation est retirée.",
  removeTitle: "Retirer cette organisation ?",
  removeMeans: "Cela n'est possible que si personne ne parle en son nom et si elle ne signe pas le contrat.",
  unknownSiret: "Non indiqué",
});

export const ORGANISATION_KIND_LABELS: Readonly<Record<OrganisationKind, string>> = frAll({
  collectivite: "Collectivité territoriale",
  etat: "Service de l'État",
  agence_regionale_de_sante: "Agence régionale de santé",
  assurance_maladie: "Assurance maladie",
  etablissement_de_sante: "Établissement de santé",
  professionnels_de_sante: "Professionnels de santé",
  medico_social: "Médico-social",
  education: "Éducation et recherche",
  association: "Association",
  habitants: "Collectif d'habitants",
  autre: "Autre",
});

/** What somebody reads when their roles in the whole contrat changed. */
export function contratRolesChanged(roles: readonly ContratRole[]): string {
  if (roles.length === 0) return fr("Vous n'avez plus de titre dans tout le contrat. Vos groupes ne changent pas.");
  return fr(`Dans le contrat, vous êtes maintenant : ${contratRolesInWords(roles)}.`);
}

/** « coordination du contrat et comité technique ». */
export function contratRolesInWords(roles: readonly ContratRole[]): string {
  return listed(roles.map((role) => lowered(CONTRAT_ROLE_LABELS[role])));
}

/** « Retirer Anne Le Goff du contrat ? » */
export function removeFromContrat(nom: string): string {
  return fr(`Retirer ${nom} du contrat ?`);
}

function lowered(words: string): string {
  return words.charAt(0).toLocaleLowerCase("fr-FR") + words.slice(1);
}
