import type { Adresse } from "../../shared/domain/adresse.ts";
import type { Mail } from "./mail.ts";

/*
 * What mails say, in plain text: the one form that every program shows and that nobody can dress up. Narrow no-break
 * spaces are written as such, since `html` does not set these.
 */

const NB = "\u202f";

/** How long what a mail gives holds, in minutes. */
const VALID_MINUTES = 15;

/** To sign in. `code`: eight digits, or null when no more codes are given today; `link` is the whole address. */
export function signInMail(to: Adresse, link: string, code: string | null): Mail {
  const byCode =
    code === null
      ? []
      : ["", `Ou recopiez ce code dans la page où vous l’avez demandé${NB}:`, "", `    ${shownCode(code)}`];
  return mail(to, "Votre lien pour entrer dans Coaction", [
    "Bonjour,",
    "",
    `Pour entrer dans Coaction, ouvrez ce lien, puis appuyez sur le bouton de la page${NB}:`,
    "",
    link,
    ...byCode,
    "",
    `${code === null ? "Ce lien vaut" : "Le lien et le code valent"} ${VALID_MINUTES} minutes et ne servent qu’une fois.`,
    "",
    `Vous n’avez rien demandé${NB}? Ne faites rien${NB}: sans ce courriel, personne n’entre à votre place. Ne le transmettez à personne.`,
  ]);
}

/** To an address that somebody signed in wants to use: only whoever reads it can give the code. */
export function newAdresseMail(to: Adresse, code: string): Mail {
  return mail(to, "Confirmez votre adresse pour Coaction", [
    "Bonjour,",
    "",
    `Une personne connectée à Coaction veut utiliser cette adresse pour son compte. Si c’est vous, recopiez ce code dans la page « Mon compte »${NB}:`,
    "",
    `    ${shownCode(code)}`,
    "",
    `Il vaut ${VALID_MINUTES} minutes et ne sert qu’une fois.`,
    "",
    `Ce n’est pas vous${NB}? Ne faites rien et ne donnez ce code à personne${NB}: il ouvrirait votre compte.`,
  ]);
}

/** To an address that the account has: the same change must be wanted here too. */
export function currentAdresseMail(to: Adresse, added: Adresse, code: string): Mail {
  return mail(to, "Changement d’adresse de votre compte Coaction", [
    "Bonjour,",
    "",
    `Quelqu’un qui est connecté à votre compte Coaction veut y ajouter l’adresse ${added}. Si c’est vous, recopiez ce code dans la page « Mon compte »${NB}:`,
    "",
    `    ${shownCode(code)}`,
    "",
    `Il vaut ${VALID_MINUTES} minutes et ne sert qu’une fois.`,
    "",
    `Ce n’est pas vous${NB}? Ne donnez ce code à personne, connectez-vous, et fermez les connexions que vous ne reconnaissez pas dans « Mon compte ».`,
  ]);
}

/** To an address that was taken off an account. */
export function removedAdresseMail(to: Adresse): Mail {
  return mail(to, "Cette adresse n’ouvre plus votre compte Coaction", [
    "Bonjour,",
    "",
    "Cette adresse vient d’être retirée de votre compte Coaction, depuis ce compte. On n’y entre plus avec elle.",
    "",
    `Ce n’est pas vous${NB}? Prévenez tout de suite la coordination de votre contrat local de santé.`,
  ]);
}

/** Eight digits as people read them: four and four. */
function shownCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

function mail(to: Adresse, subject: string, lines: readonly string[]): Mail {
  return {
    to,
    subject,
    text: `${[...lines, "", "Coaction, l’atelier des fiches-actions", ""].join("\n").replaceAll("« ", `«${NB}`).replaceAll(" »", `${NB}»`)}`,
  };
}
