import type { AccountId } from "../../shared/ids.ts";
import { beginningWith, withDevice } from "./device-database.ts";

/*
 * What somebody typed in a form and did not send yet: they are interrupted, and find it again. Nothing of it is kept on a
 * shared computer, where nobody is at home. Nothing here rejects.
 */

/** Keeps what a form holds, if this account is at home on this device. True when it is there. `now`: milliseconds since 1970. */
export async function keepTyped(account: AccountId, form: string, values: unknown, now: number): Promise<boolean> {
  const done = await withDevice(async (db) => {
    const transaction = db.transaction(["ici", "saisie"], "readwrite");
    const here = await transaction.objectStore("ici").get("ici");
    if (here?.session.account.id !== account) return false;
    await transaction.objectStore("saisie").put({ account, form, at: now, values });
    await transaction.done;
    return true;
  });
  return done === true;
}

/** What was last kept of this form, and when; null: nothing. */
export async function recallTyped(
  account: AccountId,
  form: string,
): Promise<{ readonly values: unknown; readonly at: number } | null> {
  const row = await withDevice((db) => db.get("saisie", [account, form]));
  return row ?? null;
}

/** It was sent, or given up. */
export async function forgetTyped(account: AccountId, form: string): Promise<void> {
  await withDevice((db) => db.delete("saisie", [account, form]));
}

/** How many forms of this account are half written on this device. */
export async function typedAnywhere(account: AccountId): Promise<number> {
  return (await withDevice((db) => db.count("saisie", beginningWith(account)))) ?? 0;
}
