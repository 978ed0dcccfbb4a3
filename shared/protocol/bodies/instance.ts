import { z } from "zod";
import { type InstanceKind, type Regle, regleSchema } from "../../domain/instance.ts";
import type { AccountId, OrganisationId } from "../../ids.ts";
import { NOM_MAX } from "./contrat.ts";
import { idField, lineField } from "./fields.ts";

/** `PUT /api/contrats/:contrat/instances/:instance`: 204. */
export const instanceBody = z.strictObject({ nom: lineField(NOM_MAX), regle: regleSchema });

/** `PUT /api/contrats/:contrat/instances/:instance/presidence`: 204. Both are membres of it, and two people. */
export const presidenceBody = z.strictObject({
  president: idField<AccountId>().nullable(),
  remplacant: idField<AccountId>().nullable(),
});

/** `GET /api/contrats/:contrat/instances` */
export interface InstancesBody {
  readonly instances: readonly InstanceBody[];
}

export interface InstanceBody {
  readonly kind: InstanceKind;
  readonly nom: string;
  readonly regle: Regle;
  /** How many membres must be there, by the rule and the membres of today. */
  readonly quorum: number;
  readonly membres: readonly {
    readonly id: AccountId;
    readonly nom: string | null;
    readonly organisation: { readonly id: OrganisationId; readonly nom: string } | null;
  }[];
  readonly president: AccountId | null;
  readonly remplacant: AccountId | null;
}
