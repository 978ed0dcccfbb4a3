import type { LiveStatus } from "../live/status.ts";
import { counted, fr, frAll } from "./typography.ts";

const STATUS = frAll({
  connecting: "Connexion…",
  syncing: "Lecture de la dernière version…",
  online: "Enregistré",
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
export function statusLabel({ kind }: LiveStatus, pending: number): string {
  const words = STATUS[kind];
  if (pending === 0 || kind === "refused") return words;
  return kind === "online" ? waiting(pending) : `${words}${words.endsWith("…") ? "" : "."} ${waiting(pending)}`;
}

/** « 3 modifications en attente » */
function waiting(pending: number): string {
  return fr(`${counted(pending, "modification")} en attente`);
}
