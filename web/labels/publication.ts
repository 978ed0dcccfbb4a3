import type { VersionPubliee } from "../../shared/domain/fiche.ts";
import { dayWords } from "./standing-badge.ts";
import { fr, frAll } from "./typography.ts";

/** Before words become public, and before they no longer are. */
export const PUBLICATION = frAll({
  loading: "Chargement de la version…",
  publishing: "Publication…",
  published: "La version est publiée : tout le monde peut la lire, sans compte.",
  means:
    "Tout le monde pourra la lire, sans compte. Vous pourrez la retirer, mais pas effacer ce que d'autres auront lu ou copié entre-temps.",
  page: "Ce que montrera la page publique",
  pagePlace: "Le contrat, l'axe, le numéro et l'intitulé de la fiche",
  pageWords: "Les mots de cette version, tels que le comité de pilotage les a validés ; le résumé d'abord",
  pageDates: "Son numéro, la date de sa validation et celle de sa publication, son empreinte",
  pageNobody:
    "Aucun nom de personne n'y est ajouté : ni qui a écrit, ni qui a donné un avis, ni qui a décidé. Elle ne suit ni le brouillon, ni les versions suivantes.",
  words: "Les mots de cette version",
  namesInWords:
    "Relisez-les : un nom de personne écrit dans le texte deviendrait public. La coordination peut d'abord le masquer.",
  nothing: "Rien n'y est écrit.",
  noSummaryTitle: "Le résumé en langage clair est vide.",
  noSummaryMeans:
    "C'est lui que les habitants lisent d'abord. Mieux vaut l'écrire et faire valider une autre version ; vous pouvez publier sans lui en disant pourquoi.",
  override: "Pourquoi publier sans résumé ?",
  overrideHint: "Cette raison sera gardée dans le journal de la fiche. Elle n'est pas publiée.",
  overrideMissing: "Dites pourquoi, ou faites d'abord écrire le résumé.",
  unpublishing: "Retrait…",
  unpublished: "La fiche n'est plus publiée : sa page publique le dit, et ne montre plus ses mots.",
  unpublishMeans:
    "La page publique dira que cette fiche n'est plus publiée, sans ses mots. Ce que d'autres ont lu ou copié reste chez eux. Vous pourrez publier à nouveau.",
  unpublishWhy: "Pourquoi la retirer ?",
  unpublishWhyHint: "Cette raison sera gardée dans le journal de la fiche. Elle n'est pas publiée.",
});

/** « Elle prendra la place de la version 2, publiée depuis le 12 mars 2026. » */
export function replacesPublished({ version, le }: VersionPubliee): string {
  return fr(`Elle prendra la place de la version ${version}, publiée depuis le ${dayWords(le)}.`);
}

/** « Lire les mots de la version 4 ». */
export function readWords(numero: number): string {
  return fr(`Lire la version ${numero} en entier`);
}
