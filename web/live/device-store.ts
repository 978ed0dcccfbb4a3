import type { AccountId, DocumentId } from "../../shared/ids.ts";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import type { Ticket } from "../../shared/protocol/tickets.ts";
import {
  attempt,
  beginningWith,
  type DeviceDatabase,
  openDevice,
  type RefusedRow,
  type UnsentRow,
} from "./device-database.ts";
import { change, forget, forgetTextOf, isHome, readPlace, type Transaction } from "./device-rows.ts";
import { livingPages, sayAlive } from "./page-lock.ts";
import type { Passage } from "./passages.ts";
import type { RefusalReason } from "./status.ts";

/** An update kept on the device, named by the page that wrote it (its Yjs id) and its place among that page's. */
export interface KeptUpdate {
  readonly client: number;
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** What of it restates older letters; absent: nothing. */
  readonly declarations?: readonly Declaration[];
  /** The ticket of that page, when it is known. */
  readonly seal: string | null;
}

/**
 * The place of one page of a text on the device: what the server has not stored yet, and, where the person is at home,
 * the text as the server has it. Several pages of one person and text use it at once: each writes under its own id.
 * Nothing here rejects.
 */
export interface DevicePlace {
  /** The Yjs id that this page writes under, used by no page before. */
  readonly client: number;
  /** What the text was when it was kept here; null when nothing of it is. */
  readonly epoch: string | null;
  /** The text as the server had it, as updates; empty when this device does not keep it. */
  readonly text: readonly Uint8Array[];
  /**
   * What other pages of this account and text left, in the order in which each wrote it; a page that began later comes
   * later, since it may have built on what the others left. What was written on another epoch's text is not among it.
   */
  readonly earlier: readonly KeptUpdate[];
  /** The rest of what they left: it stands on a text that is no more. */
  readonly outdated: readonly KeptUpdate[];
  /** False in a private window or when the browser took the place away: then this page's memory is all there is. */
  durable(): boolean;
  /** The server took the page in: in which epoch, and with which tickets (this page's own first). */
  welcomed(epoch: string, tickets: readonly Ticket[]): void;
  /** Whether the update of this page is now on the device. */
  keep(seq: number, bytes: Uint8Array, declarations: readonly Declaration[]): Promise<boolean>;
  /** The server has these: they are part of the text now. */
  stored(updates: readonly KeptUpdate[]): Promise<void>;
  /** A change that came from the server. */
  received(update: Uint8Array): void;
  /** The whole text, when this page holds nothing that the server does not have. */
  settle(state: () => Uint8Array): void;
  /** The server refused these: what is now set apart of them, for their writer to decide; null when it cannot be kept. */
  refuse(
    updates: readonly KeptUpdate[],
    reason: RefusalReason,
    passages: readonly Passage[],
  ): Promise<RefusedRow | null>;
  /** Forgets what was not sent, for good. */
  drop(updates: readonly KeptUpdate[]): Promise<void>;
  /** The text that is kept is no more what the server has. */
  forgetText(): Promise<void>;
  /** Resolves once what was on its way is written. */
  close(): Promise<void>;
}

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
