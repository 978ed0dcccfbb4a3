import { frAll } from "./typography.ts";

/** Signing in by mail. */
export const SIGN_IN = frAll({
  title: "Connexion",
  lede: "Pas de mot de passe : écrivez votre adresse, et un courriel vous ouvre la porte.",
  adresse: "Votre adresse électronique",
  adresseHint: "Celle à laquelle vous avez été invité.",
  send: "Recevoir un courriel pour entrer",
  sending: "Envoi de la demande…",
  noAccount: "Pas encore de compte ?",
  noAccountMeans:
    "On entre ici sur invitation : demandez-la à la coordination de votre contrat local de santé, ou venez avec le code d'un atelier.",
  left: "Un courriel vient de partir si cette adresse est connue",
  leftTo: "Adresse écrite :",
  howTitle:
    "Ouvrez ce courriel : le lien qu'il contient suffit, sur cet appareil ou sur un autre. Ou recopiez ici son code.",
  code: "Code à huit chiffres",
  codeHint: "Quatre chiffres, puis quatre. Il vaut quinze minutes et ne sert qu'une fois.",
  enter: "Entrer avec ce code",
  entering: "Vérification du code…",
  nothing: "Rien n'arrive ?",
  nothingWait: "Un courriel met parfois quelques minutes ; regardez aussi dans les indésirables.",
  nothingCheck: "Relisez l'adresse écrite plus haut : une adresse que Coaction ne connaît pas ne reçoit rien.",
  nothingMany: "Après cinq demandes dans une journée, les courriels n'ont plus de code ; leur lien ouvre toujours.",
  again: "Envoyer un nouveau courriel",
  againDone: "La demande est repartie. Seul le dernier code reçu est à recopier.",
  other: "Écrire une autre adresse",
  outbox: "Ouvrir le courrier de la démonstration",
  outboxMeans: "Une démonstration n'envoie aucun courriel : ceux qu'elle aurait envoyés sont dans son courrier.",
  byMail: "Ou entrer par courriel, comme sur une vraie instance",
  byMailMeans:
    "Chaque personne de la démonstration a une adresse, faite de son nom : yvonne.perrot@coaction.example, par exemple.",
});

/** The page that a mail's link opens. */
export const SIGN_IN_LINK = frAll({
  title: "Entrer dans Coaction",
  lede: "Ce lien est arrivé dans votre courriel. Un dernier geste, pour que personne d'autre que vous ne s'en serve.",
  enter: "Entrer dans Coaction",
  entering: "Ouverture…",
  cutTitle: "Ce lien est incomplet",
  cut: "Il a peut-être été coupé en le copiant. Ouvrez-le depuis le courriel, ou recopiez-le en entier.",
  refusedTitle: "Ce lien n'ouvre plus",
  another: "Recevoir un nouveau courriel",
  replaces: "Entrer par ce lien met fin à cette connexion sur cet appareil.",
});
