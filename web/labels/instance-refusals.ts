import type { InstanceRefusal } from "../../shared/protocol/instance-refusals.ts";
import { frAll } from "./typography.ts";

/** Why an act on the instance was refused, and what to do. */
export const INSTANCE_REFUSAL_LABELS: Readonly<Record<InstanceRefusal, string>> = frAll({
  premier_acces_refuse:
    "Cette adresse n'ouvre pas cette instance. Elle a peut-être été coupée en la copiant : reprenez-la en entier là où le serveur l'a affichée.",
  premier_acces_perime:
    "Cette adresse n'était valable qu'une heure. La personne qui s'occupe du serveur peut en obtenir une nouvelle en le redémarrant.",
  premier_acces_utilise:
    "Quelqu'un a déjà ouvert cette instance : c'est cette personne qui l'administre. Si vous avez un compte, connectez-vous.",
  reserve_a_l_administration: "Seules les personnes qui administrent cette instance peuvent le faire.",
  derniere_administration:
    "Vous êtes la dernière personne à administrer cette instance : nommez quelqu'un d'autre d'abord.",
  personne_inconnue:
    "Personne n'a encore de compte avec cette adresse. Vérifiez-la. Une personne a un compte dès qu'elle a accepté une invitation dans un contrat.",
  slug_pris: "Un autre contrat a déjà cette adresse, ou l'a eue. Choisissez-en une autre.",
  contrat_coordonne:
    "Quelqu'un coordonne déjà ce contrat : c'est à cette personne d'en inviter d'autres, dans « Membres ».",
  deja_invitee: "Cette adresse est déjà invitée à coordonner ce contrat, et l'invitation attend toujours.",
  reglages_changes:
    "Quelqu'un a changé ces réglages pendant que vous les lisiez. Copiez ce que vous avez écrit, puis rechargez la page.",
});
