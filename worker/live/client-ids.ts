import type { AccountId } from "../../shared/ids.ts";
import { SPARE_TICKETS, type Ticket } from "../../shared/protocol/tickets.ts";
import type { Leases } from "./leases.ts";
import type { Tickets } from "./tickets.ts";

/** Why tickets that a page brings are not taken. */
type TicketRefusal = "billet_refuse" | "trop_d_identifiants";

export interface ClientIdsParts {
  readonly leases: Leases;
  readonly tickets: Tickets;
  /** Whether the text holds anything of this client id. */
  knows(client: number): boolean;
  /** A 32-bit number drawn by chance. */
  randomClient(): number;
  now(): number;
  /** All of it kept, or nothing. */
  transaction(write: () => void): void;
}

/** The Yjs client ids of a text that nobody has yet: given as tickets, taken back from them, and used here. */
export class ClientIds {
  readonly #parts: ClientIdsParts;

  constructor(parts: ClientIdsParts) {
    this.#parts = parts;
  }

  /** For a page that is welcomed: its own id first, then spare ones. */
  issue(client: number, account: AccountId): Ticket[] {
    const spare = Array.from({ length: SPARE_TICKETS }, () => this.#unknown());
    return [client, ...spare].map((each) => this.#parts.tickets.issue(each, account, this.#parts.now()));
  }

  /**
   * Ids under which other pages of this person wrote, or will: kept at once, since their updates come next. Stops at the
   * first that is refused, and says why; null: all are taken.
   */
  take(account: AccountId, tickets: readonly Ticket[]): TicketRefusal | null {
    const { leases } = this.#parts;
    for (const ticket of tickets) {
      const at = this.#parts.tickets.issuedAt(ticket, account);
      const owner = leases.owner(ticket.client);
      if (at === null || (owner !== null && owner !== account)) return "billet_refuse";
      // By the hour in which the tickets were given: a device that comes back after days brings those of many pages.
      if (!leases.hasRoom(ticket.client, account, at)) return "trop_d_identifiants";
      this.#parts.transaction(() => leases.lease(ticket.client, account, at));
    }
    return null;
  }

  /** A client id for what is written here for this person: no page ever has it. */
  here(account: AccountId, at: number): number {
    const { leases } = this.#parts;
    const known = leases.madeHere(account);
    if (known !== null) return known;
    const client = this.#unknown();
    leases.lease(client, account, at, true);
    return client;
  }

  #unknown(): number {
    for (;;) {
      const client = this.#parts.randomClient();
      if (this.#parts.leases.owner(client) === null && !this.#parts.knows(client)) return client;
    }
  }
}
