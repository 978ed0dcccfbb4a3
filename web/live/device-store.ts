import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AccountId, DocumentId } from "../../shared/ids.ts";

/** An update kept on the device, named by the page that wrote it (its Yjs id) and its place among that page's. */
export interface KeptUpdate {
  readonly client: number;
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/**
 * What one page keeps on the device of what the server has not stored yet. Several pages of one person and document use
 * it at once: each writes under its own id, and forgets only what the server acknowledged to it.
 */
export interface Shelf {
  /** False in a private window or when the browser took the place away: then this page's memory is all there is. */
  readonly durable: boolean;
  /**
   * What other pages of this account and document left, in the order in which each wrote it; a page that began later
   * comes later, since it may have built on what the others left.
   */
  earlier(): Promise<readonly KeptUpdate[]>;
  /** Whether the update is now on the device. Never rejects. */
  keep(seq: number, bytes: Uint8Array): Promise<boolean>;
  /** Forgets what this page or an earlier one wrote, up to that place included. Never rejects. */
  forget(client: number, upTo: number): Promise<void>;
  close(): void;
}

interface Schema extends DBSchema {
  non_envoye: {
    key: [AccountId, DocumentId, number, number];
    value: { account: AccountId; document: DocumentId; client: number; seq: number; began: number; bytes: Uint8Array };
  };
}

const NAME = "coaction";
const STORE = "non_envoye";
/** Another page may hold the database for as long as it likes: writing does not wait for it. */
const OPENING_MAX_MS = 2_000;

/**
 * The shelf of one page. Resolves within 2 s whatever the browser does.
 *
 * @param began when the page was opened, in milliseconds since 1970
 */
export async function openShelf(
  account: AccountId,
  document: DocumentId,
  client: number,
  began: number,
): Promise<Shelf> {
  let db = await openWithin(OPENING_MAX_MS);
  db?.addEventListener("close", () => {
    db = null;
  });
  db?.addEventListener("versionchange", () => {
    db?.close();
    db = null;
  });

  return {
    get durable() {
      return db !== null;
    },
    async earlier() {
      const rows = await attempt(() => db?.getAll(STORE, rowsOf(account, document)));
      // Stable: what one page wrote stays in its order.
      return (rows ?? []).filter((row) => row.client !== client).sort((a, b) => a.began - b.began);
    },
    async keep(seq, bytes) {
      const key = await attempt(() => db?.put(STORE, { account, document, client, seq, began, bytes }));
      return key !== undefined;
    },
    async forget(of, upTo) {
      const range = IDBKeyRange.bound([account, document, of, 0], [account, document, of, upTo]);
      await attempt(() => db?.delete(STORE, range));
    },
    close() {
      db?.close();
      db = null;
    },
  };
}

/** How many changes of this account, over all documents, are on this device and nowhere else. */
export async function pendingAnywhere(account: AccountId): Promise<number> {
  const db = await openWithin(OPENING_MAX_MS);
  const count = await attempt(() => db?.count(STORE, rowsOf(account)));
  db?.close();
  return count ?? 0;
}

/** Takes everything of this account off the device, what is unsent included: ask first. */
export async function erase(account: AccountId): Promise<void> {
  const db = await openWithin(OPENING_MAX_MS);
  await attempt(() => db?.delete(STORE, rowsOf(account)));
  db?.close();
}

// An array sorts after every number and every text: `[…, []]` is the end of all keys that begin so.
function rowsOf(account: AccountId, document?: DocumentId): IDBKeyRange {
  return document === undefined
    ? IDBKeyRange.bound([account], [account, []])
    : IDBKeyRange.bound([account, document], [account, document, []]);
}

async function openWithin(milliseconds: number): Promise<IDBPDatabase<Schema> | null> {
  if (typeof indexedDB === "undefined") return null;
  const opening = openDB<Schema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore(STORE, { keyPath: ["account", "document", "client", "seq"] });
    },
  });
  const late = Symbol("late");
  const opened = await attempt(() =>
    Promise.race([opening, new Promise<typeof late>((resolve) => setTimeout(resolve, milliseconds, late))]),
  );
  if (opened !== late) return opened ?? null;
  // Opened after all: nobody will use it, and it must not hold up a newer form of the database.
  opening.then(
    (db) => db.close(),
    () => {},
  );
  return null;
}

/** Storage that says no (quota, private window, a device that fails) is expected: undefined then. */
async function attempt<Value>(act: () => Promise<Value> | undefined): Promise<Value | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
