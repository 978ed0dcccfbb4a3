import { z } from "zod";
import { STADES, type Stade } from "../../domain/contrat.ts";
import type { Selection } from "../../domain/partage.ts";
import type { AxeId, DocumentId, GroupeId, OrganisationId, RegionId } from "../../ids.ts";
import { dayField, idField, lineField, slugField } from "./fields.ts";

export const NOM_MAX = 200;
const LIST_MAX = 200;

/** `PUT /api/contrats/:contrat/identite`: 204. What a contrat says of itself; its stade is passed apart. */
export const identiteBody = z.strictObject({
  nom: lineField(NOM_MAX),
  porteur: lineField(NOM_MAX, 0),
  territoire: lineField(NOM_MAX, 0),
  epci: z.array(lineField(NOM_MAX)).max(LIST_MAX),
  communes: z.array(lineField(NOM_MAX)).max(1_000),
  ars: z.array(lineField(NOM_MAX)).max(6),
  periode: lineField(NOM_MAX, 0),
  faits: z.array(lineField(500)).max(20),
  objectifsDeMethode: z.array(lineField(500)).max(20),
});

/** `PUT /api/contrats/:contrat/slug`: 204. The old ones keep leading here. */
export const slugBody = z.strictObject({ slug: slugField });

/** `POST /api/contrats/:contrat/stades`: 204. */
export const stadeBody = z.strictObject({ stade: z.enum(STADES), le: dayField });

/** `PUT /api/contrats/:contrat/signataires`: 204. The whole list, in order. */
export const signatairesBody = z.strictObject({
  signataires: z
    .array(
      z.strictObject({
        organisation: idField<OrganisationId>(),
        /** Who signs for it, and in what capacity. */
        representant: lineField(NOM_MAX).nullable(),
        qualite: lineField(NOM_MAX).nullable(),
        /** When its assembly allowed it to sign. */
        delibereLe: dayField.nullable(),
      }),
    )
    .max(LIST_MAX),
});
export type Signataire = z.output<typeof signatairesBody>["signataires"][number];

/** `GET /api/contrats/:contrat/identite` */
export interface IdentiteBody {
  readonly stades: readonly { readonly stade: Stade; readonly le: string }[];
  readonly signataires: readonly (Signataire & { readonly nom: string })[];
  /** Its addresses: the one in use first, then those it had. */
  readonly slugs: readonly string[];
}

const selectionField = z.union([
  z.literal("aucune"),
  z.literal("toutes"),
  z.array(idField<DocumentId>()).max(500),
]) satisfies z.ZodType<Selection>;

/** `PUT /api/contrats/:contrat/partage`: 204. Whom the contrat shows which fiches. */
export const partageBody = z.strictObject({
  /** To its ARS and its lecteurs. */
  lecteurs: selectionField,
  /** To the readers of a région. */
  regions: z.array(z.strictObject({ region: idField<RegionId>(), fiches: selectionField })).max(30),
});

/** `GET /api/contrats/:contrat/partage` */
export interface PartageShownBody extends PartageBody {
  /** The regions of the instance, to share with or not. */
  readonly disponibles: readonly { readonly id: RegionId; readonly nom: string }[];
}

export interface PartageBody {
  readonly lecteurs: Selection;
  readonly regions: readonly { readonly region: RegionId; readonly fiches: Selection }[];
}

/** `POST /api/contrats/:contrat/axes`: 201 and its id. Without `parent`, an axe; with one, an objectif. */
export const newAxeBody = z.strictObject({ parent: idField<AxeId>().nullable(), libelle: lineField(500) });

/** `PUT /api/contrats/:contrat/axes/:axe`: 204. */
export const renameAxeBody = z.strictObject({ libelle: lineField(500) });

/** `PUT /api/contrats/:contrat/axes/:axe/place`: 204. `rang`: before which of the others of `parent`, from 0. */
export const moveAxeBody = z.strictObject({ parent: idField<AxeId>().nullable(), rang: z.int().min(0).max(500) });

/** `POST /api/contrats/:contrat/groupes/:groupe/fiches`: 201 and its id. */
export const newFicheBody = z.strictObject({ axe: idField<AxeId>() });

/** `PUT /api/contrats/:contrat/fiches/:fiche/place`: 204. Without `numero`, the next free one of the axe. */
export const placeFicheBody = z.strictObject({
  axe: idField<AxeId>(),
  numero: lineField(20).nullable(),
});

/** `PUT /api/contrats/:contrat/fiches/:fiche/groupe`: 204. The groupe that writes it from now on. */
export const entrustFicheBody = z.strictObject({ groupe: idField<GroupeId>() });

/** `GET /api/contrats/:contrat/corbeille`: what may be brought back, the newest first. */
export interface CorbeilleBody {
  readonly fiches: readonly (Jete & { readonly id: DocumentId; readonly numero: string; readonly intitule: string })[];
  readonly groupes: readonly (Jete & { readonly id: GroupeId; readonly nom: string })[];
}

export interface Jete {
  /** Milliseconds since 1970. */
  readonly jeteLe: number;
  /** The name of who did; null: a former membre. */
  readonly par: string | null;
  /** After which it is gone. */
  readonly jusquau: number;
}

/** What an act that makes something answers: 201. */
export interface CreatedBody {
  readonly id: string;
}

/** `GET /api/regions/:region/contrats/:contrat`: what a contrat shows to a région. */
export interface SharedContratBody {
  readonly slug: string;
  readonly nom: string;
  readonly porteur: string;
  readonly territoire: string;
  readonly periode: string;
  readonly stade: Stade;
  readonly axes: readonly { readonly numero: number; readonly libelle: string }[];
  readonly fiches: readonly {
    readonly id: DocumentId;
    readonly numero: string;
    readonly intitule: string;
    /** The number of its axe. */
    readonly axe: number;
    readonly groupe: string;
  }[];
}
