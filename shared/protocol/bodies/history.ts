import { z } from "zod";
import type { MaskedPlace, MotifCaviardage, Sitting, VersionEtat } from "../../domain/version.ts";
import { MOTIFS_CAVIARDAGE, parseMoment } from "../../domain/version.ts";
import type { Block, SheetContent } from "../../editor/blocks.ts";
import { type Empreinte, type Empreintes, ENGAGEMENT, type EngagementPart } from "../../editor/canonical.ts";
import type { AccountId } from "../../ids.ts";
import { empreinteField } from "./fields.ts";

/** People named in an answer, by their account; who is no longer of the contrat is « ancien membre » (null). */
export type Names = Readonly<Record<AccountId, { readonly nom: string | null; readonly organisation: string | null }>>;

/** A version in a list. */
export interface VersionInList {
  readonly numero: number;
  readonly empreinte: Empreinte;
  readonly etat: VersionEtat;
  readonly soumiseLe: number;
  readonly soumisePar: AccountId;
  /** Where the text stood: versions stand among sittings. */
  readonly seq: number;
}

/** `GET …/historique`. Sittings: the latest first, empty for who sees only versions. */
export interface HistoriqueBody {
  readonly sittings: readonly Sitting[];
  /** Pass as `avant` for older ones; null: there are none. */
  readonly suite: number | null;
  /** All of them, the latest first. */
  readonly versions: readonly VersionInList[];
  /** All of them, the oldest first: masking is no writing, and is in no sitting. */
  readonly masquages: readonly Masquage[];
  readonly noms: Names;
  readonly droits: { readonly restaurer: boolean; readonly caviarder: boolean };
}

/** A passage that was masked: what is shown in its place. */
export interface Masque {
  readonly id: number;
  readonly partie: MaskedPlace;
  readonly le: number;
  readonly motif: MotifCaviardage;
}

/** The masking of a passage, in a history. */
export interface Masquage extends Masque {
  readonly par: AccountId;
  /** Where the text stood: maskings stand among sittings. */
  readonly seq: number;
}

/** `GET …/moments/:moment` */
export interface MomentBody {
  readonly content: SheetContent;
  /** When the text was so, in milliseconds since 1970. */
  readonly le: number;
  /** Of a version alone. */
  readonly version: (VersionInList & { readonly empreintes: Empreintes; readonly place: VersionPlace }) | null;
  readonly masques: readonly Masque[];
  readonly noms: Names;
}

/** What the contrat said of the fiche when a version was frozen: recorded beside it, never in its fingerprint. */
export interface VersionPlace {
  readonly numero: string;
  readonly axe: string;
}

/** One stretch of a comparison, in reading order. */
export type ComparedRun = {
  readonly texte: string;
  readonly gras: boolean;
  readonly italique: boolean;
  readonly lien: string | null;
  /** A line break within a paragraph: then `texte` is « \n ». */
  readonly saut: boolean;
} & (
  | { readonly kind: "garde" }
  /** New: who first typed these words; `deplacePar` when somebody else put them here. */
  | { readonly kind: "ajoute"; readonly par: AccountId; readonly deplacePar: AccountId | null; readonly le: number }
  /** Gone: who removed them, null when nobody knows; `auteur` wrote them; `deplace`: the same words were put elsewhere. */
  | {
      readonly kind: "retire";
      readonly par: AccountId | null;
      readonly auteur: AccountId;
      readonly le: number;
      readonly deplace: boolean;
    }
  /** The same words with other marks; the run's own marks are those of after. */
  | {
      readonly kind: "forme";
      readonly par: AccountId | null;
      readonly avant: { readonly gras: boolean; readonly italique: boolean; readonly lien: string | null };
    }
);

/**
 * A paragraph of a comparison: `avant` null when it is new, `apres` null when it is gone. Words may stay in one that is new
 * (its beginning was put in the middle of a paragraph: it was cut) or gone (it was joined to the one before).
 */
export interface ComparedBlock {
  readonly avant: Pick<Block, "genre" | "retrait"> | null;
  readonly apres: Pick<Block, "genre" | "retrait"> | null;
  readonly runs: readonly ComparedRun[];
}

export interface ComparedPart {
  readonly partie: EngagementPart;
  /** Not a word changed: then `blocks` is empty. */
  readonly identique: boolean;
  readonly blocks: readonly ComparedBlock[];
  /** What changed, one thing at a time, in reading order: what sentences are made from. */
  readonly changements: readonly Changement[];
}

/** One change as people would tell it. `bloc` and `run` say where it begins in `blocks`. */
export type Changement = {
  readonly bloc: number;
  readonly run: number;
  readonly par: AccountId | null;
  readonly le: number;
} & (
  | { readonly quoi: "ajoute"; readonly texte: string; readonly deplacePar: AccountId | null }
  /** `auteurs`: everybody who wrote some of it, in the order of the words. */
  | { readonly quoi: "retire"; readonly texte: string; readonly auteurs: readonly AccountId[] }
  | { readonly quoi: "remplace"; readonly avant: string; readonly apres: string }
  | { readonly quoi: "deplace"; readonly texte: string }
  | { readonly quoi: "forme"; readonly texte: string }
  | { readonly quoi: "paragraphe"; readonly comment: "coupe" | "joint" | "genre" }
);

/** `GET …/comparaisons/:de/:a` */
export interface ComparaisonBody {
  readonly de: { readonly nom: string; readonly le: number };
  readonly a: { readonly nom: string; readonly le: number };
  readonly parties: readonly ComparedPart[];
  readonly masques: readonly Masque[];
  readonly noms: Names;
}

/** `GET …/auteurs/:partie`: paragraph by paragraph, who wrote each stretch. */
export interface AuteursBody {
  readonly paragraphes: readonly (readonly {
    readonly texte: string;
    readonly auteur: AccountId;
    readonly deplacePar: AccountId | null;
    /** Which move put it there: what has another was not moved from beside it. null: its author put it there. */
    readonly deplacement: string | null;
    /** When it was first typed, in milliseconds since 1970. */
    readonly le: number;
  }[])[];
  readonly noms: Names;
}

const moment = z.string().refine((name) => parseMoment(name) !== null);

/** `GET …/historique`: those whose last update is not after this one. */
export const historiqueQuery = z.strictObject({
  avant: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31)
    .optional(),
});

/** `GET …/auteurs/:partie`: of the text as it stands when no moment is given. */
export const auteursQuery = z.strictObject({ moment: moment.optional() });

/** `POST …/restauration` */
export const restaurationBody = z.strictObject({
  moment,
  /** null: the whole sheet. */
  partie: z.enum(ENGAGEMENT).nullable(),
});

/** What came of it. */
export interface RestaureBody {
  /** The text, or that part of it, had these very words before. */
  readonly deja: boolean;
}

/** `POST …/caviardages/apercu` and `POST …/caviardages`: every occurrence of these words there, past and present. */
export const caviardageBody = z.strictObject({
  partie: z.enum([...ENGAGEMENT, "actes"]),
  mots: z.string().min(1).max(2_000),
  motif: z.enum(MOTIFS_CAVIARDAGE),
});

/** `POST …/caviardages`: what the preview showed, by its fingerprint. */
export const caviarderBody = caviardageBody.extend({
  apercu: empreinteField,
});

/** What would be masked. */
export interface CaviardageApercuBody {
  /** In the text as it stands, with the words around. */
  readonly vivant: readonly { readonly avant: string; readonly mots: string; readonly apres: string }[];
  /** Links of that text whose address holds them: the words stay, and lead nowhere. */
  readonly liens: number;
  readonly versions: readonly number[];
  /** How many times it was ever written, deleted ones included. */
  readonly ecritures: number;
  /** How many reasons, réserves and answers hold these words: they are masked there too, whatever part they speak of. */
  readonly commentaires: number;
  /** Other parts that hold or held them: each is masked by an act of its own. */
  readonly ailleurs: readonly EngagementPart[];
  /** The fingerprint of what is shown here: the act names it. */
  readonly apercu: Empreinte;
}

/** What the person who masked keeps: with it, anybody can prove what was removed; without it, nobody can guess. */
export interface CaviardeBody {
  readonly id: number;
  readonly sel: string;
  readonly engagement: string;
}
