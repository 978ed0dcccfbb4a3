import { type ContratId, type DocumentId, shortId } from "../../../shared/ids.ts";
import { slugField } from "../../../shared/protocol/bodies/fields.ts";

declare const brand: unique symbol;

/**
 * The name of a file of the pages store: small letters, digits and hyphens, made of ids and slugs alone. It is a key of KV
 * and the name of a file in one folder: no slash, no dot, nothing that leads elsewhere.
 */
export type PageKey = string & { readonly [brand]: "page" };

/** What the instance says on every public page, and which plans are published. */
export const INSTANCE_KEY = "instance" as PageKey;

/** The plan of the contrat that this slug leads to, old slugs included; null when it can be no slug. */
export function planKey(slug: string): PageKey | null {
  return slugField.safeParse(slug).success ? (`plan-${slug}` as PageKey) : null;
}

/** A fiche, by the short id that addresses end with: a contrat has no two of the same. */
export function ficheKey(contrat: ContratId, short: string): PageKey {
  return `fiche-${contrat}-${short}` as PageKey;
}

/** The same by its id. */
export function keyOfFiche(contrat: ContratId, fiche: DocumentId): PageKey {
  return ficheKey(contrat, shortId(fiche));
}
