import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AccountId, DocumentId } from "../../shared/ids.ts";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import type { SessionBody } from "../../shared/protocol/http-bodies.ts";
import type { Passage } from "./passages.ts";
import type { RefusalReason } from "./status.ts";

/** A change that the server has not said it stored, and by whose page it was written. */
export interface UnsentRow {
  readonly account: AccountId;
  readonly document: DocumentId;
  /** The Yjs id of the page. */
  readonly client: number;
  /** Its place among those of that page. */
  readonly seq: number;
  /** When that page was opened, in milliseconds since 1970. */
  readonly began: number;
  readonly bytes: Uint8Array;
  /** What of it restates older letters; absent in what earlier pages kept. */
  readonly declarations?: readonly Declaration[];
  /** What the text was when it was written; absent in what the first form of this database kept. */
  readonly epoch?: string | null;
  /** The server's word that the id is this person's, once the page has it. */
  readonly seal?: string | null;
}

/** Text that the server refused: nobody sends it any more unless its writer says so. */
export interface RefusedRow {
  readonly account: AccountId;
  readonly document: DocumentId;
  /** Drawn by chance. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: RefusalReason;
  /** Its words, for people. */
  readonly passages: readonly Passage[];
  readonly rows: readonly UnsentRow[];
}

/** What was typed in a form and not sent: an avis that is half written. */
export interface TypedRow {
  readonly account: AccountId;
  /** Which form, about what: the page's own name for it. */
  readonly form: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly values: unknown;
}

/**
 * The names of what the device holds. Everything but `non_envoye`, `refuse` and `saisie` goes when its person signs out;
 * what becomes of these is asked.
 */
export interface DeviceSchema extends DBSchema {
  non_envoye: { key: [AccountId, DocumentId, number, number]; value: UnsentRow };
  refuse: { key: [AccountId, DocumentId, string]; value: RefusedRow };
  saisie: { key: [AccountId, string]; value: TypedRow };
  /** A text that is kept whole, as the server has it. */
  fiche: {
    key: [AccountId, DocumentId];
    value: {
      readonly account: AccountId;
      readonly document: DocumentId;
      readonly epoch: string;
      /** Milliseconds since 1970. */
      readonly openedAt: number;
    };
  };
  /** Its updates, named by the page that kept them and their order there. */
  texte: {
    key: [AccountId, DocumentId, number, number];
    value: {
      readonly account: AccountId;
      readonly document: DocumentId;
      readonly client: number;
      readonly turn: number;
      readonly bytes: Uint8Array;
    };
  };
  /** Client ids for pages that will be opened without the network. */
  billet: {
    key: [AccountId, DocumentId, number];
    value: {
      readonly account: AccountId;
      readonly document: DocumentId;
      readonly client: number;
      readonly seal: string;
      readonly epoch: string;
    };
  };
  /** What the server last answered to a question, for screens that are opened without it. */
  reponse: {
    key: [AccountId, string];
    value: { readonly account: AccountId; readonly question: string; readonly body: unknown; readonly at: number };
  };
  /** Who is signed in here. Without it, on a shared computer for one, nothing but unsent text is kept. */
  ici: { key: "ici"; value: { readonly key: "ici"; readonly session: SessionBody } };
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

const NAME = "coaction";
const VERSION = 3;
/** Another page may hold the database for as long as it likes: writing does not wait for it. */
const OPENING_MAX_MS = 2_000;

/** The database of this device, or null in a private window, on a device that fails, or after 2 s. */
export async function openDevice(): Promise<DeviceDatabase | null> {
  if (typeof indexedDB === "undefined") return null;
  const opening = openDB<DeviceSchema>(NAME, VERSION, {
    upgrade(db, from) {
      const row = ["account", "document"];
      if (from < 1) db.createObjectStore("non_envoye", { keyPath: [...row, "client", "seq"] });
      if (from < 2) {
        db.createObjectStore("refuse", { keyPath: [...row, "id"] });
        db.createObjectStore("fiche", { keyPath: row });
        db.createObjectStore("texte", { keyPath: [...row, "client", "turn"] });
        db.createObjectStore("billet", { keyPath: [...row, "client"] });
        db.createObjectStore("reponse", { keyPath: ["account", "question"] });
        db.createObjectStore("ici", { keyPath: "key" });
      }
      db.createObjectStore("saisie", { keyPath: ["account", "form"] });
    },
  });
  const late = Symbol("late");
  const opened = await attempt(() =>
    Promise.race([opening, new Promise<typeof late>((resolve) => setTimeout(resolve, OPENING_MAX_MS, late))]),
  );
  if (opened !== late) return opened ?? null;
  // Opened after all: nobody will use it, and it must not hold up a newer form of the database.
  opening.then(
    (db) => db.close(),
    () => {},
  );
  return null;
}

/** Does one thing with the database and closes it. Undefined when the device cannot. */
export async function withDevice<Value>(act: (db: DeviceDatabase) => Promise<Value>): Promise<Value | undefined> {
  const db = await openDevice();
  if (db === null) return undefined;
  const value = await attempt(() => act(db));
  db.close();
  return value;
}

/** Storage that says no (quota, private window, a device that fails) is expected: undefined then. */
export async function attempt<Value>(act: () => Promise<Value> | undefined): Promise<Value | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}

/** Every key that begins so: an array sorts after every number and every text. */
export function beginningWith(...start: readonly (string | number)[]): IDBKeyRange {
  return IDBKeyRange.bound([...start], [...start, []]);
}
