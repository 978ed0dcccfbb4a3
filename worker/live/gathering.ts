import { POSITION_EVERY_MS } from "../../shared/protocol/limits.ts";
import type { PresenceEntry } from "../../shared/protocol/presence.ts";
import { encodeServerFrame } from "../../shared/protocol/server-frames.ts";
import type { Connection } from "./connection.ts";
import { echoOf, entryFor, farewellOf, isNear, ownPresence } from "./presence.ts";

export interface GatheringParts {
  /** Every page connected now; the one that is leaving may still be among them. */
  connections(): Iterable<Connection>;
  now(): number;
  /** Calls back after so many milliseconds. */
  after(milliseconds: number, callback: () => void): void;
}

/** When a page was last told of, and whether it will be again. */
interface Telling {
  at: number;
  planned: boolean;
}

/**
 * Who is here and where. Everybody is told who is in which part of the sheet; carets go only to those in the same part,
 * and at most four times a second for each person: what comes faster is told once, as it stands then.
 */
export class Gathering {
  readonly #parts: GatheringParts;
  readonly #tellings = new WeakMap<Connection, Telling>();

  constructor(parts: GatheringParts) {
    this.#parts = parts;
  }

  /** A page is connected: it hears of everyone, and everyone of it. */
  arrive(connection: Connection): void {
    this.#sendAll(connection, connection);
    this.#announce(connection);
  }

  /** A page says where it is. */
  take(connection: Connection, entries: readonly PresenceEntry[]): void {
    const said = ownPresence(connection.passenger, entries);
    if (said === null) return;
    const before = connection.passenger.presence;
    connection.remember({ presence: { ...said, told: before.told } });
    const moved = said.place !== before.place || said.here !== before.here;
    const telling = this.#telling(connection);
    if (moved) {
      this.#announce(connection);
      // Those of the part that was left lose its carets, those of the new one show theirs.
      this.#refresh(connection, before.place);
    } else if (this.#parts.now() - telling.at >= POSITION_EVERY_MS) {
      this.#tellNear(connection);
    } else if (!telling.planned) {
      telling.planned = true;
      this.#parts.after(POSITION_EVERY_MS - (this.#parts.now() - telling.at), () => {
        telling.planned = false;
        if (!connection.gone) this.#tellNear(connection);
      });
    }
  }

  /** A page is gone. */
  leave(connection: Connection): void {
    this.#toOthers(connection, () => farewellOf(connection.passenger));
  }

  /** Everybody, for a page that asks. */
  answer(connection: Connection): void {
    this.#sendAll(connection, null);
  }

  #announce(connection: Connection): void {
    this.#told(connection);
    this.#toOthers(connection, (other) =>
      entryFor(connection.passenger, isNear(connection.passenger, other.passenger)),
    );
    send(connection, [echoOf(connection.passenger)]);
  }

  #tellNear(connection: Connection): void {
    this.#told(connection);
    const entry = entryFor(connection.passenger, true);
    for (const other of this.#parts.connections()) {
      if (other !== connection && isNear(connection.passenger, other.passenger)) send(other, [entry]);
    }
    send(connection, [echoOf(connection.passenger)]);
  }

  #refresh(connection: Connection, left: Connection["passenger"]["presence"]["place"]): void {
    const entries: PresenceEntry[] = [];
    for (const other of this.#parts.connections()) {
      const { place, here } = other.passenger.presence;
      const concerned = place !== null && (place === left || place === connection.passenger.presence.place);
      if (other === connection || !here || !concerned) continue;
      // Newer than what this page was told before, with or without a caret.
      this.#told(other);
      entries.push(entryFor(other.passenger, isNear(connection.passenger, other.passenger)));
    }
    if (entries.length > 0) send(connection, entries);
  }

  #told(connection: Connection): void {
    const { presence } = connection.passenger;
    connection.remember({ presence: { ...presence, told: presence.told + 1 } });
    this.#telling(connection).at = this.#parts.now();
  }

  #telling(connection: Connection): Telling {
    let telling = this.#tellings.get(connection);
    if (telling === undefined) {
      telling = { at: 0, planned: false };
      this.#tellings.set(connection, telling);
    }
    return telling;
  }

  #sendAll(connection: Connection, except: Connection | null): void {
    const entries: PresenceEntry[] = [];
    for (const other of this.#parts.connections()) {
      if (other === except || !other.passenger.presence.here) continue;
      const near = isNear(connection.passenger, other.passenger);
      entries.push(other === connection ? echoOf(other.passenger) : entryFor(other.passenger, near));
    }
    if (entries.length > 0 || except === null) send(connection, entries);
  }

  #toOthers(connection: Connection, entry: (other: Connection) => PresenceEntry): void {
    for (const other of this.#parts.connections()) if (other !== connection) send(other, [entry(other)]);
  }
}

function send(connection: Connection, entries: readonly PresenceEntry[]): void {
  connection.send(encodeServerFrame({ kind: "presence", entries }));
}
