import type { RefusalReason } from "../live/status.ts";
import { LIVE_REFUSAL_LABELS } from "./refusals.ts";
import { frAll } from "./typography.ts";

/** Why a page takes no more text. What was typed stays in it, can be copied, and is kept on the device. */
const REASONS: Readonly<Record<RefusalReason, string>> = {
  ...LIVE_REFUSAL_LABELS,
  ...frAll({
    acces_refuse:
      "Vous n'êtes plus connecté, ou cette fiche ne vous est plus ouverte. Copiez votre texte pour ne pas le perdre, puis entrez à nouveau.",
    remplacee: "Cette page a été remplacée par une autre. Rechargez-la pour continuer à écrire.",
    schema: "Cette page est plus ancienne que le serveur. Rechargez-la pour continuer à écrire.",
    epoque:
      "Cette fiche a été remise dans un état plus ancien. Copiez votre texte pour ne pas le perdre, puis rechargez la page.",
    trop_de_refus: "Le serveur a refusé trop de modifications de cette page. Copiez votre texte, puis rechargez-la.",
  }),
};

/** Why text was not taken, or not yet, and what to do. */
export function reasonLabel(reason: RefusalReason): string {
  return REASONS[reason];
}
