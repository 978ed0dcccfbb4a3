import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import type { ListErrorCode } from "../../shared/domain/invitation-list.ts";
import type { InvitationBody } from "../../shared/protocol/bodies/invitation.ts";
import { fullDate } from "./dates.ts";
import { CONTRAT_ROLE_LABELS, GROUPE_ROLE_LABELS } from "./roles.ts";
import { counted, fr, frAll } from "./typography.ts";

/** Inviting people. */
export const INVITING = frAll({
  title: "Invitations",
  lede: "Chaque personne reçoit un courriel avec un lien, valable trente jours. Elle n'a ni mot de passe ni logiciel à installer.",
  loading: "Chargement des invitations…",
  one: "Inviter une personne",
  list: "Inviter une liste de personnes",
  sent: "Invitations envoyées",
  adresse: "Adresse électronique",
  nom: "Prénom et nom",
  nomHint: "La personne pourra le corriger en arrivant.",
  organisation: "Au nom de quelle organisation",
  noOrganisation: "Je ne sais pas, ou aucune",
  role: "À quel titre",
  invite: "Envoyer l'invitation",
  inviting: "Envoi de l'invitation…",
  invited: "L'invitation est partie.",
  texte: "La liste",
  texteHint:
    "Une personne par ligne : une adresse seule, « Prénom Nom <adresse> », ou les colonnes d'un tableur (nom, adresse, organisation, titre), collées telles quelles.",
  listRole: "À quel titre, quand la ligne ne le dit pas",
  listMissing: "Collez au moins une adresse.",
  check: "Ce qui sera envoyé",
  checkCaption: "Les personnes reconnues dans la liste",
  line: "Ligne",
  errorsTitle: "Des lignes sont à revoir",
  errorsMeans:
    "Rien ne part tant qu'une ligne n'est pas comprise. Corrigez-les dans la liste : le contrôle se refait à mesure.",
  andMore: "Les lignes suivantes sont comprises aussi.",
  sendingList: "Envoi des invitations…",
  none: "Aucune invitation n'a encore été envoyée.",
  search: "Chercher une invitation",
  caption: "Les invitations, leur état et ce que l'on peut en faire",
  whom: "Personne invitée",
  place: "À quel titre",
  etat: "État",
  acts: "Agir",
  erased: "Adresse effacée",
  remind: "Renvoyer",
  reminding: "Envoi…",
  reminded: "L'invitation est repartie, avec un nouveau lien. L'ancien ne mène plus nulle part.",
  withdraw: "Retirer",
  withdrawing: "Retrait…",
  withdrawTitle: "Retirer cette invitation ?",
  withdrawMeans:
    "Le lien du courriel ne mènera plus nulle part, et nous effaçons l'adresse. Vous pourrez inviter à nouveau.",
  withdrawn: "L'invitation est retirée.",
  aGroupe: "un groupe",
  failed: "Courriel non remis",
  inContrat: "dans tout le contrat",
  wrongLength: "Collez au plus 200 personnes à la fois.",
});

/** What each role that is given in the whole contrat allows, for whoever chooses one. */
export const GIVEN_ROLE_MEANINGS = frAll({
  coordination: "Coordination : anime le contrat, lit et écrit tout, gère les membres",
  comite_technique: "Comité technique : examine les fiches à partir de leur relecture, donne des avis",
  copil: "Comité de pilotage : lit les versions soumises, valide par sa présidence",
  ars: "Agence régionale de santé : lit ce que le contrat partage",
  lecteur: "Lecture : lit ce que le contrat partage",
});

const LIST_ERRORS: Readonly<Record<ListErrorCode, string>> = frAll({
  adresse_absente: "il n'y a pas d'adresse électronique.",
  adresse_invalide: "l'adresse n'est pas entière, ou contient un signe de trop.",
  adresse_en_double: "cette adresse est déjà plus haut dans la liste.",
  deja_invitee: "cette adresse est déjà invitée au même titre, et l'invitation attend toujours.",
  nom_invalide: "le nom est trop long, ou contient un signe qui n'est pas d'un nom.",
  organisation_invalide: "le nom de l'organisation est trop long.",
  role_inconnu: "ce titre n'existe pas ici. Laissez la colonne vide pour prendre celui d'au-dessus.",
  trop_de_colonnes: "il y a plus de quatre colonnes.",
  liste_vide: "la liste est vide.",
  trop_de_personnes: "il y a plus de 200 personnes. Envoyez-la en plusieurs fois.",
});

/** « Ligne 3 : il n'y a pas d'adresse électronique. » */
export function listError(ligne: number, erreur: ListErrorCode): string {
  return fr(`Ligne ${ligne} : ${LIST_ERRORS[erreur]}`);
}

/** « 12 personnes reconnues. » */
export function recognised(count: number): string {
  return `${counted(count, "personne reconnue", "personnes reconnues")}.`;
}

/** « Envoyer 12 invitations »; without a figure while nobody is recognised. */
export function sendCount(count: number): string {
  return count === 0 ? "Envoyer les invitations" : `Envoyer ${counted(count, "invitation")}`;
}

/** « 12 invitations sont parties. 2 organisations ont été ajoutées au contrat. » */
export function listSent(invitations: number, organisations: number): string {
  const sent = invitations === 1 ? "1 invitation est partie." : `${counted(invitations, "invitation")} sont parties.`;
  if (organisations === 0) return sent;
  const made =
    organisations === 1
      ? "1 organisation a été ajoutée au contrat."
      : `${counted(organisations, "organisation")} ont été ajoutées au contrat.`;
  return `${sent} ${made}`;
}

/** Where an invitation stands, in a sentence. */
export function invitationState({ etat, expireLe, le }: Pick<InvitationBody, "etat" | "expireLe" | "le">): string {
  switch (etat) {
    case "envoyee":
      return fr(`Envoyée le ${fullDate(le)}, attend jusqu'au ${fullDate(expireLe)}`);
    case "courriel_en_echec":
      return fr("Le courriel n'a pas pu être remis : vérifiez l'adresse, retirez l'invitation et recommencez");
    case "expiree":
      return `Expirée depuis le ${fullDate(expireLe)}`;
    case "acceptee":
      return "Acceptée";
    case "retiree":
      return "Retirée";
  }
}

/** What somebody is invited to be, in words. */
export function invitedRole(role: ContratRole | GroupeRole): string {
  return role in GROUPE_ROLE_LABELS
    ? // Looked for just before.
      GROUPE_ROLE_LABELS[role as GroupeRole]
    : CONTRAT_ROLE_LABELS[role as ContratRole];
}
