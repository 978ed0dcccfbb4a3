import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import { beginningWith, type RefusedRow, withDevice } from "./device-database.ts";
import { passagesOf } from "./passages.ts";

/**
 * What the server refused of this account's in a text, oldest first.
 *
 * @param fiche the text's id, or the beginning of it that addresses end with
 */
export async function refusedIn(account: AccountId, fiche: string): Promise<readonly RefusedRow[]> {
  const entries = await withDevice((db) => db.getAll("refuse", textsBeginningWith(account, fiche)));
  return (entries ?? []).sort((a, b) => a.at - b.at);
}

/** What of this account's nobody refused and nobody can send, since the text is not open to them: in the same form. */
export async function strandedIn(account: AccountId, fiche: string): Promise<readonly RefusedRow[]> {
  const rows = (await withDevice((db) => db.getAll("non_envoye", textsBeginningWith(account, fiche)))) ?? [];
  const [first] = rows;
  if (first === undefined) return [];
  const bytes = rows.map((row) => row.bytes);
  const passages = passagesOf(new Y.Doc(), bytes);
  const at = Math.max(...rows.map(({ began }) => began));
  return [{ account, document: first.document, id: STRANDED, at, reason: "acces_refuse", passages, rows }];
}

const STRANDED = "";

function textsBeginningWith(account: AccountId, fiche: string): IDBKeyRange {
  return IDBKeyRange.bound([account, fiche], [account, `${fiche}\uffff`]);
}

/** Forgets what the server refused, for good. */
export async function forgetRefused({ account, document, id }: RefusedRow): Promise<void> {
  await withDevice((db) =>
    id === STRANDED
      ? db.delete("non_envoye", beginningWith(account, document))
      : db.delete("refuse", [account, document, id]),
  );
}

/** What the server refused is to be sent again by the next page that opens the text. */
export async function sendAgain({ account, document, id }: RefusedRow): Promise<void> {
  await withDevice(async (db) => {
    const transaction = db.transaction(["non_envoye", "refuse"], "readwrite");
    const entry = await transaction.objectStore("refuse").get([account, document, id]);
    for (const row of entry?.rows ?? []) await transaction.objectStore("non_envoye").put(row);
    await transaction.objectStore("refuse").delete([account, document, id]);
    await transaction.done;
  });
}
