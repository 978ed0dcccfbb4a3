import type { TextSection } from "../editor/sections.ts";
import type { AccountId } from "../ids.ts";
import type { EtatRedaction } from "./contrat.ts";
import type { Regle } from "./instance.ts";
import type { VersionEtat } from "./version.ts";

/** What the contrat keeps of a fiche, told by its document: a copy, for lists, for rights and for who is awaited. */
export interface FicheSummary {
  readonly intitule: string;
  /** Text sections with at least one word. */
  readonly remplies: readonly TextSection[];
  /** Of the last change of the text, in milliseconds since 1970; null: nobody wrote since it was made. */
  readonly modifieeLe: number | null;
  /** null: the document was made before it owned where it stands, and was not told of it yet. */
  readonly vie: FicheVie | null;
  /** The intitulé of the version that is published, which lists show to everybody; null: none is. */
  readonly intitulePublie: string | null;
  /** The intitulé of the version that bodies read, for who may not read the draft; null: there is none. */
  readonly intituleLu: string | null;
  /** How often words of its intitulé were masked: whoever has copies of it writes over what is left of them. */
  readonly masques: number;
}

/** Where a fiche stands, and what its versions wait for. */
export interface FicheVie {
  readonly etat: EtatRedaction;
  /** Whether somebody outside the groupe has a version to read. */
  readonly soumise: boolean;
  readonly derniere: DerniereVersion | null;
  readonly approuvee: VersionApprouvee | null;
  /** The version that the comité technique examines. */
  readonly instruction: {
    readonly version: number;
    /** When it was submitted, in milliseconds since 1970. */
    readonly depuis: number;
    /** Who gave an avis, and whether it is on this very version. */
    readonly avis: readonly { readonly de: AccountId; readonly aJour: boolean }[];
    /** The rule by which it is decided. */
    readonly regle: Regle;
    /** Whether there is something to decide: it was not put off, or somebody gave an avis since. */
    readonly aDecider: boolean;
  } | null;
  /** Réserves that nobody lifted. */
  readonly reserves: readonly {
    readonly de: AccountId;
    readonly repondue: boolean;
    /** When it was made, or answered last, in milliseconds since 1970. */
    readonly depuis: number;
  }[];
  /** A version that was approved and that the Copil did not validate yet. */
  readonly aValider: {
    readonly version: number;
    readonly depuis: number;
    /** Whose réserves its approval waits for, while they sit in the committee; nobody, once it is plainly approved. */
    readonly attend: readonly AccountId[];
  } | null;
  /** Who declared that they take no part. */
  readonly deports: readonly AccountId[];
  /** What everybody may read. */
  readonly publiee: VersionPubliee | null;
}

/** The version that is published. `le`: since when, in milliseconds since 1970. */
export interface VersionPubliee {
  readonly version: number;
  readonly le: number;
}

/** The last version that was submitted. `le`: when, in milliseconds since 1970. */
export interface DerniereVersion {
  readonly numero: number;
  readonly etat: VersionEtat;
  readonly le: number;
}

/** The words that bind. `le`: when they were approved, in milliseconds since 1970. */
export interface VersionApprouvee {
  readonly version: number;
  readonly le: number;
  /** Whether it hangs on réserves that are still to be lifted. */
  readonly sousReserve: boolean;
  /** Whether the text says something else today. */
  readonly modifieeDepuis: boolean;
}
