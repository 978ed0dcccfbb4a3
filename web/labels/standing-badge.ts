import type { DerniereVersion, VersionApprouvee, VersionPubliee } from "../../shared/domain/fiche.ts";
import type { VersionEtat } from "../../shared/domain/version.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { dayOf, fullDay } from "./days.ts";
import { fr, frAll } from "./typography.ts";

/** What of a fiche says where it stands: its draft, its last version, the words that bind, and those that everybody reads. */
export type Standing = Pick<FicheInList, "etat" | "derniere" | "approuvee" | "publiee">;

/** The same in a word or two, for a badge: « Version 4 soumise ». */
const SHORT: Readonly<Record<VersionEtat, string>> = frAll({
  soumise: "soumise",
  ajournee: "ajournée",
  a_amender: "à amender",
  refusee: "refusée",
  approuvee: "approuvée",
  approuvee_sous_reserve: "approuvée sous réserve",
  validee: "validée",
  remplacee: "remplacée",
  retiree: "retirée",
});

/** The état of the last version, as a badge says it. */
export function versionBadge({ numero, etat }: Pick<DerniereVersion, "numero" | "etat">): string {
  return fr(`Version ${numero} ${SHORT[etat]}`);
}

/** « Publiée : version 4 ». */
export function publishedBadge({ version }: Pick<VersionPubliee, "version">): string {
  return fr(`Publiée : version ${version}`);
}

/** « Modifiée depuis l'approbation du 12 mars 2026 ». */
export function modifiedSince({ le }: Pick<VersionApprouvee, "le">): string {
  return fr(`Modifiée depuis l'approbation du ${dayWords(le)}`);
}

/** The same, where a version or a moment is shown: it is the fiche that was. */
export function ficheModifiedSince({ le }: Pick<VersionApprouvee, "le">): string {
  return fr(`Fiche modifiée depuis l'approbation du ${dayWords(le)}`);
}

/** What leads to the comparison. */
export const SEE_CHANGES = "voir ce qui a changé";

/** The day of an instant, in words. */
export function dayWords(instant: number): string {
  return fullDay(dayOf(instant));
}
