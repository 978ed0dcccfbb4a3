import type { EngagementPart } from "../editor/canonical.ts";
import type { AccountId } from "../ids.ts";

/** Where a submitted version stands: never mixed with the etat of the draft. */
export const VERSION_ETATS = [
  "soumise",
  "ajournee",
  "a_amender",
  "refusee",
  "approuvee",
  "approuvee_sous_reserve",
  "validee",
  "remplacee",
  "retiree",
] as const;
export type VersionEtat = (typeof VERSION_ETATS)[number];

/** What a membre of the comité technique thinks of a version. */
export const SENS_AVIS = ["favorable", "favorable_avec_reserves", "defavorable", "abstention"] as const;
export type SensAvis = (typeof SENS_AVIS)[number];

/** What the comité technique decided on a version. */
export const SENS_DECISION = ["approuvee", "approuvee_sous_reserve", "ajournee", "refusee"] as const;
export type SensDecision = (typeof SENS_DECISION)[number];

/** Why a passage was masked. */
export const MOTIFS_CAVIARDAGE = [
  "donnee_de_sante",
  "donnee_personnelle",
  "propos_injurieux",
  "secret_protege",
] as const;
export type MotifCaviardage = (typeof MOTIFS_CAVIARDAGE)[number];

/** Where words are masked: a part of the sheet and all that it ever was, or what people wrote with their acts. */
export type MaskedPlace = EngagementPart | "actes";

/**
 * A moment of a fiche's text that can be read and compared: a submitted version (`v4`), or the text as it was after an
 * update of its log (`m1283`), which is how the end of a sitting is named. `m0` is the empty sheet.
 */
export type Moment =
  | { readonly kind: "version"; readonly numero: number }
  | { readonly kind: "log"; readonly seq: number };

const MOMENT = /^([vm])(0|[1-9]\d{0,9})$/;

/** Reads the name of a moment, or null. */
export function parseMoment(text: string): Moment | null {
  const match = MOMENT.exec(text);
  if (match === null) return null;
  const number = Number(match[2]);
  if (match[1] === "m") return { kind: "log", seq: number };
  return number === 0 ? null : { kind: "version", numero: number };
}

/** The name of a moment, as addresses have it. */
export function momentName(moment: Moment): string {
  return moment.kind === "version" ? `v${moment.numero}` : `m${moment.seq}`;
}

/** A stretch of writing by one or more people, without a pause of fifteen minutes. */
export interface Sitting {
  /** The number of the last update of the log: the text as it was at its end is the moment `m<fin>`. */
  readonly fin: number;
  /** The number of the last update before it; 0 when there is none. */
  readonly avant: number;
  /** Milliseconds since 1970. */
  readonly debutLe: number;
  readonly finLe: number;
  /** Whether it may still grow: the last update is less than a pause old. */
  readonly ouverte: boolean;
  readonly personnes: readonly SittingPart[];
}

/** What one person did in one sitting, in letters that people see; what was only moved counts for neither. */
export interface SittingPart {
  readonly personne: AccountId;
  readonly ajoutes: number;
  readonly retires: number;
  /** Places of the sheet, in its order. */
  readonly ou: readonly EngagementPart[];
}
