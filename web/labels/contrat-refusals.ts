import type { PolicyRefusal } from "../../shared/policy/refusals.ts";
import type { ContratRefusal } from "../../shared/protocol/contrat-refusals.ts";
import { ATELIER_CODE_REFUSALS } from "./atelier-refusals.ts";
import { WRITE_REFUSAL_LABELS } from "./refusals.ts";
import { frAll } from "./typography.ts";

/** Why an act in a contrat was refused, and what to do now. */
export const CONTRAT_REFUSAL_LABELS: Readonly<Record<ContratRefusal, string>> = frAll({
  acces_retire:
    "Vous n'êtes plus membre de ce contrat. Sa coordination peut vous dire pourquoi et vous y inviter à nouveau.",
  slug_pris: "Un autre contrat a déjà cette adresse, ou l'a eue. Choisissez-en une autre.",
  stade_deja: "Le contrat est déjà à cette étape. Rechargez la page pour la voir.",
  axe_inconnu: "Cet axe ou cet objectif n'existe plus. Rechargez la page, puis choisissez-en un autre.",
  axe_occupe:
    "Des fiches ou des objectifs en dépendent encore, parfois dans la corbeille. Déplacez-les d'abord, puis retirez-le.",
  axe_dans_lui_meme: "Un axe ou un objectif ne peut pas être rangé sous lui-même. Choisissez une autre place.",
  plan_trop_profond:
    "Le plan a trois niveaux au plus : un axe, ses objectifs et les leurs. Choisissez une place plus haut.",
  numero_pris: "Une autre fiche porte déjà ce numéro. Choisissez-en un autre.",
  fiche_inconnue: "Une des fiches choisies n'existe plus. Rechargez la page, puis choisissez à nouveau.",
  organisation_inconnue: "Cette organisation n'existe plus. Rechargez la page, puis choisissez-en une autre.",
  organisation_existe: "Une organisation porte déjà ce nom dans ce contrat. Prenez celle-là, ou écrivez un autre nom.",
  organisation_utilisee:
    "Des personnes parlent en son nom, ou elle signe le contrat. Changez cela d'abord, puis retirez-la.",
  groupe_inconnu: "Ce groupe n'existe plus. Rechargez la page, puis choisissez-en un autre.",
  groupe_existe: "Un groupe porte déjà ce nom dans ce contrat. Écrivez un autre nom.",
  region_inconnue: "Cette région n'existe plus. Rechargez la page, puis choisissez à nouveau.",
  membre_inconnu: "Cette personne n'est plus membre. Rechargez la page pour voir qui l'est.",
  deja_membre: "Vous êtes déjà membre de ce groupe.",
  derniere_coordination:
    "Personne d'autre ne coordonne ce contrat. Transmettez d'abord la coordination à quelqu'un d'autre.",
  presidence_double: "La même personne ne peut pas présider et se remplacer elle-même. Choisissez deux personnes.",
  appel_ferme: "Ce groupe ne cherche plus de membres pour l'instant. Adressez-vous à la coordination du contrat.",
  invitation_inconnue: "Cette invitation n'existe pas. Demandez-en une autre à la coordination du contrat.",
  invitation_expiree: "Cette invitation a expiré. Demandez-en une autre à la coordination du contrat.",
  invitation_utilisee: "Cette invitation a déjà servi. Si c'est par vous, connectez-vous.",
  invitation_retiree: "Cette invitation a été retirée. La coordination du contrat peut vous dire pourquoi.",
  invitation_autre_adresse:
    "Cette invitation est pour une autre adresse que celles de votre compte. Ajoutez cette adresse à votre compte, ou déconnectez-vous.",
  invitation_compte_existant: "Un compte a déjà cette adresse. Connectez-vous d'abord, puis rouvrez l'invitation.",
  deja_invitee:
    "Cette adresse est déjà invitée ici au même titre, et l'invitation attend toujours. Vous pouvez la renvoyer ci-dessous.",
  trop_d_invitations:
    "Trop d'invitations attendent déjà dans ce contrat. Retirez celles qui ne servent plus, puis réessayez.",
  liste_invalide: "Rien n'a été envoyé : une ligne de la liste est à revoir. Les lignes sont indiquées ci-dessous.",
  ...ATELIER_CODE_REFUSALS,
});

/** Sentences for everything that a request about a contrat may be refused with, beside what any may meet. */
export const ACT_REFUSAL_LABELS: Readonly<Record<ContratRefusal | PolicyRefusal, string>> = {
  ...WRITE_REFUSAL_LABELS,
  ...CONTRAT_REFUSAL_LABELS,
};
