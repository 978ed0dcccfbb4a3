import type { Appareil } from "../../shared/domain/appareil.ts";
import { fr, frAll } from "./typography.ts";

/** One's own account. */
export const COMPTE = frAll({
  title: "Mon compte",
  nav: "Mon compte",
  identity: "Nom et adresses",
  sessions: "Connexions",
  data: "Mes données",
  loading: "Chargement de votre compte…",

  nameTitle: "Votre nom",
  name: "Prénom et nom",
  nameHint: "C'est ainsi que les autres vous voient, partout où vous avez écrit.",
  rename: "Changer mon nom",
  renaming: "Changement du nom…",
  renamed: "Votre nom est changé.",

  adressesTitle: "Vos adresses électroniques",
  adressesMeans: "Chacune vous permet d'entrer. Les autres membres ne les voient pas.",
  adresse: "Adresse",
  since: "Depuis",
  act: "Ce que vous pouvez faire",
  onlyOne: "La seule : ajoutez-en une autre avant de la retirer.",
  noAdresse:
    "Aucune : vous ne pouvez revenir que depuis cet appareil. Ajoutez une adresse pour pouvoir entrer d'ailleurs.",
  removeTitle: "Retirer cette adresse ?",
  remove: "Retirer l'adresse",
  removing: "Retrait…",
  removeMeans:
    "Vous n'entrerez plus avec elle. Un courriel y sera envoyé pour le dire. Vous pourrez l'ajouter à nouveau.",
  removed: "L'adresse est retirée.",

  addTitle: "Ajouter ou changer une adresse",
  newAdresse: "Nouvelle adresse",
  newAdresseHint:
    "Un code partira à cette adresse, et un autre à une adresse que vous avez déjà : les deux sont demandés.",
  becomes: "Ce que deviennent vos adresses actuelles",
  keepAll: "Les garder toutes",
  add: "Envoyer les deux codes",
  adding: "Envoi des codes…",
  sent: "Deux courriels viennent de partir.",

  changeTitle: "Changement d'adresse en cours",
  waitsBoth: "Recopiez les deux codes reçus, l'un après l'autre, dans l'ordre que vous voulez.",
  waitsNew: "Il reste à recopier le code reçu à la nouvelle adresse.",
  waitsCurrent: "Il reste à recopier le code reçu à l'adresse que vous avez déjà.",
  code: "Code à huit chiffres",
  codeHint: "Quatre chiffres, puis quatre.",
  confirm: "Confirmer avec ce code",
  confirming: "Vérification du code…",
  oneConfirmed: "Ce code est le bon. Il en reste un.",
  changed: "L'adresse est confirmée : elle est à vous.",

  joinTitle: "Deux comptes à réunir",
  joinAct: "Réunir les deux comptes",
  joining: "Réunion des comptes…",
  joinKeeps: "Vos contrats, vos groupes et ce que vous avez écrit avec l'un et l'autre seront au même endroit.",
  joinName: "Le nom de ce compte-ci est gardé ; l'autre nom disparaît.",
  joinSessions: "L'autre compte est déconnecté partout.",
  joinNever: "On ne peut pas les séparer ensuite.",
  joinWait: "La réunion peut prendre quelques instants.",
  joined: "Les deux comptes n'en font plus qu'un.",

  failedTitle: "Des courriels ne sont pas arrivés",
  failedSeen: "J'ai compris",
  failedSeenDone: "C'est retiré de la liste.",

  sessionsLoading: "Chargement de vos connexions…",
  sessionsMeans:
    "Une connexion dure trente jours au plus. Y mettre fin ferme tout de suite les fiches qui y sont ouvertes ; ce qui était enregistré le reste.",
  device: "Appareil",
  thisOne: "celui-ci",
  opened: "Ouverte le",
  seen: "Vue pour la dernière fois",
  expires: "Prend fin le",
  end: "Mettre fin",
  ending: "Fin de la connexion…",
  ended: "Cette connexion est terminée.",
  thisSession: "Pour celle-ci : « Se déconnecter », dans le menu.",
  endOthers: "Mettre fin à toutes les autres",
  endOthersTitle: "Mettre fin à toutes les autres connexions ?",
  endOthersMeans:
    "Partout ailleurs qu'ici, il faudra entrer à nouveau. Le texte qui n'a pas encore été envoyé depuis ces appareils y reste, jusqu'à votre retour.",
  othersEnded: "Toutes les autres connexions sont terminées.",
  onlyThis: "Vous n'êtes connecté nulle part ailleurs.",

  downloadTitle: "Tout télécharger",
  downloadMeans:
    "Un fichier avec tout ce que Coaction garde de vous : votre compte, vos adresses, vos connexions, et ce que chacun de vos contrats dit de vous. Il est au format JSON, que d'autres logiciels savent lire.",
  download: "Télécharger mes données",
  downloading: "Préparation du fichier…",
  downloaded: "Le fichier est dans vos téléchargements.",
  correctTitle: "Corriger",
  correctName: "Votre nom et vos adresses se changent dans « Nom et adresses ».",
  correctRoles:
    "Votre organisation et vos rôles sont tenus par la coordination de chaque contrat : demandez-lui de les corriger.",
  correctText: "Ce que vous avez écrit dans une fiche se corrige dans la fiche, tant que vous y avez accès.",
  closeTitle: "Fermer mon compte",
  closeMeans: "Vous quittez tous vos contrats et vous n'entrez plus. C'est pour toujours.",
  close: "Fermer mon compte…",
  closeDialog: "Fermer votre compte pour toujours ?",
  closeGone: "Disparaissent : votre nom, vos adresses, vos connexions, vos rôles et vos demandes.",
  closeStays:
    "Restent : ce que vous avez écrit dans les fiches, et la trace de vos actes dans le journal de chaque contrat, sous les mots « ancien membre ».",
  closeNew: "Si vous revenez un jour avec la même adresse, ce sera un nouveau compte, sans lien avec celui-ci.",
  closeUnsent: "Un texte qui n'a pas encore été envoyé depuis un appareil est perdu.",
  closeFirst: "Téléchargez d'abord vos données si vous voulez les garder.",
  closeAct: "Fermer mon compte pour toujours",
  closing: "Fermeture du compte…",
  closedTitle: "Votre compte est fermé",
  closed: "Votre nom n'est plus affiché nulle part. Merci pour ce que vous avez écrit ici.",
  home: "Aller à l'accueil",
});

const NAVIGATEURS: Readonly<Record<Appareil["navigateur"], string>> = {
  firefox: "Firefox",
  chrome: "Chrome",
  edge: "Edge",
  safari: "Safari",
  opera: "Opera",
  samsung: "Samsung Internet",
  autre: "Navigateur inconnu",
};

const SYSTEMES: Readonly<Record<Appareil["systeme"], string>> = {
  windows: "Windows",
  macos: "Mac",
  linux: "Linux",
  android: "Android",
  ios: "iPhone ou iPad",
  chromeos: "Chromebook",
  autre: "",
};

/** « Firefox, Windows »: by what people tell their devices apart. */
export function deviceName({ navigateur, systeme }: Appareil): string {
  return [NAVIGATEURS[navigateur], SYSTEMES[systeme]].filter((part) => part !== "").join(", ");
}

/** What the codes of a change of address are for. */
export function changeOf(adresse: string, remplace: string | null): string {
  return fr(remplace === null ? `${adresse} sera ajoutée.` : `${adresse} remplacera ${remplace}.`);
}

/** A choice of what a new address replaces. */
export function replaceAdresse(adresse: string): string {
  return `La nouvelle remplace ${adresse}`;
}

/** The other account, found by its address. */
export function joinMeans(adresse: string, nom: string): string {
  return fr(`${adresse} est déjà l'adresse d'un autre compte, au nom de ${nom}. Est-ce aussi vous ?`);
}

/** The title of the button that ends one connection. */
export function endSession(device: string): string {
  return fr(`Mettre fin à la connexion : ${device}`);
}
