import { can, type FicheFacts } from "./can.ts";

/** Whether a person knows of the fiche at all: its text, a version of it, or only what lists show. */
export function seesFiche(facts: FicheFacts): boolean {
  return (["lire_brouillon", "lire_version_soumise", "lire_partage"] as const).some((way) => can(way, facts).ok);
}
