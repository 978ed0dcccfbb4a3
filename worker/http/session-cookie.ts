import { type AccountId, parseId } from "../../shared/ids.ts";

/**
 * The session cookie is `<account id>.<chance><seal>`. The account id says whom to ask, so that no directory sees every
 * request; the seal is a keyed hash of the rest, so that a forged cookie is refused here and wakes no object. Whether
 * the session still stands, only the account knows: it keeps a digest of the whole.
 */
export interface SessionCookie {
  readonly account: AccountId;
  /** What the account keeps of the secret. */
  readonly digest: string;
}

const CHANCE_BYTES = 24;
const SEAL_BYTES = 16;
const COOKIE = new RegExp(`^([0-9a-z]{16})\\.([0-9a-f]{${CHANCE_BYTES * 2}})([0-9a-f]{${SEAL_BYTES * 2}})$`);

/** A new cookie for this account, and the digest to keep. `key` is 32 bytes in hexadecimal. */
export async function makeSessionCookie(
  account: AccountId,
  key: string,
  random: (length: number) => Uint8Array,
): Promise<SessionCookie & { readonly value: string }> {
  const open = `${account}.${hex(random(CHANCE_BYTES))}`;
  const value = open + (await seal(open, key));
  return { account, digest: await digestOf(value), value };
}

/** What a cookie says, or null when this instance never made it. */
export async function readSessionCookie(value: string, key: string): Promise<SessionCookie | null> {
  const parts = COOKIE.exec(value);
  const account = parts === null ? null : parseId<AccountId>(parts[1] ?? "");
  if (parts === null || account === null) return null;
  const expected = await seal(`${account}.${parts[2]}`, key);
  // Digests of both are compared: the time it takes then says nothing of where they differ.
  if ((await digestOf(expected)) !== (await digestOf(parts[3] ?? ""))) return null;
  return { account, digest: await digestOf(value) };
}

async function seal(text: string, key: string): Promise<string> {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error("SESSION_KEY must be 32 bytes in hexadecimal");
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const imported = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(text));
  return hex(new Uint8Array(signature).subarray(0, SEAL_BYTES));
}

async function digestOf(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
