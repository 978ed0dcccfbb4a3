import type { AccountId, SessionId } from "../../shared/ids.ts";
import { CLOSE, type CloseCode } from "../../shared/protocol/close-codes.ts";
import { PING, PONG } from "../../shared/protocol/limits.ts";
import { encodeServerFrame, type ServerEvent } from "../../shared/protocol/server-frames.ts";
import type { Alarms } from "../durable/alarms.ts";
import { isCreated } from "../durable/migrate.ts";
import { type Connection, type Passenger, SocketConnection } from "../live/connection.ts";
import type { Verdict } from "../live/live-request.ts";
import { ARRIVED } from "../live/presence.ts";
import type { Room } from "../live/room.ts";
import { Watch } from "../live/watch.ts";
import { Endings } from "./endings.ts";

/** What a socket is told of: the live path of its text. */
type Hearing = Pick<Room, "join" | "welcome" | "receive" | "leave">;

/**
 * The sockets of one text, from the upgrade to the end: who is here, who is let in, judged again, gone or vanished. They
 * outlive the object's memory: found again at waking by what their attachment says.
 */
export class Sockets {
  readonly #ctx: DurableObjectState;
  /** Asked for when it is needed: the room is made after its sockets, and asks who is here. */
  readonly #room: () => Hearing;
  readonly #watch: Watch;
  readonly #endings: Endings;
  readonly #connections = new Map<WebSocket, SocketConnection>();

  /** @param alarms rings « watch » when somebody may have vanished: then call `lookAround` */
  constructor(ctx: DurableObjectState, alarms: Pick<Alarms<"watch">, "setAtLatest" | "cancel">, room: () => Hearing) {
    this.#ctx = ctx;
    this.#room = room;
    this.#watch = new Watch(
      (at) => alarms.setAtLatest("watch", at),
      () => alarms.cancel("watch"),
    );
    this.#endings = new Endings(ctx.storage.sql);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
    for (const socket of ctx.getWebSockets()) {
      if (socket.readyState !== WebSocket.OPEN) continue;
      // Written by `SocketConnection.remember`, in this form.
      this.#connections.set(socket, this.#connectionOf(socket, socket.deserializeAttachment() as Passenger));
    }
  }

  /** Every page connected now. */
  present(): SocketConnection[] {
    return [...this.#connections.values()].filter((connection) => !connection.gone);
  }

  /** A page that the Worker let in: it is welcomed, or refused for what only the text knows; `now` in milliseconds. */
  arrive(socket: WebSocket, verdict: Verdict, now: number): void {
    const arrival = { backlogTaken: false, heardAt: now, refusals: 0, presence: ARRIVED };
    const connection = this.#connectionOf(socket, { ...verdict, ...arrival });
    const refusal = this.#refusalOf(connection);
    if (refusal !== null) {
      // Not kept through sleep: such a socket ends at once, another only once the object sleeps.
      socket.accept();
      connection.close(refusal, "refused");
      return;
    }
    this.#ctx.acceptWebSocket(socket);
    connection.remember({});
    this.#connections.set(socket, connection);
    this.#room().welcome(connection);
    this.#watch.came(() => this.present());
  }

  /** A message of a socket, as the platform hands it over. */
  receive(socket: WebSocket, message: ArrayBuffer | string): void {
    const connection = this.#connections.get(socket);
    if (connection === undefined || connection.gone) return;
    // The runtime answers « ping » by itself; any other text is no frame.
    this.#room().receive(connection, typeof message === "string" ? NO_FRAME : new Uint8Array(message));
    this.#watch.heard(() => this.present());
  }

  /** A socket ended, by whatever end. */
  forget(socket: WebSocket): void {
    // Who leaves while the object sleeps is not among the sockets that it finds at waking; only the attachment is left.
    const connection = this.#connections.get(socket) ?? this.#sleptThrough(socket);
    this.#connections.delete(socket);
    if (connection !== undefined) this.#room().leave(connection);
    this.#watch.left(this.present());
  }

  /** The rights of these people changed: they come back and are judged again. Call `keepEndings` after. */
  rightsChanged(number: number, accounts: readonly AccountId[]): void {
    this.#endings.hearRights(number);
    this.#judgeAgain(({ account, rights }) => rights < number && accounts.includes(account));
  }

  /** A session ended: so do its sockets. Call `keepEndings` after. */
  sessionEnded(session: SessionId): void {
    this.#endings.hearSession(session);
    this.#judgeAgain((passenger) => passenger.session === session);
  }

  /** Keeps what was heard, for an upgrade that was judged before and comes after; `now` in milliseconds since 1970. */
  keepEndings(now: number): void {
    this.#endings.keep(now);
  }

  /** Whether rights of this number were changed since, as far as was heard here. */
  areRightsPast(rights: number): boolean {
    return this.#endings.areRightsPast(rights);
  }

  /** Why this page is not let in, or null: then it has its client id. */
  #refusalOf(connection: Connection): CloseCode | null {
    if (!isCreated(this.#ctx.storage.sql)) return CLOSE.refused;
    // Decided before a change that this document has already heard of.
    if (this.#endings.isPast(connection.passenger)) return CLOSE.judgeAgain;
    return this.#room().join(connection) ? null : CLOSE.clientTaken;
  }

  #judgeAgain(concerns: (passenger: Passenger) => boolean): void {
    for (const connection of this.present()) {
      if (!concerns(connection.passenger)) continue;
      connection.close(CLOSE.judgeAgain, "judged again");
      this.#room().leave(connection);
    }
  }

  /** At the alarm: who went without a word is gone; `now` in milliseconds since 1970. */
  lookAround(now: number): void {
    for (const connection of this.#watch.vanished(this.present(), now)) {
      connection.close(CLOSE.comeBack, "silent");
      this.#room().leave(connection);
    }
    this.#watch.looked(this.present(), now);
  }

  /** Tells every page of ours. */
  tell(event: ServerEvent): void {
    const frame = encodeServerFrame({ kind: "event", event });
    for (const connection of this.present()) if (connection.passenger.ours) connection.send(frame);
  }

  /** Sends everybody away: for good, when the text is no more, or to come back. */
  end(code: CloseCode): void {
    for (const connection of this.present()) connection.close(code, "ended");
    this.#connections.clear();
  }

  #connectionOf(socket: WebSocket, passenger: Passenger): SocketConnection {
    return new SocketConnection(
      socket,
      passenger,
      (of) => this.#ctx.getWebSocketAutoResponseTimestamp(of)?.getTime() ?? 0,
    );
  }

  #sleptThrough(socket: WebSocket): Connection | undefined {
    // Written by `SocketConnection.remember`, in this form; null for a socket that was not let in, which is not kept.
    const passenger = socket.deserializeAttachment() as Passenger | null;
    return passenger === null ? undefined : this.#connectionOf(socket, passenger);
  }
}

const NO_FRAME = new Uint8Array();
