import { frAll } from "./typography.ts";

/** The navigation of a contrat, and what its screens share. */
export const CONTRAT_NAV = frAll({
  label: "Pages du contrat",
  plan: "Plan d'actions",
  groupes: "Groupes",
  instances: "Instances",
  membres: "Membres",
  settings: "Réglages",
  journal: "Journal",
  corbeille: "Corbeille",
  copie: "Copie du contrat",
  loading: "Chargement…",
  add: "Ajouter",
  adding: "Ajout…",
  save: "Enregistrer",
  saving: "Enregistrement…",
  saved: "C'est enregistré.",
  change: "Modifier",
  remove: "Retirer",
  removing: "Retrait…",
  formerMembre: "Un ancien membre",
  nobody: "Personne",
  noOrganisation: "Aucune organisation indiquée",
  chooseFirst: "Choisissez dans la liste.",
  tooLong: "C'est trop long. Raccourcissez.",
});

/** The pages that are about who is in a contrat. */
export const MEMBRES_NAV = frAll({
  label: "Pages des membres",
  membres: "Personnes",
  invitations: "Invitations",
  organisations: "Organisations",
});

/** The pages that are about what a contrat is. */
export const SETTINGS_NAV = frAll({
  label: "Pages des réglages",
  plan: "Axes et objectifs",
  identite: "Le contrat",
  partage: "Partage",
});

/** The pages of one groupe. */
export const GROUPE_NAV = frAll({
  label: "Pages du groupe",
  groupe: "Le groupe",
  inviting: "Inviter",
  settings: "Réglages du groupe",
});
