import type { IDBPTransaction } from "idb";
import type { AccountId, DocumentId } from "../../shared/ids.ts";
import { beginningWith, type DeviceDatabase, type DeviceSchema } from "./device-database.ts";

export type Transaction = IDBPTransaction<
  DeviceSchema,
  ("non_envoye" | "fiche" | "texte" | "billet" | "ici")[],
  "readwrite"
>;

/** So many texts of an account are kept whole: those opened last. */
const TEXTS_MAX = 20;

/** A transaction over all that a page of a text reads and writes. */
export function change(db: DeviceDatabase): Transaction {
  return db.transaction(["non_envoye", "fiche", "texte", "billet", "ici"], "readwrite");
}

/** Whether this account is signed in on this device, and it is not shared with others. */
export async function isHome(transaction: Transaction, account: AccountId): Promise<boolean> {
  const here = await transaction.objectStore("ici").get("ici");
  return here?.session.account.id === account;
}

/** What the device has of a text, and one spare id, which is no other page's from now on. */
export async function readPlace(transaction: Transaction, account: AccountId, document: DocumentId, now: number) {
  const rows = await transaction.objectStore("non_envoye").getAll(beginningWith(account, document));
  // Stable: what one page wrote stays in its order.
  rows.sort((a, b) => a.began - b.began);
  const nothing = { rows, epoch: null, text: [], keys: [], spare: null };
  if (!(await isHome(transaction, account))) return nothing;
  const fiches = transaction.objectStore("fiche");
  const fiche = await fiches.get([account, document]);
  if (fiche === undefined) return nothing;
  await fiches.put({ ...fiche, openedAt: now });
  await forgetOldest(transaction, account);
  const parts = await transaction.objectStore("texte").getAll(beginningWith(account, document));
  const billets = transaction.objectStore("billet");
  const tickets = await billets.getAll(beginningWith(account, document));
  const spare = tickets.find(({ epoch }) => epoch === fiche.epoch) ?? null;
  if (spare !== null) await billets.delete([account, document, spare.client]);
  await transaction.done;
  const keys = parts.map(({ client, turn }): [AccountId, DocumentId, number, number] => [
    account,
    document,
    client,
    turn,
  ]);
  return { rows, epoch: fiche.epoch, text: parts.map(({ bytes }) => bytes), keys, spare };
}

async function forgetOldest(transaction: Transaction, account: AccountId): Promise<void> {
  const all = await transaction.objectStore("fiche").getAll(beginningWith(account));
  const oldest = all.sort((a, b) => b.openedAt - a.openedAt).slice(TEXTS_MAX);
  for (const { document } of oldest) await forgetTextOf(transaction, account, document);
}

/** Takes a text away that is kept whole, with the spare ids for it; not what is unsent of it. */
export async function forgetTextOf(transaction: Transaction, account: AccountId, document: DocumentId): Promise<void> {
  await transaction.objectStore("fiche").delete([account, document]);
  for (const store of ["texte", "billet"] as const) {
    await transaction.objectStore(store).delete(beginningWith(account, document));
  }
}

/** Takes unsent changes away: of each page, those up to the last one named. */
export async function forget(
  store: { delete(key: IDBKeyRange): Promise<void> },
  account: AccountId,
  document: DocumentId,
  updates: readonly { readonly client: number; readonly seq: number }[],
): Promise<void> {
  const upTo = new Map<number, number>();
  for (const { client, seq } of updates) upTo.set(client, Math.max(seq, upTo.get(client) ?? 0));
  for (const [client, seq] of upTo) {
    await store.delete(IDBKeyRange.bound([account, document, client, 0], [account, document, client, seq]));
  }
}
