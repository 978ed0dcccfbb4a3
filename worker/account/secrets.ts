import { type AccountId, parseId } from "../../shared/ids.ts";
import { keyedHash, randomHex, sameText } from "../keys.ts";

const SECRET_BYTES = 24;
const SEAL_LENGTH = 32;
const TOKEN = new RegExp(`^([0-9a-z]{16})\\.([0-9a-f]{${SECRET_BYTES * 2}})\\.([0-9a-f]{${SEAL_LENGTH}})$`);

/** What a link to sign in carries: whose account, a secret, and a seal without which no account is asked. */
export interface LinkToken {
  readonly account: AccountId;
  readonly secret: string;
}

/** A new token for this account, as it stands in the link. */
export function makeLinkToken(account: AccountId, sessionKey: string): LinkToken & { readonly text: string } {
  const secret = randomHex(SECRET_BYTES);
  return { account, secret, text: `${account}.${secret}.${seal(account, secret, sessionKey)}` };
}

/** What a link says, or null when this instance never made it. */
export function readLinkToken(text: string, sessionKey: string): LinkToken | null {
  const [, id = "", secret = "", given = ""] = TOKEN.exec(text) ?? [];
  const account = parseId<AccountId>(id);
  if (account === null || !sameText(given, seal(account, secret, sessionKey))) return null;
  return { account, secret };
}

/** Eight digits, each as likely. */
export function randomCode(): string {
  const limit = 4_200_000_000;
  for (;;) {
    const number = crypto.getRandomValues(new Uint32Array(1))[0] ?? limit;
    // Above a multiple of a hundred million, the first codes would be likelier than the last.
    if (number < limit) return String(number % 100_000_000).padStart(8, "0");
  }
}

/** What is kept of a code: keyed, since eight digits are soon tried out by whoever has read the storage. */
export function codeDigest(sessionKey: string, account: AccountId, purpose: string, code: string): string {
  return keyedHash(sessionKey, "code", `${account}/${purpose}/${code}`);
}

function seal(account: AccountId, secret: string, sessionKey: string): string {
  return keyedHash(sessionKey, "lien", `${account}.${secret}`).slice(0, SEAL_LENGTH);
}
