import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { AccessibiliteLevel } from "../../shared/domain/reglages.ts";
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

export const ETAT_LABELS: Readonly<Record<EtatRedaction, string>> = {
  proposition: "Proposition",
  brouillon: "Brouillon",
  en_relecture: "En relecture",
  close: "Close",
};

/** The three words that the law knows. */
export const ACCESSIBILITE_LABELS: Readonly<Record<AccessibiliteLevel, string>> = {
  non_conforme: "non conforme",
  partiellement_conforme: "partiellement conforme",
  totalement_conforme: "totalement conforme",
};

/** Instead of an intitulé that nobody has written. */
export const UNTITLED = "Sans intitulé";
