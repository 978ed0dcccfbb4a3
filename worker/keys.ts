import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** What the instance's key is used for beside session cookies: each has a key of its own, and none tells another. */
export type KeyUse = "adresse" | "atelier" | "code" | "lien" | "rappel" | "seuil";

/**
 * A keyed hash of a text, in hexadecimal (64 characters): the same for the same text in this instance, and nothing that
 * somebody without the key can compute or go back from. `sessionKey` is 32 bytes in hexadecimal.
 */
export function keyedHash(sessionKey: string, use: KeyUse, text: string): string {
  if (!/^[0-9a-f]{64}$/.test(sessionKey)) throw new Error("SESSION_KEY must be 32 bytes in hexadecimal");
  const key = hmac(sha256, hexToBytes(sessionKey), utf8ToBytes(`coaction/${use}`));
  return bytesToHex(hmac(sha256, key, utf8ToBytes(text)));
}

/** Whether two texts are the same, in a time that does not tell where they differ. Lengths are no secret. */
export function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

/** A digest of a secret that is long enough to need no key: what is stored instead of it. Hexadecimal. */
export function digestOf(secret: string): string {
  return bytesToHex(sha256(utf8ToBytes(secret)));
}

/** So many bytes of chance, in hexadecimal. */
export function randomHex(bytes: number): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(bytes)));
}
