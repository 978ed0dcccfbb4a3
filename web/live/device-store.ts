import type { AccountId, DocumentId } from "../../shared/ids.ts";
import { attempt, beginningWith, type DeviceDatabase, openDevice, type UnsentRow } from "./device-database.ts";
import type { DevicePlace, KeptUpdate } from "./device-place.ts";
import { change, forget, forgetTextOf, isHome, readPlace, type Transaction } from "./device-rows.ts";
import { livingPages, sayAlive } from "./page-lock.ts";

/** A larger text is not kept, in bytes. */
const TEXT_MAX = 4 * 1024 * 1024;

/**
 * Opens the place of one page. Resolves within about 2 s whatever the browser does.
 *
 * @param options.now milliseconds since 1970
 * @param options.randomClient a 32-bit number drawn by chance
 */
export async function openPlace(options: {
  readonly account: AccountId;
  readonly document: DocumentId;
  readonly now: () => number;
  readonly randomClient: () => number;
}): Promise<DevicePlace> {
  const { account, document, now } = options;
  const began = now();
  let db: DeviceDatabase | null = await openDevice();
  db?.addEventListener("close", () => {
    db = null;
  });
  db?.addEventListener("versionchange", () => {
    db?.close();
    db = null;
  });
  const living = await livingPages();

  const found = await attempt(() => {
    if (db === null) return undefined;
    return readPlace(change(db), account, document, now());
  });
  const client = found?.spare?.client ?? options.randomClient();
  const letGo = sayAlive(client);

  const epochs = found?.rows.map((row) => row.epoch ?? null) ?? [];
  let epoch = found?.epoch ?? epochs.findLast((each) => each !== null) ?? null;
  let seal = found?.spare?.seal ?? null;
  let lastTurn = 0;
  /** Changes of this page that are not written yet. */
  let unwritten: { readonly row: UnsentRow; readonly resolve: (done: boolean) => void }[] = [];
  let writing: Promise<void> | null = null;
  /** Changes of the server that are not written yet. */
  let waiting: Uint8Array[] = [];
  let waitingTimer: ReturnType<typeof setTimeout> | undefined;
  /** What this page knows to be in the text's place: keys of `texte`. */
  let written = found?.keys ?? [];
  /** Until the whole text was written once, parts of it would stand on nothing. */
  let isWhole = written.length > 0;

  const rows = usable(found?.rows ?? [], living);
  const isOutdated = (row: UnsentRow): boolean => (row.epoch ?? epoch) !== epoch;

  /** Writes parts of the text; nothing where it is not kept, or where another epoch's is. */
  async function append(transaction: Transaction, parts: readonly Uint8Array[]): Promise<void> {
    if (!isWhole || parts.length === 0 || epoch === null || !(await isHome(transaction, account))) return;
    const fiche = await transaction.objectStore("fiche").get([account, document]);
    if (fiche?.epoch !== epoch) return;
    for (const bytes of parts) {
      lastTurn += 1;
      written.push([account, document, client, lastTurn]);
      await transaction.objectStore("texte").put({ account, document, client, turn: lastTurn, bytes });
    }
  }

  function takeWaiting(): Uint8Array[] {
    clearTimeout(waitingTimer);
    waitingTimer = undefined;
    const taken = waiting;
    waiting = [];
    return taken;
  }

  async function write(act: (transaction: Transaction) => Promise<void>): Promise<boolean> {
    const done = await attempt(async () => {
      if (db === null) return false;
      const transaction = change(db);
      await act(transaction);
      await transaction.done;
      return true;
    });
    return done === true;
  }

  /** Keys come faster than a slow device writes: those that come meanwhile are written together. */
  async function writeRows(): Promise<void> {
    while (unwritten.length > 0) {
      const rows = unwritten;
      unwritten = [];
      // What they may stand on is written with them.
      const parts = takeWaiting();
      const done = await write(async (transaction) => {
        await append(transaction, parts);
        const store = transaction.objectStore("non_envoye");
        await Promise.all(rows.map(({ row }) => store.put(row)));
      });
      for (const { resolve } of rows) resolve(done);
    }
    writing = null;
  }

  /** These are settled otherwise: what is not written of them need not be. */
  function leaveUnwritten(updates: readonly KeptUpdate[]): void {
    const last = Math.max(0, ...updates.filter((update) => update.client === client).map(({ seq }) => seq));
    for (const { row, resolve } of unwritten) if (row.seq <= last) resolve(true);
    unwritten = unwritten.filter(({ row }) => row.seq > last);
  }

  return {
    client,
    get epoch() {
      return epoch;
    },
    text: found?.text ?? [],
    earlier: rows.filter((row) => !isOutdated(row)).map(keptUpdate),
    outdated: rows.filter(isOutdated).map(keptUpdate),
    durable: () => db !== null,
    welcomed(now, [own, ...spare]) {
      epoch = now;
      seal = own?.seal ?? seal;
      void write(async (transaction) => {
        if (!(await isHome(transaction, account))) return;
        const store = transaction.objectStore("billet");
        await store.delete(beginningWith(account, document));
        for (const ticket of spare) await store.put({ account, document, ...ticket, epoch: now });
      });
    },
    keep(seq, bytes, declarations) {
      return new Promise((resolve) => {
        const row = { account, document, client, seq, began, bytes, declarations, epoch, seal };
        unwritten.push({ row, resolve });
        writing ??= writeRows();
      });
    },
    async stored(updates) {
      leaveUnwritten(updates);
      const parts = takeWaiting();
      await write(async (transaction) => {
        await append(transaction, [...parts, ...updates.map(({ bytes }) => bytes)]);
        await forget(transaction.objectStore("non_envoye"), account, document, updates);
      });
    },
    received(update) {
      if (!isWhole) return;
      waiting.push(update);
      waitingTimer ??= setTimeout(() => {
        const parts = takeWaiting();
        void write((transaction) => append(transaction, parts));
      }, GATHERED_MS);
    },
    settle(state) {
      if (epoch === null || db === null) return;
      const bytes = state();
      takeWaiting();
      const replaced = written;
      lastTurn += 1;
      const turn = lastTurn;
      written = [[account, document, client, turn]];
      isWhole = bytes.length <= TEXT_MAX;
      const kept = epoch;
      void write(async (transaction) => {
        if (!(await isHome(transaction, account))) {
          isWhole = false;
          written = [];
          return;
        }
        const texts = transaction.objectStore("texte");
        const fiches = transaction.objectStore("fiche");
        const fiche = await fiches.get([account, document]);
        if (fiche !== undefined && fiche.epoch !== kept) await texts.delete(beginningWith(account, document));
        for (const key of replaced) await texts.delete(key);
        if (bytes.length > TEXT_MAX) {
          await fiches.delete([account, document]);
          return;
        }
        await texts.put({ account, document, client, turn, bytes });
        await fiches.put({ account, document, epoch: kept, openedAt: began });
      });
    },
    async refuse(updates, reason, passages) {
      // Moved as they are there, so they must be there.
      await writing;
      const id = crypto.randomUUID();
      const done = await attempt(async () => {
        if (db === null) return null;
        const transaction = db.transaction(["non_envoye", "refuse"], "readwrite");
        const unsent = transaction.objectStore("non_envoye");
        // As they are on the device: another page may have sent or refused some meanwhile.
        const refused: UnsentRow[] = [];
        for (const update of updates) {
          const row = await unsent.get([account, document, update.client, update.seq]);
          if (row !== undefined) refused.push(row);
        }
        await forget(unsent, account, document, updates);
        const entry = { account, document, id, at: now(), reason, passages, rows: refused };
        if (refused.length > 0) await transaction.objectStore("refuse").put(entry);
        await transaction.done;
        return entry;
      });
      return done ?? null;
    },
    async drop(updates) {
      leaveUnwritten(updates);
      await write((transaction) => forget(transaction.objectStore("non_envoye"), account, document, updates));
    },
    async forgetText() {
      isWhole = false;
      written = [];
      takeWaiting();
      await write((transaction) => forgetTextOf(transaction, account, document));
    },
    async close() {
      await writing;
      const parts = takeWaiting();
      const closing = db;
      const last = write((transaction) => append(transaction, parts));
      db = null;
      await last;
      closing?.close();
      letGo();
    },
  };
}

/** Changes that came from the server are written together at this pace, in milliseconds. */
const GATHERED_MS = 500;

/** What a page that lives wrote without a ticket, it alone can send: nothing here may stand on it. */
function usable(rows: readonly UnsentRow[], living: ReadonlySet<number>): UnsentRow[] {
  const seals = new Map<number, string>();
  for (const { client, seal } of rows) if (typeof seal === "string") seals.set(client, seal);
  return rows
    .filter(({ client }) => seals.has(client) || !living.has(client))
    .map((row) => ({ ...row, seal: seals.get(row.client) ?? null }));
}

function keptUpdate({ client, seq, bytes, declarations = [], seal = null }: UnsentRow): KeptUpdate {
  return { client, seq, bytes, declarations, seal };
}
