import { DurableObject } from "cloudflare:workers";
import type { SheetContent } from "../../shared/editor/blocks.ts";
import { readSheet } from "../../shared/editor/read-section.ts";
import type { ContratId, DocumentId } from "../../shared/ids.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import { PING, PONG } from "../../shared/protocol/limits.ts";
import { Alarms } from "../durable/alarms.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import { firstRow, run } from "../durable/sql.ts";
import type { Env } from "../env.ts";
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
import { UpdateLog } from "../live/update-log.ts";
import { migrations } from "./migrations.ts";

/** What a document is made with, by the contrat that names it. */
export interface NewDocument {
  readonly id: DocumentId;
  readonly kind: "fiche";
  readonly contrat: ContratId;
  readonly createdAt: number;
  readonly updates: readonly SeedUpdate[];
}

/** One co-written text. A door: it keeps sockets and alarms, and leaves the rest to `live/` and `fiche/`. */
export class DocumentObject extends DurableObject<Env> {
  readonly #room: Room;
  readonly #alarms: Alarms<"announce" | "pack">;
  readonly #packing: Packing;
  readonly #announcer: Announcer;
  readonly #connections = new Map<WebSocket, SocketConnection>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    if (isCreated(sql)) ctx.storage.transactionSync(() => migrate(sql, migrations));
    this.#alarms = new Alarms(ctx.storage);
    this.#announcer = new Announcer(sql, (at) => this.#alarms.setAtLatest("announce", at));
    const log = new UpdateLog(sql);
    this.#packing = new Packing(log, (at) => this.#alarms.setAtLatest("pack", at));
    this.#room = new Room({
      stores: {
        log,
        leases: new Leases(sql),
        spans: new Spans(sql),
        origins: new Origins(sql),
        setAside: new SetAside(sql),
      },
      connections: () => [...this.#connections.values()].filter((connection) => !connection.gone),
      now: () => Date.now(),
      randomClient: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
      later: (callback) => setTimeout(() => this.#guarded(callback), 0),
      after: (milliseconds, callback) => setTimeout(() => this.#guarded(callback), milliseconds),
      transaction: (write) => ctx.storage.transactionSync(write),
      onStored: (now, rows) => {
        this.#announcer.changed(now);
        this.#packing.stored(now, rows);
      },
    });
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
    for (const socket of ctx.getWebSockets()) {
      if (socket.readyState !== WebSocket.OPEN) continue;
      // Written by `SocketConnection.remember`, in this form.
      this.#connections.set(socket, new SocketConnection(socket, socket.deserializeAttachment() as Passenger));
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

  /** The text as it stands, for the reading view; null when there is no such document. */
  read(): SheetContent | null {
    return isCreated(this.ctx.storage.sql) ? this.#guarded(() => readSheet(this.#room.text().doc)) : null;
  }

  /** The upgrade of a page that the Worker let in. */
  override fetch(request: Request): Response {
    const verdict = readVerdict(request);
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    const connection = new SocketConnection(server, {
      ...verdict,
      joined: false,
      synced: false,
      refusals: 0,
      presence: ARRIVED,
    });
    connection.remember({});
    this.#guarded(() => {
      if (!isCreated(this.ctx.storage.sql)) {
        connection.close(CLOSE.refused, "refused");
      } else if (this.#room.join(connection)) {
        connection.remember({ joined: true });
        this.#connections.set(server, connection);
        this.#room.welcome(connection);
      } else {
        connection.close(CLOSE.clientTaken, "client taken");
      }
    });
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, message: ArrayBuffer | string): void {
    this.#guarded(() => {
      const connection = this.#connections.get(socket);
      if (connection === undefined || connection.gone) return;
      // The runtime answers « ping » by itself; any other text is no frame.
      this.#room.receive(connection, typeof message === "string" ? NO_FRAME : new Uint8Array(message));
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

  #forget(socket: WebSocket): void {
    // Who leaves while the object sleeps is not among the sockets that it finds at waking; only the attachment is left.
    const connection: Connection | undefined = this.#connections.get(socket) ?? this.#sleptThrough(socket);
    this.#connections.delete(socket);
    if (connection !== undefined) this.#room.leave(connection);
  }

  #sleptThrough(socket: WebSocket): Connection | undefined {
    // Written by `SocketConnection.remember`, in this form; null for a socket that was never let in.
    const passenger = socket.deserializeAttachment() as Passenger | null;
    return passenger === null || !passenger.joined ? undefined : new SocketConnection(socket, passenger);
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
