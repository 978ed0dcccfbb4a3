import type { FailedMail } from "../../shared/protocol/bodies/account.ts";
import { counted, fr, frAll } from "./typography.ts";

/** Mails of a contrat that did not arrive. */
export const FAILED_MAILS = frAll({
  title: "Courriels qui ne sont pas arrivés",
  means:
    "Renvoyer fait partir un autre lien, et celui d'avant ne mène plus nulle part. Écarter retire seulement la ligne d'ici et de « Ce qui m'attend » : l'invitation reste notée comme non remise.",
  loading: "Chargement des courriels…",
  again: "Renvoyer",
  seen: "Écarter",
  dismissed: "Le courriel est écarté.",
  nothingLeft: "Rien n'est reparti : ce courriel ne menait plus à une invitation qui attend.",
});

const MAIL_KINDS: Readonly<Record<FailedMail["genre"], string>> = frAll({
  connexion: "un courriel pour entrer",
  adresse: "un code de changement d'adresse",
  invitation: "une invitation",
  information: "une information sur votre compte",
});

const MAIL_FAILURES: Readonly<Record<FailedMail["raison"], string>> = frAll({
  injoignable: "la messagerie de Coaction n'a pas pu être jointe",
  refuse: "la messagerie l'a refusé : l'adresse n'existe peut-être plus",
  mal_forme: "il n'a pas pu être écrit",
  sans_courriel: "cette instance n'envoie pas de courriels",
  trop_tard: "il n'a pas pu partir à temps",
});

/** What did not arrive, where, and why. */
export function failedMail(mail: FailedMail): string {
  return fr(`À ${mail.destinataire}, ${MAIL_KINDS[mail.genre]} : ${MAIL_FAILURES[mail.raison]}.`);
}

/** After « Renvoyer ». */
export function sentAgain(count: number): string {
  if (count === 0) return FAILED_MAILS.nothingLeft;
  return count === 1
    ? "Le courriel est reparti, avec un nouveau lien."
    : `${counted(count, "courriel")} sont repartis.`;
}
