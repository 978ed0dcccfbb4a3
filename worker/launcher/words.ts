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
    default:
      return unreachable(failure);
  }
}

/** The one line printed when the server answers. */
export function describeReady(kind: InstanceKind, publicUrl: string): string {
  const what = kind === "demonstration" ? "Coaction (démonstration) est prêt" : "Coaction est prêt";
  return `${what}${NB}: ouvrez ${publicUrl} (Ctrl-C pour arrêter)`;
}

/** Said before the start and again while it lasts; `free` and `wanted` in bytes. */
export function describeLittleSpace(folder: string, free: number, wanted: number): string {
  const mega = (bytes: number) => `${Math.floor(bytes / 1_000_000)}${NB}Mo`;
  return `Attention${NB}: il ne reste que ${mega(free)} sur le disque de ${folder}. Sous ${mega(wanted)}, faites de la place${NB}: quand il sera plein, plus rien ne pourra être enregistré.`;
}

function quote(value: string): string {
  return `«${NB}${value}${NB}»`;
}
