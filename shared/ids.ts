/**
 * Names of objects: 16 characters of Crockford's base32 in lower case (80 bits of chance), never a slug, a number or
 * anything personal. The first 8 are the ones an address ends with; a contrat keeps them different from each other.
 */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type AccountId = Branded<"account">;
export type ContratId = Branded<"contrat">;
export type DocumentId = Branded<"document">;
export type GroupeId = Branded<"groupe">;
export type SessionId = Branded<"session">;
export type AxeId = Branded<"axe">;
export type OrganisationId = Branded<"organisation">;
export type ReunionId = Branded<"reunion">;
export type InvitationId = Branded<"invitation">;
export type AtelierId = Branded<"atelier">;
export type RegionId = Branded<"region">;
export type AnyId =
  | AccountId
  | ContratId
  | DocumentId
  | GroupeId
  | SessionId
  | AxeId
  | OrganisationId
  | ReunionId
  | InvitationId
  | AtelierId
  | RegionId;

/** Fills an array of the given length with chance. The caller brings it: `shared/` has none of its own. */
export type RandomBytes = (length: number) => Uint8Array;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 16;
export const SHORT_LENGTH = 8;
const ID = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);
const SHORT = new RegExp(`^[${ALPHABET}]{${SHORT_LENGTH}}$`);

/** A new id. 32 divides 256, so each byte's low five bits are uniform. */
export function makeId<Id extends AnyId>(random: RandomBytes): Id {
  let id = "";
  for (const byte of random(LENGTH)) id += ALPHABET[byte & 31];
  return id as Id;
}

/** The id that these characters are, or null when they are not one. */
export function parseId<Id extends AnyId>(text: string): Id | null {
  return ID.test(text) ? (text as Id) : null;
}

/** The part of an id that addresses end with. */
export function shortId(id: AnyId): string {
  return id.slice(0, SHORT_LENGTH);
}

export function isShortId(text: string): boolean {
  return SHORT.test(text);
}
