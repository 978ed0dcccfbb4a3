import type { LiveStatus, RefusalReason } from "../live/status.ts";
import { LIVE_REFUSAL_LABELS } from "./refusals.ts";
import { counted, fr, frAll } from "./typography.ts";

const STATUS = frAll({
  connecting: "Connexion…",
  syncing: "Lecture de la dernière version…",
  saved: "Enregistré",
  offline: "Hors ligne : vous pouvez continuer à écrire",
});

/** Why a page takes no more text. What was typed stays in it, can be copied, and is kept on the device. */
const REASONS: Readonly<Record<RefusalReason, string>> = {
  ...LIVE_REFUSAL_LABELS,
  ...frAll({
    acces_refuse:
      "Cette fiche ne vous est plus ouverte. Copiez votre texte pour ne pas le perdre, puis entrez à nouveau.",
    remplacee: "Cette page a été remplacée par une autre. Rechargez-la pour continuer à écrire.",
    schema: "Cette page est plus ancienne que le serveur. Rechargez-la pour continuer à écrire.",
    trop_de_refus: "Le serveur a refusé trop de modifications de cette page. Copiez votre texte, puis rechargez-la.",
  }),
};

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
    case "refused":
      return REASONS[status.reason];
  }
}

/** « 3 modifications en attente » */
function waiting(pending: number): string {
  return fr(`${counted(pending, "modification")} en attente`);
}
