import { type FicheAddress, paths } from "./paths.ts";

/** The views of a fiche beside Rédaction and Lecture, each with its own address. */
export const fichePages = {
  historique: (slug: string, fiche: FicheAddress) => `${paths.fiche(slug, fiche)}/historique`,
  instruction: (slug: string, fiche: FicheAddress) => `${paths.fiche(slug, fiche)}/instruction`,
  /** Leads to the comparison of what was approved with the text as it stands. */
  sinceApproval: (slug: string, fiche: FicheAddress) => `${paths.fiche(slug, fiche)}/depuis-l-approbation`,
} as const;
