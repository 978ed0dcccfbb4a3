import type { Moment } from "../domain/version.ts";
import { momentName } from "../domain/version.ts";
import { type FicheAddress, paths } from "./paths.ts";

/** The views of a fiche beside Rédaction and Lecture, each with its own address. */
export const fichePages = {
  historique: (slug: string, fiche: FicheAddress) => `${paths.fiche(slug, fiche)}/historique`,
  /** The sheet as it was. */
  moment: (slug: string, fiche: FicheAddress, moment: Moment) =>
    `${fichePages.historique(slug, fiche)}/${momentName(moment)}`,
  comparaison: (slug: string, fiche: FicheAddress, from: Moment, to: Moment) =>
    `${fichePages.historique(slug, fiche)}/${momentName(from)}/${momentName(to)}`,
  instruction: (slug: string, fiche: FicheAddress) => `${paths.fiche(slug, fiche)}/instruction`,
  /** Leads to the comparison of what was approved with the text as it stands. */
  sinceApproval: (slug: string, fiche: FicheAddress) => `${paths.fiche(slug, fiche)}/depuis-l-approbation`,
} as const;
