import { type AccountId, parseId } from "../../shared/ids.ts";
import { paths } from "../../shared/protocol/paths.ts";
import type { Env } from "../env.ts";
import { keyedHash, sameText } from "../keys.ts";

const SEAL_LENGTH = 32;

/** The whole address of the page where this person stops reminders: it opens nothing else, and needs no session. */
export function stopLink(env: Env, account: AccountId): string {
  return `${env.PUBLIC_URL}${paths.stopReminders(`${account}.${seal(env, account)}`)}`;
}

/** Whose reminders the end of such an address stops; null when nobody here made it. */
export function readStopToken(env: Env, token: string): AccountId | null {
  const [name = "", given = "", ...more] = token.split(".");
  const account = parseId<AccountId>(name);
  return account !== null && more.length === 0 && sameText(given, seal(env, account)) ? account : null;
}

function seal({ SESSION_KEY }: Env, account: AccountId): string {
  return keyedHash(SESSION_KEY, "rappel", account).slice(0, SEAL_LENGTH);
}
