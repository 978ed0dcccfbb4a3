import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** How long a one-time address to open an empty instance is valid, in milliseconds. */
export const FIRST_ACCESS_MS = 3_600_000;

/** What the Worker is given of a one-time address: never the secret itself, which only the address holds. */
export interface FirstAccess {
  /** Until when it opens, in milliseconds since 1970. */
  readonly until: number;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly digest: string;
}

/** As the binding `PREMIER_ACCES` has it. */
export function writeFirstAccess({ until, digest }: FirstAccess): string {
  return `${until}.${digest}`;
}

/** What such a binding says, or null when there is none. */
export function readFirstAccess(text: string | null | undefined): FirstAccess | null {
  const parts = /^(\d{1,15})\.([0-9a-f]{64})$/.exec(text ?? "");
  return parts === null ? null : { until: Number(parts[1]), digest: parts[2] ?? "" };
}

/** The digest of the secret that an address ends with. */
export function firstAccessDigest(secret: string): string {
  return bytesToHex(sha256(utf8ToBytes(secret)));
}
