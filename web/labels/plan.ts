import { frAll } from "./typography.ts";

/** Words of a plan d'actions that the pages of a contrat and of a fiche share. */
export const PLAN = frAll({
  axe: "Axe",
  untitled: "Sans intitulé",
});
