import type { Reglages } from "../../../shared/domain/reglages.ts";
import type { Empreinte } from "../../../shared/editor/canonical.ts";
import type { ContratId, DocumentId } from "../../../shared/ids.ts";

/*
 * What the files of the pages store hold: what readers are shown, and nothing else. No person is named in them. The words
 * of a fiche are in its own file alone, made into HTML once; where it stands in its plan is in the plan's, so that each
 * file has one writer and says what its writer knows.
 */

/** A fiche: written by its document. */
export type KeptFiche =
  | {
      readonly etat: "publiee";
      readonly id: DocumentId;
      readonly intitule: string;
      readonly version: number;
      /** Of the version as it was frozen. */
      readonly empreinte: Empreinte;
      /** Milliseconds since 1970; null: nobody noted when. */
      readonly valideeLe: number | null;
      readonly publieeLe: number;
      /** Whether words of it were masked since it was frozen. */
      readonly masquee: boolean;
      /** What was masked in its intitulé, in HTML. */
      readonly sousIntitule: string;
      /** Its sections, in HTML. */
      readonly texte: string;
    }
  /** Not published any more: nothing of it is here. */
  | { readonly etat: "retiree" };

export type PublishedFiche = Extract<KeptFiche, { readonly etat: "publiee" }>;

/** The published fiches of a contrat, by axe: written by the contrat, under each of its slugs. */
export interface KeptPlan {
  readonly contrat: {
    readonly id: ContratId;
    /** The one of today. */
    readonly slug: string;
    readonly nom: string;
    /** « 2022-2025 »; empty: nobody wrote it. */
    readonly periode: string;
  };
  /** Those that have a published fiche, in order. */
  readonly axes: readonly KeptAxe[];
}

export interface KeptAxe {
  readonly numero: number;
  readonly libelle: string;
  readonly fiches: readonly ListedFiche[];
}

export interface ListedFiche {
  readonly id: DocumentId;
  readonly numero: string;
  /** That of the version that is published. */
  readonly intitule: string;
  readonly version: number;
  /** When it was published, in milliseconds since 1970. */
  readonly le: number;
}

/** What every public page says of the instance, and the plans that are published: written by the annuaire. */
export interface KeptInstance {
  readonly reglages: Reglages;
  /** By name. */
  readonly plans: readonly ListedPlan[];
}

export interface ListedPlan {
  readonly slug: string;
  readonly nom: string;
  /** How many fiches of it are published: at least one. */
  readonly fiches: number;
}

const FORMAT = "coaction-page/1";

/** The text of a file: the same for the same content. */
export function writeKept(kept: KeptFiche | KeptPlan | KeptInstance): string {
  return `${JSON.stringify({ format: FORMAT, ...kept })}\n`;
}

/** What a file says; null for none, and for one that is not whole. The caller names the type that its key is of. */
export function readKept<Kept extends KeptFiche | KeptPlan | KeptInstance>(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const { format, ...kept } = JSON.parse(text) as { readonly format: unknown };
    // Written by `writeKept`, under the key of this type.
    return format === FORMAT ? (kept as unknown as Kept) : null;
  } catch {
    return null;
  }
}
