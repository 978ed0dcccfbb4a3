import type { LiveStatus } from "../live/status.ts";
import { counted, fr, frAll } from "./typography.ts";

const STATUS = frAll({
  connecting: "Connexion…",
  syncing: "Lecture de la dernière version…",
  saved: "Enregistré",
  offline: "Hors ligne : vous pouvez continuer à écrire",
  full: "Le serveur ne peut plus enregistrer, votre texte est gardé ici",
  held: "Envoi retardé",
  refused: "Plus enregistré",
});

/**
 * How the text stands, in words.
 *
 * @param pending how many changes the server has not acknowledged
 */
export function statusLabel(status: LiveStatus, pending: number): string {
  switch (status.kind) {
    case "connecting":
      return pending === 0 ? STATUS.connecting : `${STATUS.connecting} ${waiting(pending)}`;
    case "syncing":
      return pending === 0 ? STATUS.syncing : `${STATUS.syncing} ${waiting(pending)}`;
    case "online":
      return pending === 0 ? STATUS.saved : waiting(pending);
    case "offline":
      return pending === 0 ? STATUS.offline : `${STATUS.offline}. ${waiting(pending)}`;
    case "full":
      return pending === 0 ? STATUS.full : `${STATUS.full}. ${waiting(pending)}`;
    case "held":
      return pending === 0 ? STATUS.held : `${STATUS.held}. ${waiting(pending)}`;
    case "refused":
      return STATUS.refused;
  }
}

/** « 3 modifications en attente » */
function waiting(pending: number): string {
  return fr(`${counted(pending, "modification")} en attente`);
}
