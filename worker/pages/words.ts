import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { AccessibiliteLevel } from "../../shared/domain/reglages.ts";
import type { MotifCaviardage, VersionEtat } from "../../shared/domain/version.ts";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import type { TextSection } from "../../shared/editor/sections.ts";

/*
 * The words that server-rendered pages share with the browser's, which has its own in `web/labels/`. A test compares
 * the two, so that a section never has two names.
 */

export const SECTION_TITLES: Readonly<Record<TextSection, string>> = {
  constats: "Constats et enjeux",
  inegalites: "Réduction des inégalités",
  description: "Description de l’action",
  resultats_attendus: "Résultats attendus",
  moyens: "Moyens humains et techniques",
  leviers: "Leviers",
  freins: "Freins",
  vigilance: "Points de vigilance",
  participation: "Participation des habitants",
  resume: "Résumé en langage clair",
};

/** What a part that is approved is called: a section, or the intitulé. */
export function partTitle(part: EngagementPart): string {
  return part === "intitule" ? "Intitulé de l’action" : SECTION_TITLES[part];
}

export const ETAT_LABELS: Readonly<Record<EtatRedaction, string>> = {
  proposition: "Proposition",
  brouillon: "Brouillon",
  en_relecture: "En relecture",
  close: "Close",
};

/** The état of a version, behind its number. */
export const VERSION_ETAT_LABELS: Readonly<Record<VersionEtat, string>> = {
  soumise: "soumise",
  ajournee: "ajournée",
  a_amender: "à amender",
  refusee: "refusée",
  approuvee: "approuvée",
  approuvee_sous_reserve: "approuvée sous réserve",
  validee: "validée",
  remplacee: "remplacée",
  retiree: "retirée",
};

/** Why words were masked. */
export const MOTIF_LABELS: Readonly<Record<MotifCaviardage, string>> = {
  donnee_de_sante: "donnée de santé",
  donnee_personnelle: "donnée personnelle",
  propos_injurieux: "propos injurieux",
  secret_protege: "secret protégé par la loi",
};

/** The three words that the law knows. */
export const ACCESSIBILITE_LABELS: Readonly<Record<AccessibiliteLevel, string>> = {
  non_conforme: "non conforme",
  partiellement_conforme: "partiellement conforme",
  totalement_conforme: "totalement conforme",
};

/** Instead of an intitulé that nobody has written. */
export const UNTITLED = "Sans intitulé";
