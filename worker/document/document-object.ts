import { DurableObject } from "cloudflare:workers";
import type { Block, SheetContent } from "../../shared/editor/blocks.ts";
import { readBlocks, readSheet } from "../../shared/editor/read-section.ts";
import { FICHE_PLACES, NOTES_PLACES } from "../../shared/editor/sections.ts";
import type { AccountId, ContratId, DocumentId, SessionId } from "../../shared/ids.ts";
import { CLOSE, type CloseCode } from "../../shared/protocol/close-codes.ts";
import { LIVE_FRAME_MAX, PING, PONG } from "../../shared/protocol/limits.ts";
import { Alarms } from "../durable/alarms.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import { firstRow, run } from "../durable/sql.ts";
import { type Env, epochOf, newIdsMax } from "../env.ts";
import { Announcer } from "../fiche/announce.ts";
import { type Connection, type Passenger, SocketConnection } from "../live/connection.ts";
import { Leases } from "../live/leases.ts";
import { readVerdict } from "../live/live-request.ts";
import { Origins } from "../live/origins.ts";
import { Packing } from "../live/packing.ts";
import { ARRIVED } from "../live/presence.ts";
import { Room, type SeedUpdate } from "../live/room.ts";
import { SetAside } from "../live/set-aside.ts";
import { Spans } from "../live/spans.ts";
import { Tickets } from "../live/tickets.ts";
import { UpdateLog } from "../live/update-log.ts";
import { Watch } from "../live/watch.ts";
import { Endings } from "./endings.ts";
import { migrations } from "./migrations.ts";

/** A fiche-action, or the notes of a meeting. */
export type DocumentKind = "fiche" | "notes";

/** What a document is made with, by the contrat that names it. */
export interface NewDocument {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly contrat: ContratId;
  readonly createdAt: number;
  readonly updates: readonly SeedUpdate[];
}

/** A stretch of a text's log: who sent what, and when. */
export type LogStretch = readonly {
  readonly seq: number;
  readonly author: AccountId;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly bytes: Uint8Array;
}[];

/** Bytes of the log that are read at once. */
const LOG_STRETCH = 256 * 1024;

/** One co-written text. A door: it keeps sockets and alarms, and leaves the rest to `live/` and `fiche/`. */
export class DocumentObject extends DurableObject<Env> {
  readonly #room: Room;
  readonly #log: UpdateLog;
  readonly #alarms: Alarms<"announce" | "pack" | "watch">;
  readonly #packing: Packing;
  readonly #announcer: Announcer;
  readonly #watch: Watch;
  readonly #endings: Endings;
  readonly #connections = new Map<WebSocket, SocketConnection>();
  #knownKind: DocumentKind | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    if (isCreated(sql)) ctx.storage.transactionSync(() => migrate(sql, migrations));
    this.#alarms = new Alarms(ctx.storage);
    this.#announcer = new Announcer(sql, (at) => this.#alarms.setAtLatest("announce", at));
    const log = new UpdateLog(sql);
    this.#log = log;
    this.#packing = new Packing(log, (at) => this.#alarms.setAtLatest("pack", at));
    this.#watch = new Watch(
      (at) => this.#alarms.setAtLatest("watch", at),
      () => this.#alarms.cancel("watch"),
    );
    this.#endings = new Endings(sql);
    const epoch = epochOf(env);
    this.#room = new Room({
      epoch,
      tickets: new Tickets(sql, epoch),
      stores: {
        log,
        leases: new Leases(sql, newIdsMax(env)),
        spans: new Spans(sql),
        origins: new Origins(sql),
        setAside: new SetAside(sql),
      },
      places: () => (this.#kind() === "notes" ? NOTES_PLACES : FICHE_PLACES),
      connections: () => this.#present(),
      now: () => Date.now(),
      randomClient: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
      later: (callback) => setTimeout(() => this.#guarded(callback), 0),
      after: (milliseconds, callback) => setTimeout(() => this.#guarded(callback), milliseconds),
      transaction: (write) => ctx.storage.transactionSync(write),
      onStored: (now, rows) => {
        // Of notes, no list shows anything.
        if (this.#kind() === "fiche") this.#announcer.changed(now);
        this.#packing.stored(now, rows);
      },
    });
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
    for (const socket of ctx.getWebSockets()) {
      if (socket.readyState !== WebSocket.OPEN) continue;
      // Written by `SocketConnection.remember`, in this form.
      this.#connections.set(socket, this.#connectionOf(socket, socket.deserializeAttachment() as Passenger));
    }
  }

  /** Makes the document, once; a second call changes nothing. */
  create(made: NewDocument): void {
    const { sql } = this.ctx.storage;
    this.#guarded(() =>
      this.ctx.storage.transactionSync(() => {
        if (isCreated(sql)) return;
        migrate(sql, migrations);
        run(sql, "INSERT INTO document VALUES (?, ?, ?, ?)", made.id, made.kind, made.contrat, made.createdAt);
        this.#room.seed(made.updates);
      }),
    );
  }

  /** The text of a fiche as it stands, for the reading view; null when there is no such fiche. */
  read(): SheetContent | null {
    return this.#kind() === "fiche" ? this.#guarded(() => readSheet(this.#room.text().doc)) : null;
  }

  /** The notes of a meeting as they stand; null when there are none here. */
  readNotes(): readonly Block[] | null {
    if (this.#kind() !== "notes") return null;
    return this.#guarded(() => readBlocks(this.#room.text().doc.getXmlFragment("notes")));
  }

  /**
   * A stretch of the log as it was received, after this number (0: from the beginning); empty when there is no more. Small
   * enough to be handed over at once: nobody else waits for it.
   */
  readLog(after: number): LogStretch {
    if (!isCreated(this.ctx.storage.sql)) return [];
    return this.#guarded(() => {
      // What was gathered is stored first.
      this.#room.text();
      const stretch: LogStretch[number][] = [];
      let size = 0;
      for (const { seq, author, at, bytes } of this.#log.readAfter(after)) {
        stretch.push({ seq, author, at, bytes });
        size += bytes.length;
        if (size >= LOG_STRETCH) break;
      }
      return stretch;
    });
  }

  /**
   * Resolves when as much as a page sends at once can be stored. Otherwise the object is reset, as by any write that its
   * storage refuses, and whoever asked gets the platform's error: a write fails when it is committed, behind the back of
   * every handler, so that only a caller from outside can know.
   */
  async tryStorage(): Promise<void> {
    const { sql, kv } = this.ctx.storage;
    if (!isCreated(sql)) return;
    kv.put(TRIAL, new Uint8Array(2 * LIVE_FRAME_MAX));
    await this.ctx.storage.sync();
    kv.delete(TRIAL);
  }

  /** The upgrade of a page that the Worker let in. */
  override fetch(request: Request): Response {
    const verdict = readVerdict(request);
    const { 0: client, 1: server } = new WebSocketPair();
    const connection = this.#connectionOf(server, {
      ...verdict,
      backlogTaken: false,
      heardAt: Date.now(),
      refusals: 0,
      presence: ARRIVED,
    });
    this.#guarded(() => {
      const refusal = this.#refusalOf(connection);
      if (refusal !== null) {
        // Not kept through sleep: such a socket ends at once, another only once the object sleeps.
        server.accept();
        connection.close(refusal, "refused");
        return;
      }
      this.ctx.acceptWebSocket(server);
      connection.remember({});
      this.#connections.set(server, connection);
      this.#room.welcome(connection);
      this.#watch.came(() => this.#present());
    });
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Why this page is not let in, or null: then it has its client id. */
  #refusalOf(connection: SocketConnection): CloseCode | null {
    if (!isCreated(this.ctx.storage.sql)) return CLOSE.refused;
    // Decided before a change that this document has already heard of.
    if (this.#endings.isPast(connection.passenger)) return CLOSE.judgeAgain;
    return this.#room.join(connection) ? null : CLOSE.clientTaken;
  }

  /**
   * The rights of these people changed in the contrat: their sockets are closed and judged again, and an upgrade that was
   * judged before is sent back.
   */
  async rightsChanged(number: number, accounts: readonly AccountId[]): Promise<void> {
    if (!isCreated(this.ctx.storage.sql)) return;
    this.#guarded(() => {
      this.#endings.hearRights(number);
      this.#judgeAgain(({ account, rights }) => rights < number && accounts.includes(account));
    });
    await this.#keepEndings();
  }

  /** A session ended: its sockets are closed, and an upgrade that was judged before is sent back. */
  async sessionEnded(session: SessionId): Promise<void> {
    if (!isCreated(this.ctx.storage.sql)) return;
    this.#guarded(() => {
      this.#endings.hearSession(session);
      this.#judgeAgain((passenger) => passenger.session === session);
    });
    await this.#keepEndings();
  }

  /**
   * Whoever tells waits for the disk, and tells again if it is not heard of; the sockets of all other texts are closed
   * before, since on one's own server all of them share one thread.
   */
  async #keepEndings(): Promise<void> {
    await scheduler.wait(0);
    // It may have been destroyed meanwhile.
    if (isCreated(this.ctx.storage.sql)) this.#guarded(() => this.#endings.keep(Date.now()));
  }

  /** The text is no more: whoever has it open is sent away for good, and nothing of it stays. Twice is as once. */
  async destroy(): Promise<void> {
    if (!isCreated(this.ctx.storage.sql)) return;
    this.#guarded(() => {
      // What was gathered finds its tables.
      this.#room.text();
      for (const connection of this.#present()) connection.close(CLOSE.refused, "no more");
    });
    this.#connections.clear();
    this.#knownKind = null;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  override webSocketMessage(socket: WebSocket, message: ArrayBuffer | string): void {
    this.#guarded(() => {
      const connection = this.#connections.get(socket);
      if (connection === undefined || connection.gone) return;
      // The runtime answers « ping » by itself; any other text is no frame.
      this.#room.receive(connection, typeof message === "string" ? NO_FRAME : new Uint8Array(message));
      this.#watch.heard(() => this.#present());
    });
  }

  override webSocketClose(socket: WebSocket): void {
    this.#guarded(() => this.#forget(socket));
    try {
      // Without an answer to its close, a page sees the connection break (1006).
      socket.close(1000, "bye");
    } catch {
      // It broke indeed: nobody is there to answer.
    }
  }

  override webSocketError(socket: WebSocket): void {
    this.#guarded(() => this.#forget(socket));
  }

  override async alarm(): Promise<void> {
    const due = this.#alarms.take(Date.now());
    if (due.includes("pack")) {
      this.#guarded(() => {
        this.#room.pack();
        this.#packing.packed();
      });
    }
    if (due.includes("watch")) this.#guarded(() => this.#lookAround());
    if (due.includes("announce")) await this.#announce();
  }

  async #announce(): Promise<void> {
    const now = Date.now();
    const announcement = this.#guarded(() => this.#announcer.due(now, () => this.#room.text().doc));
    if (announcement === null) return;
    const owner = firstRow<{ id: DocumentId; contrat: ContratId }>(
      this.ctx.storage.sql,
      "SELECT id, contrat FROM document",
    );
    if (owner === null) return;
    try {
      const contrat = this.env.CONTRAT.getByName(owner.contrat);
      await contrat.tellFiche(owner.id, announcement.number, announcement.summary);
      this.#announcer.heard(announcement.number, Date.now());
    } catch (error) {
      console.error("the contrat could not be told", error);
    }
  }

  #lookAround(): void {
    const now = Date.now();
    for (const connection of this.#watch.vanished(this.#present(), now)) {
      connection.close(CLOSE.comeBack, "silent");
      this.#room.leave(connection);
    }
    this.#watch.looked(this.#present(), now);
  }

  #judgeAgain(concerns: (passenger: Passenger) => boolean): void {
    for (const connection of this.#present()) {
      if (!concerns(connection.passenger)) continue;
      connection.close(CLOSE.judgeAgain, "judged again");
      this.#room.leave(connection);
    }
  }

  /** null: there is no such document. It never changes. */
  #kind(): DocumentKind | null {
    if (this.#knownKind === null && isCreated(this.ctx.storage.sql)) {
      // Written by `create` alone.
      const row = firstRow<{ kind: DocumentKind }>(this.ctx.storage.sql, "SELECT kind FROM document");
      this.#knownKind = row?.kind ?? null;
    }
    return this.#knownKind;
  }

  #present(): SocketConnection[] {
    return [...this.#connections.values()].filter((connection) => !connection.gone);
  }

  #connectionOf(socket: WebSocket, passenger: Passenger): SocketConnection {
    return new SocketConnection(
      socket,
      passenger,
      (of) => this.ctx.getWebSocketAutoResponseTimestamp(of)?.getTime() ?? 0,
    );
  }

  #forget(socket: WebSocket): void {
    // Who leaves while the object sleeps is not among the sockets that it finds at waking; only the attachment is left.
    const connection: Connection | undefined = this.#connections.get(socket) ?? this.#sleptThrough(socket);
    this.#connections.delete(socket);
    if (connection !== undefined) this.#room.leave(connection);
    this.#watch.left(this.#present());
  }

  #sleptThrough(socket: WebSocket): Connection | undefined {
    // Written by `SocketConnection.remember`, in this form; null for a socket that was not let in, which is not kept.
    const passenger = socket.deserializeAttachment() as Passenger | null;
    return passenger === null ? undefined : this.#connectionOf(socket, passenger);
  }

  /**
   * Exceptions in a socket's handler or in a timer are silent on plain workerd. What may be half done is undone: the
   * object starts again from what is stored, and every page comes back by itself.
   */
  #guarded<Answer>(work: () => Answer): Answer {
    try {
      return work();
    } catch (error) {
      console.error("document", error);
      this.ctx.abort("started again after an error");
      throw error;
    }
  }
}

const NO_FRAME = new Uint8Array();
/** Name of what is written to see whether anything can be. */
const TRIAL = "essai";
