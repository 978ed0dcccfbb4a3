import type { AccountRefusal } from "../../shared/protocol/account-refusals.ts";
import { frAll } from "./typography.ts";

/** Why an act on one's sign-in or account was refused, and what to do now. */
export const ACCOUNT_REFUSAL_LABELS: Readonly<Record<AccountRefusal, string>> = frAll({
  code_refuse:
    "Ce code n'est pas le bon, ou il ne vaut plus. Après trois essais un code est bloqué : ouvrez plutôt le lien du courriel, ou demandez un nouveau courriel.",
  lien_refuse: "Ce lien a déjà servi, ou il ne vaut plus. Demandez un nouveau courriel.",
  trop_d_essais: "Il y a eu trop d'essais. Attendez quelques minutes, puis réessayez.",
  adresse_deja_la: "Cette adresse est déjà celle de votre compte.",
  derniere_adresse: "C'est la seule adresse de votre compte. Ajoutez-en une autre avant de la retirer.",
  jonction_impossible:
    "Ces deux comptes ne peuvent plus être réunis. Recommencez en ajoutant l'adresse de l'autre compte au vôtre.",
  derniere_coordination:
    "Vous êtes la dernière personne à coordonner un contrat. Confiez d'abord sa coordination à quelqu'un d'autre.",
  derniere_administration:
    "Vous êtes la dernière personne à administrer ce site. Nommez d'abord quelqu'un d'autre à l'administration.",
});
