import { DurableObject } from "cloudflare:workers";
import type { AccountId } from "../../shared/ids.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import type { AdresseName } from "../durable/names.ts";
import { firstRow, run } from "../durable/sql.ts";
import type { Env } from "../env.ts";
import { migrations } from "./migrations.ts";

/**
 * Which account an e-mail address opens, by the address's keyed hash. One object for all: on plain workerd an object takes
 * files by being called at all, so that one for each address would let anybody who makes addresses up fill the disk. It
 * answers one short question for each sign-in and none for any other request. A door.
 */
export class AdressesObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    if (isCreated(this.#sql)) ctx.storage.transactionSync(() => migrate(this.#sql, migrations));
  }

  /** The account of an address, or null. Writes nothing. */
  find(name: AdresseName): AccountId | null {
    if (!isCreated(this.#sql)) return null;
    // Written by this file alone.
    return (
      firstRow<{ account: AccountId }>(this.#sql, "SELECT account FROM adresses WHERE name = ?", name)?.account ?? null
    );
  }

  /** Gives a free address to an account; the account that has it now, this one or the one that was first. */
  claim(name: AdresseName, account: AccountId): AccountId {
    this.ctx.storage.transactionSync(() => {
      migrate(this.#sql, migrations);
      run(this.#sql, "INSERT OR IGNORE INTO adresses VALUES (?, ?)", name, account);
    });
    return this.find(name) ?? account;
  }

  /** The address leads to another account from now on; nothing happens when it was no longer the first one's. */
  move(name: AdresseName, from: AccountId, to: AccountId): void {
    if (isCreated(this.#sql))
      run(this.#sql, "UPDATE adresses SET account = ? WHERE name = ? AND account = ?", to, name, from);
  }

  /** The address leads nowhere from now on; nothing happens when it is another account's. */
  release(name: AdresseName, account: AccountId): void {
    if (isCreated(this.#sql)) run(this.#sql, "DELETE FROM adresses WHERE name = ? AND account = ?", name, account);
  }
}
