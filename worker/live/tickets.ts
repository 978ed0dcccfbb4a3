import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { AccountId } from "../../shared/ids.ts";
import type { Ticket } from "../../shared/protocol/tickets.ts";
import { firstRow } from "../durable/sql.ts";

/** Statements for the key of a document's tickets, for the fifth migration. */
export const TICKET_KEY_TABLE = [
  "CREATE TABLE ticket_key (one INTEGER PRIMARY KEY CHECK (one = 1), bytes BLOB NOT NULL)",
  "INSERT INTO ticket_key VALUES (1, randomblob(32))",
];

const SEAL = /^([0-9a-z]{1,9})\.([0-9a-f]{32})$/;
/** Bytes of the seal that are told: nobody guesses sixteen through a socket that closes at the fiftieth refusal. */
const TOLD = 16;

/**
 * Makes and reads tickets: `<hour of making>.<keyed hash>` over epoch, person, client id and time. The key is this
 * document's own and never leaves it.
 */
export class Tickets {
  readonly #sql: SqlStorage;
  readonly #epoch: string;
  #key: Uint8Array | null = null;

  constructor(sql: SqlStorage, epoch: string) {
    this.#sql = sql;
    this.#epoch = epoch;
  }

  issue(client: number, account: AccountId, now: number): Ticket {
    const at = Math.floor(now / 1000).toString(36);
    return { client, seal: `${at}.${this.#hash(at, client, account)}` };
  }

  /** When this ticket was made for this person (milliseconds since 1970), or null when it was not, or not here. */
  issuedAt({ client, seal }: Ticket, account: AccountId): number | null {
    const [, at, hash] = SEAL.exec(seal) ?? [];
    if (at === undefined || hash === undefined) return null;
    return isSame(hash, this.#hash(at, client, account)) ? Number.parseInt(at, 36) * 1000 : null;
  }

  #hash(at: string, client: number, account: AccountId): string {
    this.#key ??= this.#readKey();
    const said = new TextEncoder().encode(JSON.stringify(["billet", this.#epoch, account, client, at]));
    return [...hmac(sha256, this.#key, said).subarray(0, TOLD)]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
  }

  #readKey(): Uint8Array {
    const row = firstRow<{ bytes: ArrayBuffer }>(this.#sql, "SELECT bytes FROM ticket_key");
    if (row === null) throw new Error("a document without its key");
    return new Uint8Array(row.bytes);
  }
}

/** Takes as long for every wrong hash. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let i = 0; i < other.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}
