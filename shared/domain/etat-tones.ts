import type { EtatRedaction } from "./contrat.ts";
import type { VersionEtat } from "./version.ts";

/**
 * How the badge of an état looks, on screens and on the server's pages: its class in the style sheet. The words in it say
 * the same.
 */
export const ETAT_TONES = {
  proposition: "draft",
  brouillon: "draft",
  en_relecture: "accent",
  close: "ok",
  soumise: "accent",
  ajournee: "warn",
  a_amender: "warn",
  refusee: "warn",
  approuvee: "ok",
  approuvee_sous_reserve: "warn",
  validee: "ok",
  remplacee: "draft",
  retiree: "draft",
} as const satisfies Readonly<Record<EtatRedaction | VersionEtat, string>>;
