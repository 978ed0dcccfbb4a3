import type { Places } from "../../shared/editor/sections.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { ClientFrame } from "../../shared/protocol/client-frames.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { encodeServerFrame, type ServerFrame } from "../../shared/protocol/server-frames.ts";
import type { SetAsideDecision } from "../../shared/protocol/set-aside.ts";
import type { Ticket } from "../../shared/protocol/tickets.ts";
import { decodeUpdate } from "./bounded-decoder.ts";
import { ClientIds } from "./client-ids.ts";
import type { Connection } from "./connection.ts";
import { enter } from "./entrance.ts";
import { type Arrival, rowsOf, tell } from "./fan-out.ts";
import { Gathering, type GatheringParts } from "./gathering.ts";
import { KeptText, type Make, type SeedUpdate, type TextStores } from "./kept-text.ts";
import type { LiveDoc } from "./live-doc.ts";
import { Pace } from "./pace.ts";
import type { Tickets } from "./tickets.ts";
import { Turn } from "./turn.ts";

/** What the live path needs of whoever holds it. */
export interface RoomParts extends GatheringParts {
  readonly stores: TextStores;
  /** The places of this kind of text. */
  readonly places: () => Places;
  /** Changed when the text was brought back from a backup. */
  readonly epoch: string;
  /** The key of the tickets. */
  readonly tickets: Tickets;
  /** A 32-bit number drawn by chance. */
  randomClient(): number;
  later(callback: () => void): void;
  /** All of it kept, or nothing. */
  transaction(write: () => void): void;
  /** Inside the transaction that stores rows: what else must change with them. */
  onStored(now: number, rows: number): void;
}

/** Refusals after which a socket is closed: a page of ours stops at the first. */
const REFUSALS_MAX = 50;

/**
 * The live path of one text: frames in, rows kept, then told. Knows nothing of fiches. Every public method runs in one
 * turn of the object, without waiting.
 */
export class Room {
  readonly #parts: RoomParts;
  readonly #turn: Turn<Arrival>;
  readonly #gathering: Gathering;
  readonly #text: KeptText;
  readonly #pace: Pace;
  readonly #ids: ClientIds;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#gathering = new Gathering(parts);
    this.#pace = new Pace(parts.now);
    this.#text = new KeptText(parts.stores, parts.places, () => this.#turn.flush());
    this.#ids = new ClientIds({
      leases: parts.stores.leases,
      tickets: parts.tickets,
      knows: (client) => this.#text.live.knows(client),
      randomClient: () => parts.randomClient(),
      now: () => parts.now(),
      transaction: (write) => parts.transaction(write),
    });
    this.#turn = new Turn({
      handle: (arrivals) => this.#store(arrivals),
      later: parts.later,
      sizeOf: ({ news }) => news?.bytes.length ?? 0,
    });
  }

  /** The text as it is stored: what was gathered is stored first, so that nobody is shown words that a crash could take. */
  text(): LiveDoc {
    this.#turn.flush();
    return this.#text.live;
  }

  /** Packs the log, so that opening the text costs what the text is, not what was ever written. */
  pack(): void {
    this.#turn.flush();
    this.#parts.transaction(() => this.#text.pack());
  }

  /** The first words of a text, by the path of all words. Inside the transaction that makes the document. */
  seed(updates: readonly SeedUpdate[]): void {
    for (const update of updates) this.#text.seed(update);
  }

  /**
   * Writes for somebody what no page of theirs sent, by the path of all words: stored and told when this returns. False,
   * and nothing written, when the text takes no more or when there was nothing to write.
   */
  write(account: AccountId, make: Make): boolean {
    this.#turn.flush();
    const at = this.#parts.now();
    const news = this.#text.takeMade(account, this.#ids.here(account, at), at, make);
    if (news === null) return false;
    this.#turn.add({ from: null, number: null, author: account, at, news, decision: null });
    this.#turn.flush();
    return true;
  }

  /**
   * Whether this page may have its client id: unknown to the text, or already this person's. A second page of the same
   * person with the same id replaces the first, which is a connection that died without a word.
   */
  join(connection: Connection): boolean {
    const { client, account } = connection.passenger;
    const owner = this.#parts.stores.leases.owner(client);
    if (owner !== null && owner !== account) return false;
    if (owner === null && this.#text.live.knows(client)) return false;
    for (const other of this.#parts.connections()) {
      if (other === connection || other.passenger.client !== client) continue;
      if (other.passenger.account !== account) return false;
      other.close(CLOSE.replaced, "replaced");
    }
    return true;
  }

  /** What a page is told as soon as it is connected. */
  welcome(connection: Connection): void {
    const { passenger } = connection;
    if (passenger.ours) {
      const { epoch } = this.#parts;
      const tickets = passenger.writes ? this.#ids.issue(passenger.client, passenger.account) : [];
      this.#send(connection, { kind: "event", event: { type: "bienvenue", writes: passenger.writes, epoch, tickets } });
      this.#send(connection, this.#setAsideFrame());
    }
    // A stock client sends what it wrote before connecting only when it is asked.
    if (passenger.writes) {
      this.#send(connection, { kind: "sync_step_1", stateVector: this.text().stateVector() });
    }
    this.#gathering.arrive(connection);
  }

  /** A page is gone: everyone hears it, unless another connection of the same page took over. */
  leave(connection: Connection): void {
    const { client } = connection.passenger;
    for (const other of this.#parts.connections()) {
      if (other !== connection && other.passenger.client === client) return;
    }
    // What it wrote may still be gathered: its id is kept with it.
    this.#turn.flush();
    this.#parts.stores.leases.release(client);
    this.#gathering.leave(connection);
  }

  /** One frame of one page. */
  receive(connection: Connection, bytes: Uint8Array): void {
    const now = this.#parts.now();
    if (now >= connection.passenger.until) {
      connection.close(CLOSE.judgeAgain, "judged too long ago");
      return;
    }
    const passage = enter(connection, bytes, this.#pace, now);
    if (passage.kind === "refuse") this.#refuse(connection, passage.code, passage.number);
    else this.#take(connection, passage.frame);
  }

  #take(connection: Connection, frame: ClientFrame): void {
    switch (frame.kind) {
      case "sync_step_1":
        this.#answerSync(connection, frame.stateVector);
        break;
      case "update":
        this.#takeUpdate(connection, frame.update, null, null);
        break;
      case "numbered_update":
        this.#takeUpdate(connection, frame.update, frame.number, null);
        break;
      case "declared_update":
        this.#takeUpdate(connection, frame.update, frame.number, frame.declarations);
        break;
      case "tickets":
        this.#takeTickets(connection, frame.tickets);
        break;
      case "presence":
        this.#gathering.take(connection, frame.entries);
        break;
      case "decide_set_aside":
        this.#decide(connection, frame.decision);
        break;
      case "query_presence":
        this.#gathering.answer(connection);
        break;
    }
  }

  #answerSync(connection: Connection, stateVector: Uint8Array): void {
    const update = this.text().since(stateVector);
    if (update === null) {
      this.#refuse(connection, "trame_invalide", 0);
      return;
    }
    if (!this.#pace.mayAnswer(connection, update.length)) {
      this.#refuse(connection, "debit_depasse", 0);
      return;
    }
    this.#send(connection, { kind: "sync_step_2", update });
  }

  #takeUpdate(
    connection: Connection,
    bytes: Uint8Array,
    number: number | null,
    declarations: readonly Declaration[] | null,
  ): void {
    const { account, client } = connection.passenger;
    const { leases } = this.#parts.stores;
    const at = this.#parts.now();
    // Held by this socket alone: `join` saw to it. After a sleep nobody remembers but the socket.
    leases.hold(client, account);
    if (!leases.hasRoom(client, account, at)) {
      this.#refuse(connection, "trop_d_identifiants", number ?? 0);
      return;
    }
    const update = decodeUpdate(bytes);
    if (update === null) {
      this.#refuse(connection, "hors_modele", number ?? 0);
      return;
    }
    if (!this.#pace.mayBring(connection, update.structs.length + update.deletes.length)) {
      this.#refuse(connection, "debit_depasse", number ?? 0);
      return;
    }
    const taken = this.#text.take(account, { bytes, update }, at, declarations);
    if (!taken.ok) {
      this.#refuse(connection, taken.code, number ?? 0);
      return;
    }
    this.#turn.add({ from: connection, number, author: account, at, news: taken.value, decision: null });
  }

  #takeTickets(connection: Connection, tickets: readonly Ticket[]): void {
    const refusal = this.#ids.take(connection.passenger.account, tickets);
    if (refusal !== null) this.#refuse(connection, refusal, 0);
  }

  /** One decision about words set aside. Whoever comes second is shown what the first decided. */
  #decide(connection: Connection, asked: SetAsideDecision): void {
    // The words may have come in this very turn.
    this.#turn.flush();
    const { account } = connection.passenger;
    const at = this.#parts.now();
    const isOpen = this.#parts.stores.setAside.find(asked.id) !== null;
    const news =
      isOpen && asked.fate === "remis" ? this.#text.putBack(asked, account, this.#ids.here(account, at), at) : null;
    if (!isOpen || (asked.fate === "remis" && news === null)) {
      this.#send(connection, this.#setAsideFrame());
      return;
    }
    const decision = { id: asked.id, fate: asked.fate, by: account, at };
    this.#turn.add({ from: null, number: null, author: account, at, news, decision });
    this.#turn.flush();
  }

  #store(arrivals: readonly Arrival[]): void {
    const rows = rowsOf(arrivals);
    const lost = arrivals.flatMap(({ news }) => news?.lost ?? []);
    const decisions = arrivals.flatMap(({ decision }) => decision ?? []);
    if (rows.length > 0 || decisions.length > 0) {
      this.#parts.transaction(() => {
        this.#text.store(rows, lost, decisions);
        this.#parts.onStored(this.#parts.now(), rows.length);
      });
    }
    tell(this.#parts.connections(), arrivals, rows);
    if (lost.length > 0 || decisions.length > 0) this.#tellSetAside();
  }

  /** Words set aside are told whole to every page of ours: they are few, and each page then shows the same. */
  #tellSetAside(): void {
    const frame = this.#setAsideFrame();
    for (const connection of this.#parts.connections()) if (connection.passenger.ours) this.#send(connection, frame);
  }

  #setAsideFrame(): ServerFrame {
    const { setAside } = this.#parts.stores;
    const words = setAside.undecided();
    return { kind: "event", event: { type: "mots_ecartes", words, untold: setAside.countUndecided() - words.length } };
  }

  #refuse(connection: Connection, code: LiveRefusal, number: number): void {
    // What the same page sent before is acknowledged first: acknowledgements are cumulative.
    this.#turn.flush();
    const refusals = connection.passenger.refusals + 1;
    connection.remember({ refusals });
    if (connection.passenger.ours) this.#send(connection, { kind: "refusal", number, code });
    if (refusals >= REFUSALS_MAX) connection.close(CLOSE.misbehaved, "refused too often");
  }

  #send(connection: Connection, frame: ServerFrame): void {
    connection.send(encodeServerFrame(frame));
  }
}
