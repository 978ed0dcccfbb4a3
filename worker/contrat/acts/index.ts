import type { Act } from "../act.ts";
import { openAtelier, shutAtelier } from "./ateliers.ts";
import { bringBackFiche, bringBackGroupe, discardFiche, discardGroupe } from "./corbeille.ts";
import { exportContrat } from "./export.ts";
import {
  answerDemande,
  askToJoin,
  changeAppel,
  changeGroupeRoles,
  changeHabitantsEcrivent,
  changeNomOfGroupe,
  createGroupe,
} from "./groupes.ts";
import { changeIdentite, changePartage, changeSignataires, changeSlug, passStade } from "./identite.ts";
import {
  dismissMail,
  inviteList,
  inviteOne,
  remindInvitation,
  sendMailAgain,
  withdrawInvitation,
} from "./invitations.ts";
import {
  changeInstance,
  changeMembre,
  changePresidence,
  createOrganisation,
  deleteOrganisation,
  dismissMembre,
  handOverCoordination,
  leaveContrat,
  updateOrganisation,
} from "./membres.ts";
import { createAxe, createFiche, deleteAxe, giveFiche, moveAxe, moveFiche, renameAxe } from "./plan.ts";
import { createReunion, deleteReunion, notePresence, openNotes, updateReunion } from "./reunions.ts";

/** Every act that somebody may ask of a contrat, by its code: who may, and what it does. */
export const ACTS = {
  changer_identite: changeIdentite,
  changer_slug: changeSlug,
  passer_stade: passStade,
  changer_signataires: changeSignataires,
  changer_partage: changePartage,
  ajouter_axe: createAxe,
  renommer_axe: renameAxe,
  deplacer_axe: moveAxe,
  retirer_axe: deleteAxe,
  creer_fiche: createFiche,
  placer_fiche: moveFiche,
  confier_fiche: giveFiche,
  jeter_fiche: discardFiche,
  restaurer_fiche: bringBackFiche,
  creer_organisation: createOrganisation,
  changer_organisation: updateOrganisation,
  retirer_organisation: deleteOrganisation,
  creer_groupe: createGroupe,
  renommer_groupe: changeNomOfGroupe,
  changer_ecriture_habitants: changeHabitantsEcrivent,
  changer_appel: changeAppel,
  demander_groupe: askToJoin,
  repondre_demande: answerDemande,
  changer_membre_groupe: changeGroupeRoles,
  jeter_groupe: discardGroupe,
  restaurer_groupe: bringBackGroupe,
  prevoir_reunion: createReunion,
  changer_reunion: updateReunion,
  annuler_reunion: deleteReunion,
  noter_presence: notePresence,
  ouvrir_notes: openNotes,
  changer_instance: changeInstance,
  changer_presidence: changePresidence,
  changer_membre: changeMembre,
  retirer_membre: dismissMembre,
  quitter_contrat: leaveContrat,
  transmettre_coordination: handOverCoordination,
  inviter: inviteOne,
  inviter_liste: inviteList,
  relancer_invitation: remindInvitation,
  retirer_invitation: withdrawInvitation,
  renvoyer_courriel: sendMailAgain,
  ecarter_courriel: dismissMail,
  ouvrir_atelier: openAtelier,
  fermer_atelier: shutAtelier,
  telecharger_contrat: exportContrat,
};

export type ActName = keyof typeof ACTS;

/** What is asked, and what is answered, of each act. */
export type InputOf<Name extends ActName> = (typeof ACTS)[Name] extends Act<infer Input, infer _> ? Input : never;
export type AnswerOf<Name extends ActName> = (typeof ACTS)[Name] extends Act<infer _, infer Answer> ? Answer : never;

/** An act as it is asked of a contrat. */
export type ActRequest = { [Name in ActName]: { readonly acte: Name; readonly input: InputOf<Name> } }[ActName];
