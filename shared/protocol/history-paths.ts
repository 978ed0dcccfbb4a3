import { type Moment, momentName } from "../domain/version.ts";
import { fichePages } from "./fiche-paths.ts";
import type { FicheAddress } from "./paths.ts";

/** The pages below the history of a fiche, each with its own address. */
export const historyPages = {
  /** Who did what about it, beside writing it. */
  journal: (slug: string, fiche: FicheAddress) => `${fichePages.historique(slug, fiche)}/journal`,
  /** The sheet as it was. */
  moment: (slug: string, fiche: FicheAddress, moment: Moment) =>
    `${fichePages.historique(slug, fiche)}/${momentName(moment)}`,
  comparaison: (slug: string, fiche: FicheAddress, from: Moment, to: Moment) =>
    `${fichePages.historique(slug, fiche)}/${momentName(from)}/${momentName(to)}`,
} as const;
