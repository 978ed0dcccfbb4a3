/**
 * Why the code of a workshop does not let in, in the contrat and before one is of it; for the tables of sentences, which
 * pass it through `frAll`.
 */
export const ATELIER_CODE_REFUSALS = {
  atelier_inconnu: "Ce code n'existe pas dans ce contrat. Relisez-le, ou faites-le relire à voix haute.",
  atelier_expire: "Ce code n'est plus valable. Demandez-en un autre à la personne qui anime le groupe.",
  atelier_ferme: "Ce code a été fermé. Demandez-en un autre à la personne qui anime le groupe.",
  atelier_epuise:
    "Trop de personnes sont déjà venues avec ce code. Demandez-en un autre à la personne qui anime le groupe.",
  nom_attendu: "Écrivez votre nom ou votre prénom.",
} as const;
