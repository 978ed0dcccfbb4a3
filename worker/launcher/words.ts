import { unreachable } from "../../shared/result.ts";
import type { Failure, InstanceKind } from "./failure.ts";

/** Narrow no-break space: before ; : ! ? and inside « » in French. */
const NB = "\u202f";

/** One clear sentence, in French, for whoever started the server. */
export function describeFailure(failure: Failure): string {
  switch (failure.code) {
    case "port_invalide":
      return `PORT doit être un nombre de 1 à 65535${NB}; il vaut ${quote(failure.value)}.`;
    case "host_invalide":
      return `HOST doit être une adresse IP ou localhost${NB}; il vaut ${quote(failure.value)}.`;
    case "public_url_invalide":
      return `PUBLIC_URL doit être l’adresse que l’on ouvre, sans chemin, par exemple https://cls.example.fr${NB}; elle vaut ${quote(failure.value)}.`;
    case "public_url_sans_https":
      return `PUBLIC_URL doit commencer par https:// (sauf sur la machine elle-même)${NB}; elle vaut ${quote(failure.value)}.`;
    case "public_url_manquante":
      return `PUBLIC_URL manque${NB}: avec HOST=${failure.host}, indiquez l’adresse que l’on ouvre, par exemple https://cls.example.fr.`;
    case "demonstration_exposee":
      return "Une démonstration n’est ouverte qu’à la machine elle-même (HOST=127.0.0.1), sauf avec DEMO_ON_NETWORK=1.";
    case "dossier_de_demonstration":
      return `Le dossier ${failure.folder} contient une démonstration${NB}: choisissez-en un autre avec DATA_DIR, ou lancez npm start.`;
    case "dossier_reel":
      return `Le dossier ${failure.folder} contient une instance réelle${NB}: choisissez-en un autre avec DATA_DIR, ou lancez npm run serve.`;
    case "dossier_inconnu":
      return `Le dossier ${failure.folder} n’est pas vide et n’est pas un dossier de Coaction (il n’a pas d’instance.json)${NB}: choisissez-en un autre avec DATA_DIR.`;
    case "dossier_non_inscriptible":
      return `Impossible d’écrire dans le dossier ${failure.folder} (${failure.cause})${NB}: vérifiez ses droits ou choisissez-en un autre avec DATA_DIR.`;
    case "deja_en_marche":
      return `Un serveur tourne déjà sur le dossier ${failure.folder} (processus ${failure.pid})${NB}: arrêtez-le d’abord.`;
    case "instance_abimee":
      return `Le fichier ${failure.file} est illisible ou abîmé${NB}: remettez celui d’une sauvegarde.`;
    case "secrets_abimes":
      return `Le fichier ${failure.file} est illisible ou abîmé${NB}: remettez celui d’une sauvegarde.`;
    case "secrets_absents":
      return `Le fichier ${failure.file} manque alors que le dossier contient des données${NB}: remettez celui d’une sauvegarde.`;
    case "port_pris":
      return `Le port ${failure.port} de ${failure.host} est déjà pris${NB}: choisissez-en un autre avec PORT.`;
    case "port_interdit":
      return `Impossible d’écouter sur le port ${failure.port} de ${failure.host} (${failure.cause})${NB}: changez HOST ou PORT.`;
    case "non_construit":
      return `Le fichier ${failure.file} manque${NB}: lancez npm run build.`;
    case "serveur_muet":
      return `Le serveur n’a pas répondu en ${failure.seconds}${NB}s${NB}: il a été arrêté.`;
    case "serveur_arrete":
      return `Le serveur s’est arrêté de lui-même (${failure.how}).`;
    case "courriel_mal_regle":
      return describeMailSetting(failure.name, failure.value);
    case "mandataires_invalides":
      return `TRUSTED_PROXIES doit être le nombre de serveurs mandataires placés devant celui-ci, de 0 à 5${NB}; il vaut ${quote(failure.value)}.`;
    case "pas_de_donnees":
      return `Le dossier ${failure.folder} ne contient pas de données de Coaction${NB}: indiquez le bon avec DATA_DIR.`;
    case "dossier_non_vide":
      return `Le dossier ${failure.folder} n’est pas vide, et rien n’y a été changé${NB}: choisissez-en un autre, ou un nom qui n’existe pas encore.`;
    case "sauvegarde_dedans":
      return `Une sauvegarde ne peut pas être rangée dans le dossier qu’elle copie (${failure.folder})${NB}: choisissez un autre endroit, si possible sur un autre disque.`;
    case "sauvegarde_impossible":
      return `Impossible d’écrire la sauvegarde dans ${failure.folder} (${failure.cause})${NB}: vérifiez la place et les droits, ou choisissez un autre endroit.`;
    case "demarrage_en_cours":
      return `Le serveur du dossier ${failure.folder} est en train de démarrer${NB}: recommencez quand il est prêt.`;
    case "copie_trop_lente":
      return `La copie du dossier ${failure.folder} aurait fait attendre les personnes connectées${NB}: choisissez un disque plus rapide, puis copiez la sauvegarde ailleurs, ou arrêtez le serveur le temps de la faire.`;
    case "serveur_ailleurs":
      return `Un serveur écrit dans le dossier ${failure.folder} depuis une autre machine ou un autre conteneur${NB}: lancez la sauvegarde là où il tourne.`;
    case "objet_abime":
      return `Le fichier ${failure.file} est abîmé et n’a pas pu être relu${NB}: gardez vos sauvegardes précédentes, et remettez la dernière qui est bonne (npm run restauration).`;
    case "sauvegarde_a_dire":
      return `Indiquez la sauvegarde à remettre, par exemple${NB}: npm run restauration -- sauvegardes/2026-11-21-18-30-00.`;
    case "pas_une_sauvegarde":
      return `Le dossier ${failure.folder} n’est pas une sauvegarde de Coaction (il n’a pas de manifeste.json lisible)${NB}: indiquez le bon.`;
    case "sauvegarde_abimee":
      return `Le fichier ${failure.file} de la sauvegarde n’est pas celui qui a été sauvegardé${NB}: rien n’a été remis. Prenez une autre sauvegarde, ou une autre copie de celle-ci.`;
    default:
      return unreachable(failure);
  }
}

/** What each setting of the mail must be. */
const MAIL_SETTINGS: Readonly<Record<string, string>> = {
  MAIL_FROM: "l’adresse d’où partent les courriels, par exemple cls@mairie.example.fr, avec SMTP_HOST",
  SMTP_HOST: "le nom ou l’adresse du serveur qui prend les courriels, avec MAIL_FROM",
  SMTP_PORT: "un nombre de 1 à 65535",
  SMTP_TLS: "implicite, starttls ou aucun (et pas aucun avec un mot de passe, sauf sur le réseau interne)",
  SMTP_USER: "le nom qui va avec SMTP_PASSWORD",
  SMTP_PASSWORD: "le mot de passe qui va avec SMTP_USER",
  SMTP_CA: "un fichier lisible de certificats (PEM)",
};

function describeMailSetting(name: string, value: string | null): string {
  return `${name} doit être ${MAIL_SETTINGS[name] ?? "réglé"}${NB}; ${value === null ? "il manque" : `il vaut ${quote(value)}`}.`;
}

/** Said at the start of a real instance that sends no mail. */
export function describeNoMail(): string {
  return `Attention${NB}: SMTP_HOST et MAIL_FROM ne sont pas réglés. Aucun courriel ne partira, et personne ne pourra se connecter par courriel.`;
}

/** The one line printed when the server answers. */
export function describeReady(kind: InstanceKind, publicUrl: string): string {
  const what = kind === "demonstration" ? "Coaction (démonstration) est prêt" : "Coaction est prêt";
  return `${what}${NB}: ouvrez ${publicUrl} (Ctrl-C pour arrêter)`;
}

/** Printed once the server answers, as long as nobody opened the instance. */
export function describeFirstAccess(address: string): string {
  return `Personne n’administre encore cette instance. Pour l’ouvrir, dans l’heure et une seule fois${NB}: ${address}`;
}

/** Said when Cloudflare did not take the secret; what wrangler said stands above. `code`: what it ended with. */
export function describeSecretRefused(code: number | null): string {
  return `Cloudflare n’a pas pris le secret (${code === null ? "wrangler n’a pas pu être lancé" : `code ${code}`})${NB}: rien n’a changé. Déployez d’abord (npm run deploy), puis recommencez.`;
}

/** Said before the start and again while it lasts; `free` and `wanted` in bytes. */
export function describeLittleSpace(folder: string, free: number, wanted: number): string {
  const mega = (bytes: number) => `${Math.floor(bytes / 1_000_000)}${NB}Mo`;
  return `Attention${NB}: il ne reste que ${mega(free)} sur le disque de ${folder}. Sous ${mega(wanted)}, faites de la place${NB}: quand il sera plein, plus rien ne pourra être enregistré.`;
}

/** Said when there is no room left, again as long as that lasts. */
export function describeNoSpace(folder: string): string {
  return `Le disque de ${folder} est plein${NB}: plus rien n’est enregistré. Les pages ouvertes gardent ce que chacun écrit, et l’enverront d’elles-mêmes dès que vous aurez fait de la place.`;
}

function quote(value: string): string {
  return `«${NB}${value}${NB}»`;
}
