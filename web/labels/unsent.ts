import { counted, fr, frAll } from "./typography.ts";

/* Text that the server does not have: words of dialogs and notices that few people ever meet, loaded with them. */

/** Leaving a fiche whose text is not all sent. */
export const LEAVING = frAll({
  dialogTitle: "Du texte n'est pas encore enregistré",
  stay: "Rester sur la fiche",
  leave: "Quitter la fiche quand même",
  kept: "Si vous quittez la fiche, ce texte reste sur cet appareil ; il partira la prochaine fois que vous l'ouvrirez ici.",
  refused:
    "Le serveur ne l'a pas accepté. Si vous quittez la fiche, il reste sur cet appareil ; vous le retrouverez en rouvrant la fiche.",
});

/** What to do when the server takes no more text from this page. */
export const REFUSED = frAll({
  title: "Ce que vous écrivez n'est plus enregistré.",
  copy: "Copier le texte de la fiche",
  copied: "Le texte est copié : vous pouvez le coller ailleurs.",
  notCopied: "Le texte n'a pas pu être copié. Sélectionnez-le dans la fiche.",
  reload: "Recharger la page",
  abandon: "Abandonner mon texte non enregistré",
  abandonTitle: "Abandonner le texte qui n'est pas enregistré ?",
  abandonMeans:
    "Il sera effacé de cet appareil et ne pourra pas être retrouvé. Ce qui est enregistré reste dans la fiche.",
  abandonYes: "Abandonner et recharger",
  abandonNo: "Garder mon texte",
});

/** Text of this person that the server refused, found again on the device. */
export const UNSENT = frAll({
  title: "Votre texte non envoyé",
  of: "Écrit jusqu'au",
  noWords: "Des suppressions ou des mises en forme, sans mots nouveaux.",
  unplaced: "Dans cette fiche",
  copy: "Copier ce texte",
  send: "Envoyer maintenant",
  mayBeTaken: "Le serveur ne l'avait pas accepté ; il peut l'accepter maintenant.",
  cannotSend: "Il ne peut pas être envoyé tel quel : copiez-le, puis collez-le dans la fiche.",
  sendLater: "Il pourra être envoyé quand vous aurez de nouveau le droit d'écrire ici.",
  sendOnline: "Il pourra être envoyé quand le serveur répondra.",
  abandon: "Abandonner ce texte",
  abandonTitle: "Abandonner ce texte ?",
  abandonMeans: "Il sera effacé de cet appareil et ne pourra pas être retrouvé.",
  abandonYes: "Abandonner",
  abandonNo: "Garder ce texte",
  copied: "Le texte est copié : vous pouvez le coller ailleurs.",
  notCopied: "Le texte n'a pas pu être copié. Sélectionnez-le à l'écran.",
  abandoned: "Le texte est abandonné.",
  missing: "Cette fiche ne vous est plus ouverte, mais cet appareil a gardé ce que vous y aviez écrit.",
});

/** Signing out while some text is on this device alone. */
export const SIGN_OUT = frAll({
  failed: "La déconnexion n'a pas pu se faire.",
  dialogTitle: "Du texte n'est pas encore enregistré",
  stay: "Rester connecté",
  keep: "Se déconnecter en gardant ce texte ici",
  erase: "Se déconnecter et effacer ce texte",
  ifYouStay: "Si vous restez, ce texte partira dès que la liaison sera rétablie.",
  ifYouKeep:
    "Si vous le gardez ici, il reste sur cet appareil et partira la prochaine fois que vous y ouvrirez la fiche avec votre compte.",
  ifYouStayForms: "Si vous restez, vous pouvez finir et envoyer.",
  ifYouKeepForms: "Si vous le gardez ici, vous le retrouverez en vous connectant de nouveau sur cet appareil.",
  ifYouErase: "Si vous l'effacez, il est perdu. Choisissez-le seulement sur un appareil que d'autres utilisent.",
});

/** « 3 modifications n'ont pas encore été envoyées. » */
export function unsentSentence(count: number): string {
  const sent = count >= 2 ? "n'ont pas encore été envoyées" : "n'a pas encore été envoyée";
  return fr(`${counted(count, "modification")} ${sent}.`);
}

/** « 2 avis, réponses ou décisions sont commencés, et pas envoyés. » */
export function begunSentence(count: number): string {
  return fr(
    count >= 2
      ? `${counted(count, "avis, réponse ou décision", "avis, réponses ou décisions")} sont commencés et ne sont pas envoyés.`
      : "Un avis, une réponse, une raison ou une décision est commencé et n'est pas envoyé.",
  );
}
