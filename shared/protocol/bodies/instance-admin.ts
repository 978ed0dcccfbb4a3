import { z } from "zod";
import type { Adresse } from "../../domain/adresse.ts";
import type { AccessibiliteLevel, Reglages } from "../../domain/reglages.ts";
import { reglagesSchema } from "../../domain/reglages.ts";
import type { AccountId, ContratId, InvitationId, RegionId } from "../../ids.ts";
import { adresseField } from "./auth.ts";
import { lineField, personNameField, slugField } from "./fields.ts";
import type { InvitationBody } from "./invitation.ts";

/** What administers an instance: bodies of `/api/instance`. */

/** The secret that a one-time address ends with. */
const jeton = z.string().max(100);

/** A name that people read, on one line. */
const nom = lineField(120).transform((text) => text.replace(/\s+/gu, " "));

/** `POST /api/instance/premier-acces/verification`: 204 while this address opens the instance. */
export const firstAccessCheckBody = z.strictObject({ jeton });

/** `POST /api/instance/premier-acces`: 204 and the cookie of a session; whoever sends it administers the instance. */
export const firstAccessBody = z.strictObject({ jeton, nom: personNameField, adresse: adresseField });
export type FirstAccessBody = z.input<typeof firstAccessBody>;

/** `GET /api/instance`: what anybody may know. */
export interface InstanceBody {
  /** Empty: it has none of its own. */
  readonly nom: string;
  readonly accessibilite: AccessibiliteLevel;
}

/**
 * `POST /api/instance/contrats`: 201 and an `InstanceContrat`. Whoever has an account coordinates it at once; anybody else
 * is invited by mail.
 */
export const newContratBody = z.strictObject({ nom, slug: slugField, coordination: adresseField });
export type NewContratBody = z.input<typeof newContratBody>;

/** `GET /api/instance/contrats` */
export interface InstanceContratsBody {
  readonly contrats: readonly InstanceContrat[];
}

export interface InstanceContrat {
  readonly id: ContratId;
  readonly nom: string;
  readonly slug: string;
  /** Milliseconds since 1970. */
  readonly creeLe: number;
  /** While nobody coordinates it: who is invited to, which may be nobody. null: somebody does. */
  readonly attendue: readonly CoordinationAwaited[] | null;
}

/** An invitation to coordinate a contrat that waits, or that may be sent again. */
export interface CoordinationAwaited {
  readonly id: InvitationId;
  readonly adresse: Adresse;
  readonly etat: Exclude<InvitationBody["etat"], "acceptee" | "retiree">;
  readonly le: number;
  readonly expireLe: number;
}

/**
 * `POST /api/instance/contrats/:id/coordination`: 204; invites somebody to coordinate a contrat that nobody coordinates.
 * `DELETE …/coordination/:invitation` takes an invitation back, `POST …/coordination/:invitation/relance` sends it again.
 */
export const coordinationBody = z.strictObject({ adresse: adresseField });

/** `POST /api/instance/administration`: 204; that person, who has an account, administers the instance too. */
export const administrationBody = z.strictObject({ adresse: adresseField });

/** `GET /api/instance/administration` */
export interface AdministrationBody {
  readonly personnes: readonly { readonly id: AccountId; readonly nom: string; readonly depuis: number }[];
}

/** `POST /api/instance/regions` (201 and an `InstanceRegion`), `PUT /api/instance/regions/:region` (204) */
export const regionBody = z.strictObject({ nom });

/** `POST /api/instance/regions/:region/lecteurs`: 204; `DELETE …/lecteurs/:account` takes it back. */
export const regionReaderBody = z.strictObject({ adresse: adresseField });

/** `GET /api/instance/regions` */
export interface InstanceRegionsBody {
  readonly regions: readonly InstanceRegion[];
}

export interface InstanceRegion {
  readonly id: RegionId;
  readonly nom: string;
  readonly lecteurs: readonly { readonly id: AccountId; readonly nom: string }[];
  /** Those that chose to share with it. */
  readonly contrats: readonly ContratId[];
}

/** `GET /api/regions`: those that this person reads. */
export interface RegionsBody {
  readonly regions: readonly {
    readonly id: RegionId;
    readonly nom: string;
    readonly contrats: readonly { readonly nom: string; readonly slug: string }[];
  }[];
}

/** `GET /api/instance/reglages`, and its answer to `PUT`. */
export interface ReglagesBody {
  readonly reglages: Reglages;
  /** Raised by each change. */
  readonly numero: number;
}

/** `PUT /api/instance/reglages`; `numero` is that of what was read: refused when somebody changed them meanwhile. */
export const newReglagesBody = z.strictObject({ reglages: reglagesSchema, numero: z.int().nonnegative() });
export type NewReglagesBody = z.input<typeof newReglagesBody>;
