import { TICKETS_MAX, type Ticket } from "../../shared/protocol/tickets.ts";
import type { Clock } from "./clock.ts";
import type { OpenSocket } from "./connection.ts";
import type { DevicePlace, KeptUpdate } from "./device-place.ts";

/** Shows the server that the ids of other pages, whose changes this one brings, are the same person's. */
export interface Vouching {
  /**
   * Presents the tickets of every page whose changes wait, then calls `then`. For a page that never had one, it is asked
   * for first; `strange` is called instead when its id turns out to be another person's.
   */
  vouch(then: () => void, strange: () => void): void;
  /** A ticket was refused: whether there is another way, on a new socket. */
  tryOtherwise(): boolean;
  /** The socket is gone. */
  stop(): void;
}

/** How long after an answer that did not come it is asked for again, in milliseconds. */
const AGAIN_MS = 5_000;

export function createVouching(options: {
  readonly device: Pick<DevicePlace, "client">;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  /** The address of a socket for this client id. */
  readonly address: (client: number) => string;
  readonly unacknowledged: () => readonly KeptUpdate[];
  readonly send: (tickets: readonly Ticket[]) => boolean;
}): Vouching {
  const seals = new Map<number, string>();
  let turn = 0;
  let trustsKept = true;

  function others(): number[] {
    const clients = new Set<number>();
    for (const { client, seal } of options.unacknowledged()) {
      if (client === options.device.client) continue;
      clients.add(client);
      if (trustsKept && seal !== null) seals.set(client, seal);
    }
    return [...clients];
  }

  function present(clients: readonly number[]): void {
    const tickets = clients.flatMap((client) => {
      const seal = seals.get(client);
      return seal === undefined ? [] : { client, seal };
    });
    for (let i = 0; i < tickets.length; i += TICKETS_MAX) options.send(tickets.slice(i, i + TICKETS_MAX));
  }

  /** Whether every id is the person's; false when one is another's, null when nobody could say now. */
  async function ask(clients: readonly number[]): Promise<boolean | null> {
    // Rare: every page has a ticket, but the fifth that is opened without the network.
    const { askForTicket } = await import("./ask-for-ticket.ts");
    for (const client of clients) {
      const answer = await askForTicket({ ...options, address: options.address(client) });
      if (answer.kind !== "ticket") return answer.kind === "taken" ? false : null;
      seals.set(client, answer.seal);
    }
    return true;
  }

  function vouch(then: () => void, strange: () => void): void {
    turn += 1;
    const mine = turn;
    const clients = others();
    const unknown = clients.filter((client) => !seals.has(client));
    if (unknown.length === 0) {
      present(clients);
      then();
      return;
    }
    void ask(unknown)
      .catch(() => null)
      .then((known) => {
        if (mine !== turn) return;
        if (known === false) strange();
        else if (known === null) options.clock.after(AGAIN_MS, () => mine === turn && vouch(then, strange));
        else vouch(then, strange);
      });
  }

  return {
    vouch,
    tryOtherwise() {
      if (!trustsKept) return false;
      trustsKept = false;
      seals.clear();
      return true;
    },
    stop() {
      turn += 1;
    },
  };
}
