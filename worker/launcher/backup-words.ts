import type { Backup } from "./backup.ts";
import type { Restored } from "./restore.ts";

/** Narrow no-break space: before ; : ! ? and inside « » in French. */
const NB = "\u202f";

/** Said when a backup was made, to whoever asked for it. */
export function describeBackup({ folder, objects, bytes, paused, fingerprint }: Backup): string {
  const waited = paused === null ? "" : ` Les personnes connectées ont attendu ${Math.ceil(paused)}${NB}ms.`;
  return `La sauvegarde est dans ${folder}${NB}: ${objects} objets, ${mega(bytes)}.${waited}
Elle contient les secrets de l’instance et les textes de tous${NB}: gardez-en une copie ailleurs, à l’abri des regards.
Si un passage est masqué plus tard, ces mots restent dans cette copie${NB}: faites alors une nouvelle sauvegarde, puis détruisez celles d’avant, partout où vous les gardez.
Empreinte${NB}: ${fingerprint}`;
}

/** Said when a backup was brought back. */
export function describeRestoration(folder: string, { manifest, bytes }: Restored): string {
  return `La sauvegarde du ${moment(manifest.madeAt)} est remise dans ${folder}${NB}: ${manifest.objects.length} objets, ${mega(bytes)}, toutes les empreintes sont les mêmes.
Les droits et les connexions sont ceux de ce moment-là${NB}: retirez à nouveau ce qui a été retiré depuis. Les pages restées ouvertes montreront ce qu’elles n’avaient pas envoyé.
Les passages masqués depuis ce moment-là sont à nouveau lisibles${NB}: masquez-les à nouveau, aussitôt.
Lancez maintenant le serveur sur ce dossier (DATA_DIR), avec npm ${manifest.instance === "reelle" ? "run serve" : "start"}.`;
}

/** « 21 novembre 2026 à 18:30 », where the machine is. */
function moment(iso: string): string {
  return new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
}

function mega(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString("fr-FR", { maximumFractionDigits: 1 })}${NB}Mo`;
}
