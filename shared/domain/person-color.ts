import type { AccountId } from "../ids.ts";
import type { PersonColor } from "../protocol/presence.ts";

const COLORS = 8;

/** A person's colour: the same for everyone and for ever, since it comes from the account's id alone. */
export function colorOf(account: AccountId): PersonColor {
  let sum = 0;
  for (let i = 0; i < account.length; i++) sum = (sum * 31 + account.charCodeAt(i)) % 9973;
  // Between 1 and 8 by construction.
  return ((sum % COLORS) + 1) as PersonColor;
}
