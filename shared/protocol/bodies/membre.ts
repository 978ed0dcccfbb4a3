import { z } from "zod";
import type { ContratRole, GroupeRole } from "../../domain/contrat.ts";
import { isSiret, ORGANISATION_KINDS, type Organisation } from "../../domain/organisation.ts";
import type { AccountId, GroupeId, OrganisationId } from "../../ids.ts";
import { NOM_MAX } from "./contrat.ts";
import { idField, lineField } from "./fields.ts";

/** `POST /api/contrats/:contrat/organisations`: 201 and its id; `PUT …/organisations/:organisation`: 204. */
export const organisationBody = z.strictObject({
  nom: lineField(NOM_MAX),
  kind: z.enum(ORGANISATION_KINDS),
  siret: z
    .string()
    .max(20)
    .transform((text) => text.replace(/\s/gu, ""))
    .pipe(z.string().refine(isSiret))
    .nullable(),
});

/** `GET /api/contrats/:contrat/organisations` */
export interface OrganisationsBody {
  readonly organisations: readonly Organisation[];
}

/** The roles that the coordination gives by hand; who presides a body is chosen with the body. */
export const GIVEN_ROLES = [
  "coordination",
  "comite_technique",
  "copil",
  "ars",
  "lecteur",
] as const satisfies ContratRole[];

/** `PUT /api/contrats/:contrat/membres/:personne`: 204. Exactly these roles in the whole contrat. */
export const membreBody = z.strictObject({
  roles: z.array(z.enum(GIVEN_ROLES)).max(GIVEN_ROLES.length),
  /** Whom they speak for. */
  organisation: idField<OrganisationId>().nullable(),
});

/** `POST /api/contrats/:contrat/coordination`: 204. Gives one's own role of coordination to somebody else. */
export const handoverBody = z.strictObject({ successeur: idField<AccountId>() });

/** `GET /api/contrats/:contrat/membres` */
export interface MembresBody {
  readonly membres: readonly MembreBody[];
}

/** A person in a contrat. The name is a copy of what their account said; null: a former membre. */
export interface MembreBody {
  readonly id: AccountId;
  readonly nom: string | null;
  readonly organisation: OrganisationId | null;
  readonly roles: readonly ContratRole[];
  readonly groupes: readonly { readonly id: GroupeId; readonly nom: string; readonly roles: readonly GroupeRole[] }[];
  /** Since when, in milliseconds since 1970. */
  readonly depuis: number;
}
