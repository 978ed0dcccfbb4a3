import type { AttenteKind } from "../../shared/domain/attente.ts";
import type { AttenteBody } from "../../shared/protocol/bodies/attentes.ts";
import { dayWords } from "./standing-badge.ts";
import { counted, fr, frAll } from "./typography.ts";

/** What waits for somebody's decision, answer or words, in groups of one home page. */
export type AttenteGroup = "a_examiner" | "a_decider" | "a_repondre" | "a_completer";

/** In which group each stands. */
export const GROUP_OF: Readonly<Record<AttenteKind, AttenteGroup>> = {
  avis_a_donner: "a_examiner",
  avis_a_confirmer: "a_examiner",
  reserve_a_lever: "a_examiner",
  decision_a_relever: "a_decider",
  validation: "a_decider",
  reserve_a_repondre: "a_repondre",
  sections_a_completer: "a_completer",
};

export const GROUP_TITLES: Readonly<Record<AttenteGroup, string>> = frAll({
  a_examiner: "À examiner",
  a_decider: "À décider",
  a_repondre: "Réserves auxquelles répondre",
  a_completer: "Sections à compléter",
});

export const ATTENTES_WORDS = frAll({
  nav: "Fiches à examiner",
  previous: "Fiche précédente",
  next: "Fiche suivante",
  none: "Aucune décision ni réponse n'est attendue de vous pour l'instant.",
  back: "Tout ce qui vous attend",
  nextToExamine: "Examiner la fiche suivante",
  allExamined: "Il ne vous reste aucune fiche à examiner.",
  loading: "Chargement de ce qui vous attend…",
  unheard: "Ce qui vous attend n'a pas pu être chargé : le serveur ne répond pas. Vérifiez votre connexion à internet.",
});

/** What waits, in a sentence that is also its link. */
export function attenteSentence({ quoi, fiche, nombre }: Pick<AttenteBody, "quoi" | "fiche" | "nombre">): string {
  const on = `« ${fiche.numero} ${fiche.intitule === "" ? "Sans intitulé" : fiche.intitule} »`;
  switch (quoi) {
    case "avis_a_donner":
      return fr(`Donner votre avis sur ${on}`);
    case "avis_a_confirmer":
      return fr(`Confirmer ou changer votre avis sur ${on}`);
    case "reserve_a_lever":
      return fr(
        nombre === 1 ? `Dire si votre réserve est levée : ${on}` : `Dire si vos ${nombre} réserves sont levées : ${on}`,
      );
    case "reserve_a_repondre":
      return fr(
        nombre === 1 ? `Répondre à une réserve sur ${on}` : `Répondre à ${counted(nombre, "réserve")} sur ${on}`,
      );
    case "decision_a_relever":
      return fr(`Relever la décision du comité technique sur ${on}`);
    case "validation":
      return fr(`Valider ou renvoyer, au nom du comité de pilotage : ${on}`);
    case "sections_a_completer":
      return fr(`Compléter ${counted(nombre, "section")} de ${on}`);
  }
}

/** Beneath it: « Version 4, soumise le 12 mars 2026. » */
export function attenteFacts({ quoi, version, depuis, contrat }: AttenteBody): string {
  const since = depuis === null ? "" : SINCE[quoi].replace("%", dayWords(depuis));
  const parts = [...(version === null ? [] : [`Version ${version}`]), ...(since === "" ? [] : [since])];
  return fr(parts.length === 0 ? `${contrat.nom}.` : `${parts.join(", ")}. ${contrat.nom}.`);
}

/** Of what the day is. */
const SINCE: Readonly<Record<AttenteKind, string>> = {
  avis_a_donner: "soumise le %",
  avis_a_confirmer: "soumise le %",
  reserve_a_lever: "réponse du %",
  reserve_a_repondre: "depuis le %",
  decision_a_relever: "soumise le %",
  validation: "à valider depuis le %",
  sections_a_completer: "",
};

/** « 3 choses vous attendent. » */
export function awaitedLede(count: number): string {
  return fr(count === 1 ? "Une chose vous attend." : `${counted(count, "chose")} vous attendent.`);
}

/** « Fiche 2 sur 5 à examiner », or how many are left beside this one. */
export function examineWords(index: number, total: number): string {
  if (index >= 0) return fr(`Fiche ${index + 1} sur ${total} à examiner`);
  return fr(total === 1 ? "Il vous reste une fiche à examiner" : `Il vous reste ${total} fiches à examiner`);
}
