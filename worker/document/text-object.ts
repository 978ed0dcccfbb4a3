import { DurableObject } from "cloudflare:workers";
import { FICHE_PLACES, NOTES_PLACES } from "../../shared/editor/sections.ts";
import type { AccountId, SessionId } from "../../shared/ids.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import { LIVE_FRAME_MAX } from "../../shared/protocol/limits.ts";
import { Alarms } from "../durable/alarms.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import { firstRow, run } from "../durable/sql.ts";
import { type Env, epochOf, newIdsMax } from "../env.ts";
import { Leases } from "../live/leases.ts";
import { readVerdict } from "../live/live-request.ts";
import { Origins } from "../live/origins.ts";
import { Packing } from "../live/packing.ts";
import { Room } from "../live/room.ts";
import { SetAside } from "../live/set-aside.ts";
import { Spans } from "../live/spans.ts";
import { Tickets } from "../live/tickets.ts";
import { UpdateLog } from "../live/update-log.ts";
import { type LogStretch, logStretch } from "./log-stretch.ts";
import { migrations } from "./migrations.ts";
import type { DocumentKind, NewDocument } from "./new-document.ts";
import { Sockets } from "./sockets.ts";

type AlarmName = "announce" | "pack" | "watch" | "page" | "forget";

/** The live text of a document, whatever it is: its sockets, its alarms, its log, how it begins and ends. */
export abstract class TextObject extends DurableObject<Env> {
  protected readonly alarms: Alarms<AlarmName>;
  protected readonly sockets: Sockets;
  protected readonly room: Room;
  protected readonly log: UpdateLog;
  protected readonly spans: Spans;
  protected readonly origins: Origins;
  readonly #packing: Packing;
  #knownKind: DocumentKind | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    if (isCreated(sql)) ctx.storage.transactionSync(() => migrate(sql, migrations));
    this.alarms = new Alarms(ctx.storage);
    this.log = new UpdateLog(sql);
    this.spans = new Spans(sql);
    this.origins = new Origins(sql);
    this.#packing = new Packing(this.log, (at) => this.alarms.setAtLatest("pack", at));
    this.sockets = new Sockets(ctx, this.alarms, () => this.room);
    const epoch = epochOf(env);
    this.room = new Room({
      epoch,
      tickets: new Tickets(sql, epoch),
      stores: {
        log: this.log,
        leases: new Leases(sql, newIdsMax(env)),
        spans: this.spans,
        origins: this.origins,
        setAside: new SetAside(sql),
      },
      places: () => (this.kind() === "notes" ? NOTES_PLACES : FICHE_PLACES),
      connections: () => this.sockets.present(),
      now: () => Date.now(),
      randomClient: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
      later: (callback) => setTimeout(() => this.guarded(callback), 0),
      after: (milliseconds, callback) => setTimeout(() => this.guarded(callback), milliseconds),
      transaction: (write) => ctx.storage.transactionSync(write),
      onStored: (now, rows) => {
        this.wordsStored(now);
        this.#packing.stored(now, rows);
      },
    });
  }

  /** Inside the transaction that stores words: what else must change with them. */
  protected abstract wordsStored(now: number): void;

  /** Inside the transaction that makes the document: its first words, and what was done with it. */
  protected abstract seed(made: NewDocument): void;

  /** Much was written, and was just packed. */
  protected abstract packed(): Promise<void>;

  /** An alarm that is not about the live text. */
  protected abstract rang(name: "announce" | "page" | "forget"): Promise<void>;

  /** Makes the document, once; a second call changes nothing. */
  create(made: NewDocument): void {
    const { sql } = this.ctx.storage;
    this.guarded(() =>
      this.ctx.storage.transactionSync(() => {
        if (isCreated(sql)) return;
        migrate(sql, migrations);
        const { id, kind, contrat, createdAt, etat } = made;
        run(sql, "INSERT INTO document VALUES (?, ?, ?, ?, ?)", id, kind, contrat, createdAt, etat);
        this.seed(made);
      }),
    );
  }

  /**
   * A stretch of the log as it was received, after this number (0: from the beginning); empty when there is no more. Small
   * enough to be handed over at once: nobody else waits for it.
   */
  readLog(after: number): LogStretch {
    return isCreated(this.ctx.storage.sql) ? this.guarded(() => logStretch(this.storedLog(), after)) : [];
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
    this.guarded(() => this.sockets.arrive(server, verdict, Date.now()));
    return new Response(null, { status: 101, webSocket: client });
  }

  /**
   * The rights of these people changed in the contrat: their sockets are closed and judged again, and an upgrade that was
   * judged before is sent back.
   */
  async rightsChanged(number: number, accounts: readonly AccountId[]): Promise<void> {
    if (!isCreated(this.ctx.storage.sql)) return;
    this.guarded(() => this.sockets.rightsChanged(number, accounts));
    await this.#keepEndings();
  }

  /** A session ended: its sockets are closed, and an upgrade that was judged before is sent back. */
  async sessionEnded(session: SessionId): Promise<void> {
    if (!isCreated(this.ctx.storage.sql)) return;
    this.guarded(() => this.sockets.sessionEnded(session));
    await this.#keepEndings();
  }

  /**
   * Whoever tells waits for the disk, and tells again if it is not heard of; the sockets of all other texts are closed
   * before, since on one's own server all of them share one thread.
   */
  async #keepEndings(): Promise<void> {
    await scheduler.wait(0);
    // It may have been destroyed meanwhile.
    if (isCreated(this.ctx.storage.sql)) this.guarded(() => this.sockets.keepEndings(Date.now()));
  }

  /** The text is no more: whoever has it open is sent away for good, and nothing of it stays. Twice is as once. */
  async destroy(): Promise<void> {
    if (!isCreated(this.ctx.storage.sql)) return;
    this.guarded(() => {
      // What was gathered finds its tables.
      this.room.text();
      this.sockets.end(CLOSE.refused);
    });
    this.#knownKind = null;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  override webSocketMessage(socket: WebSocket, message: ArrayBuffer | string): void {
    this.guarded(() => this.sockets.receive(socket, message));
  }

  override webSocketClose(socket: WebSocket): void {
    this.guarded(() => this.sockets.forget(socket));
    try {
      // Without an answer to its close, a page sees the connection break (1006).
      socket.close(1000, "bye");
    } catch {
      // It broke indeed: nobody is there to answer.
    }
  }

  override webSocketError(socket: WebSocket): void {
    this.guarded(() => this.sockets.forget(socket));
  }

  override async alarm(): Promise<void> {
    const due = this.alarms.take(Date.now());
    if (due.includes("pack")) {
      this.guarded(() => {
        this.room.pack();
        this.#packing.packed();
      });
      await this.packed();
    }
    if (due.includes("watch")) this.guarded(() => this.sockets.lookAround(Date.now()));
    if (due.includes("announce")) await this.rang("announce");
    if (due.includes("page")) await this.rang("page");
    // It ends the object: last.
    if (due.includes("forget")) await this.rang("forget");
  }

  /** The log, with what was gathered. */
  protected storedLog(): UpdateLog {
    this.room.text();
    return this.log;
  }

  /** null: there is no such document. It never changes. */
  protected kind(): DocumentKind | null {
    if (this.#knownKind === null && isCreated(this.ctx.storage.sql)) {
      // Written by `create` alone.
      const row = firstRow<{ kind: DocumentKind }>(this.ctx.storage.sql, "SELECT kind FROM document");
      this.#knownKind = row?.kind ?? null;
    }
    return this.#knownKind;
  }

  /**
   * Exceptions in a socket's handler or in a timer are silent on plain workerd. What may be half done is undone: the
   * object starts again from what is stored, and every page comes back by itself.
   */
  protected guarded<Answer>(work: () => Answer): Answer {
    try {
      return work();
    } catch (error) {
      console.error("document", error);
      this.ctx.abort("started again after an error");
      throw error;
    }
  }
}

/** Name of what is written to see whether anything can be. */
const TRIAL = "essai";
