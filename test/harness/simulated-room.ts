import { FICHE_PLACES } from "../../shared/editor/sections.ts";
import type { AccountId, SessionId } from "../../shared/ids.ts";
import { migrations } from "../../worker/document/migrations.ts";
import { migrate } from "../../worker/durable/migrate.ts";
import { firstRow, rows } from "../../worker/durable/sql.ts";
import { Sittings, type SittingsPage } from "../../worker/fiche/history/sittings.ts";
import { type AuthoredRun, authorsOf, type Sources } from "../../worker/live/authorship.ts";
import type { Connection, Passenger } from "../../worker/live/connection.ts";
import { History } from "../../worker/live/history.ts";
import { atOnce } from "../../worker/live/in-pieces.ts";
import { Leases } from "../../worker/live/leases.ts";
import { Origins } from "../../worker/live/origins.ts";
import { ARRIVED } from "../../worker/live/presence.ts";
import { Room } from "../../worker/live/room.ts";
import { SetAside } from "../../worker/live/set-aside.ts";
import { Spans } from "../../worker/live/spans.ts";
import { Tickets } from "../../worker/live/tickets.ts";
import { UpdateLog } from "../../worker/live/update-log.ts";
import { type NodeSql, openNodeSql } from "./node-sql.ts";
import type { SeededRandom } from "./random.ts";
import type { RawPage } from "./raw-page.ts";

/** The server's live path, with a network and a platform that a seed decides: late frames, cuts, sleeps, crashes. */
export class SimulatedRoom {
  readonly #storage: NodeSql;
  readonly #links = new Set<Link>();
  readonly #random: SeededRandom;
  #later: (() => void)[] = [];
  #log: UpdateLog;
  #room: Room;
  #clock = 1_700_000_000_000;

  constructor(random: SeededRandom, storage: NodeSql = openNodeSql()) {
    this.#random = random;
    this.#storage = storage;
    this.#storage.transaction(() => migrate(this.#storage.sql, migrations));
    this.#log = new UpdateLog(storage.sql);
    this.#room = this.#wake();
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#clock;
  }

  get room(): Room {
    return this.#room;
  }

  get setAside(): SetAside {
    return new SetAside(this.#storage.sql);
  }

  /** All words that were ever set aside, decided about or not. */
  everSetAside(): { readonly words: string; readonly author: AccountId }[] {
    return rows<{ words: string; author: AccountId }>(this.#storage.sql, "SELECT words, author FROM set_aside");
  }

  /** What the server keeps of where letters come from and whose they are. */
  get sources(): Sources {
    return this.#table();
  }

  /** Who wrote when, as the server says it at first sight: all that is stored of it is read again. */
  sittings(avant: number | null, count: number): SittingsPage {
    this.#room.text();
    const { sql, transaction } = this.#storage;
    const sittings = new Sittings({
      sql,
      log: this.log(),
      origins: new Origins(sql),
      spans: new Spans(sql),
      transaction,
    });
    return atOnce(sittings.list(avant, count, this.#clock));
  }

  /** Who wrote what of a section, paragraph by paragraph, as the server says it: by its table, or by a whole log. */
  authors(section: string, sources?: Sources): AuthoredRun[][] {
    const fragment = this.#room.text().doc.getXmlFragment(section);
    return atOnce(authorsOf(fragment, sources ?? this.#table()));
  }

  /** What the whole log says. */
  history(): History {
    this.#room.text();
    return atOnce(History.read(this.log().read()));
  }

  /** Whether something written under this client id is stored. */
  keeps(client: number): boolean {
    return new Leases(this.#storage.sql).owner(client) !== null;
  }

  #table(): Sources {
    const { sql } = this.#storage;
    const [origins, leases] = [new Origins(sql), new Leases(sql)];
    return { of: (range) => origins.of(range), owner: (client) => leases.owner(client) };
  }

  /** The log, as the server has it in memory since it woke. */
  log(): UpdateLog {
    return this.#log;
  }

  /** The number of the last update that was kept. */
  lastRow(): number {
    const rows = `max(coalesce((SELECT max(seq) FROM updates), 0), coalesce((SELECT max(up_to) FROM state), 0))`;
    return firstRow<{ seq: number }>(this.#storage.sql, `SELECT ${rows} AS seq`)?.seq ?? 0;
  }

  /** How many rows of any table were ever written, changed or deleted. */
  changes(): number {
    return this.#storage.changes();
  }

  /** Nothing happens for so many milliseconds. */
  rest(milliseconds: number): void {
    this.#clock += milliseconds;
  }

  connect(page: RawPage, account: AccountId): Link {
    const link = new Link(page, {
      account,
      name: account,
      color: 1,
      writes: true,
      client: page.client,
      ours: true,
      rights: 1,
      session: "session" as SessionId,
      until: Number.POSITIVE_INFINITY,
      backlogTaken: false,
      heardAt: 0,
      refusals: 0,
      presence: ARRIVED,
    });
    if (!this.#room.join(link)) throw new Error("a page was refused its own client id");
    this.#links.add(link);
    this.#room.welcome(link);
    page.open({ send: (bytes) => link.toServer.push(bytes), close: () => this.cut(link) });
    return link;
  }

  /** The network between a page and the server is gone, with everything that was on its way. */
  cut(link: Link): void {
    link.close();
    link.page.lost();
    if (this.#links.delete(link)) this.#room.leave(link);
  }

  /** The server dies: nothing but its storage stays. */
  crash(): void {
    this.#later = [];
    for (const link of this.#links) {
      link.close();
      link.page.lost();
    }
    this.#links.clear();
    this.#room = this.#wake();
  }

  /** The log is packed, as its alarm would. */
  pack(): void {
    this.#room.pack();
  }

  /** The object sleeps and wakes at the next frame, its sockets kept; never while a timer is pending. */
  sleep(): void {
    if (this.#later.length === 0) this.#room = this.#wake();
  }

  /** One thing happens somewhere: a frame arrives at either end, or a timer rings. False when there was nothing. */
  step(): boolean {
    this.#clock += 1;
    const ready: (() => void)[] = [];
    for (const link of this.#links) {
      if (link.toServer.length > 0)
        ready.push(() => this.#room.receive(link, link.toServer.shift() ?? new Uint8Array()));
      if (link.toPage.length > 0) ready.push(() => link.page.feed(link.toPage.shift() ?? new Uint8Array()));
    }
    if (this.#later.length > 0) ready.push(() => this.#later.shift()?.());
    if (ready.length === 0) return false;
    this.#random.pick(ready)();
    return true;
  }

  #wake(): Room {
    this.#log = new UpdateLog(this.#storage.sql);
    return new Room({
      places: () => FICHE_PLACES,
      epoch: "simulated",
      tickets: new Tickets(this.#storage.sql, "simulated"),
      stores: {
        log: this.#log,
        leases: new Leases(this.#storage.sql),
        spans: new Spans(this.#storage.sql),
        origins: new Origins(this.#storage.sql),
        setAside: this.setAside,
      },
      connections: () => [...this.#links].filter((link) => !link.gone),
      now: () => this.#clock,
      randomClient: () => 1_000_000 + this.#random.below(1_000_000_000),
      later: (callback) => this.#later.push(callback),
      after: (_milliseconds, callback) => this.#later.push(callback),
      transaction: this.#storage.transaction,
      onStored: () => {},
    });
  }
}

/** A socket whose frames wait until the seed delivers them, in order. */
export class Link implements Connection {
  readonly toServer: Uint8Array[] = [];
  readonly toPage: Uint8Array[] = [];
  readonly page: RawPage;
  passenger: Passenger;
  gone = false;
  readonly aliveAt = 0;

  constructor(page: RawPage, passenger: Passenger) {
    this.page = page;
    this.passenger = passenger;
  }

  remember(change: Partial<Passenger>): void {
    this.passenger = { ...this.passenger, ...change };
  }

  send(frame: Uint8Array): void {
    if (!this.gone) this.toPage.push(frame);
  }

  close(): void {
    this.gone = true;
  }
}
