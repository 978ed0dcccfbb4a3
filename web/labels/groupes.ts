import type { GroupeRole } from "../../shared/domain/contrat.ts";
import { GROUPE_ROLE_LABELS } from "./roles.ts";
import { counted, fr, frAll, listed } from "./typography.ts";

/** The list of a contrat's groupes. */
export const GROUPES = frAll({
  title: "Groupes de travail",
  lede: "Un groupe écrit ses fiches, se réunit et accueille de nouvelles personnes.",
  loading: "Chargement des groupes…",
  mine: "Mes groupes",
  others: "Les autres groupes",
  calling: "Ils cherchent des membres",
  noneMine: "Vous n'êtes dans aucun groupe de ce contrat.",
  noneAtAll:
    "Aucun groupe n'existe encore. Un groupe réunit les personnes qui écrivent ensemble une ou plusieurs fiches : créez le premier, puis invitez-y son pilote.",
  noneOpen:
    "Aucun groupe ne cherche de membres pour l'instant. Pour en rejoindre un, adressez-vous à la coordination du contrat.",
  search: "Chercher un groupe",
  create: "Nouveau groupe",
  creating: "Création du groupe…",
  nom: "Nom du groupe",
  nomHint: "Par exemple « Accès aux soins » ou « Prévention des aînés ». Il peut changer ensuite.",
  createLede: "Les habitants y écriront, sauf si vous choisissez autrement dans les réglages du groupe.",
  nomMissing: "Donnez un nom au groupe.",
  ask: "Demander à rejoindre",
  asking: "Envoi de la demande…",
  asked: "Votre demande attend une réponse du groupe.",
});

/** « 2 fiches, 5 membres ». */
export function groupeCounts(fiches: number, membres: number): string {
  return `${fiches === 0 ? "Aucune fiche" : counted(fiches, "fiche")}, ${membres === 0 ? "aucun membre" : counted(membres, "membre")}`;
}

/** « Vous y êtes pilote et partenaire. » */
export function yourRoles(roles: readonly GroupeRole[]): string {
  if (roles.length === 0) return fr("Vous n'êtes pas membre de ce groupe.");
  return fr(`Vous y êtes : ${rolesInWords(roles)}.`);
}

/** « pilote et partenaire ». */
export function rolesInWords(roles: readonly GroupeRole[]): string {
  return listed(roles.map((role) => GROUPE_ROLE_LABELS[role].toLowerCase()));
}
