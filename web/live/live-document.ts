import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { GATHER_ALONE_MS, GATHER_TOGETHER_MS } from "../../shared/protocol/limits.ts";
import type { Clock } from "./clock.ts";
import { createConnection, type OpenSocket } from "./connection.ts";
import type { Shelf } from "./device-store.ts";
import { createIncoming } from "./incoming.ts";
import { createListeners, type Listeners } from "./listeners.ts";
import { createOutgoing } from "./outgoing.ts";
import { listenToOwnChanges } from "./own-changes.ts";
import { createPresence, type Presence } from "./presence.ts";
import { type LiveStatus, nextStatus, reasonOfClose, type StatusEvent } from "./status.ts";

/** The origin of what earlier pages of this person had kept on the device. */
const FROM_DEVICE = Symbol("from device");

/** One document, open on this page: its text, its people, and how it stands with the server. */
export interface LiveDocument {
  readonly doc: Y.Doc;
  readonly presence: Presence;
  status(): LiveStatus;
  /** Whether the text was compared with the server's at least once since the page was opened. */
  loaded(): boolean;
  /** Whether the person may write here and nothing was refused. Stays true offline. */
  canWrite(): boolean;
  /** How many changes the server has not acknowledged. */
  pending(): number;
  /** How many of these would be lost with this page, because the device could not keep them (yet). */
  unsafe(): number;
  /** After a change of anything above but the text and the people. */
  readonly onChange: Listeners<void>["add"];
  /** While a composition goes on, other people's changes wait. */
  hold(): void;
  release(): void;
  /** Sends what is gathered now. */
  flush(): void;
  /** The network is back, or the page is looked at again. */
  hurry(): void;
  /** Forgets, here and on the device, what the server refused or has not taken; the page must be opened again after. */
  abandonUnsent(): Promise<void>;
  stop(): void;
}

/**
 * Opens a document. What earlier pages of the same person kept on the device is taken first, then the socket is opened.
 *
 * @param options.doc a new document: its Yjs id belongs to this page load
 * @param options.url address of the socket, with that id
 */
export function openLiveDocument(options: {
  readonly doc: Y.Doc;
  readonly url: string;
  readonly shelf: Promise<Shelf>;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: () => number;
  /** Called before others' changes enter the document. */
  readonly beforeRemote: () => void;
}): LiveDocument {
  const { doc, clock, shelf } = options;
  const listeners = createListeners<void>();
  let status: LiveStatus = { kind: "connecting" };
  let loaded = false;
  let writes = false;
  let stopped = false;

  const outgoing = createOutgoing({
    client: doc.clientID,
    clock,
    shelf,
    together: () => presence.together(),
    send: (number, update) => connection.send(encodeClientFrame({ kind: "numbered_update", number, update })),
    changed: listeners.tell,
  });
  const presence = createPresence({
    client: doc.clientID,
    clock,
    interval: (together) => (together ? GATHER_TOGETHER_MS : GATHER_ALONE_MS),
    send: (entries) => connection.send(encodeClientFrame({ kind: "presence", entries })),
  });
  const incoming = createIncoming({
    doc,
    clock,
    presence,
    beforeRemote: options.beforeRemote,
    events: {
      welcome(mayWrite) {
        writes = mayWrite;
        // A refusal belongs to the page, not to the socket: nothing goes out any more.
        if (status.kind === "refused") return;
        if (mayWrite) outgoing.open();
        else if (outgoing.pending() > 0) pass({ kind: "refused", reason: "lecture_seule" });
        presence.connected();
        listeners.tell();
      },
      synchronised() {
        loaded = true;
        pass({ kind: "synchronised" });
      },
      acknowledged: outgoing.acknowledged,
      refused(number, code) {
        // 0: not an update of ours, or one too large for the server to have read its number.
        if (number === 0 && code !== "trame_trop_grande") return;
        if (outgoing.refused(code) === "synchronise_again") connection.renew();
        else pass({ kind: "refused", reason: code });
      },
    },
  });
  const connection = createConnection({
    url: options.url,
    openSocket: options.openSocket,
    clock,
    random: options.random,
    events: {
      opened() {
        pass({ kind: "opened" });
        connection.send(encodeClientFrame({ kind: "sync_step_1", stateVector: Y.encodeStateVector(doc) }));
      },
      frame: incoming.frame,
      lost() {
        outgoing.shut();
        presence.disconnected();
        pass({ kind: "lost" });
      },
      refused(code) {
        outgoing.shut();
        presence.disconnected();
        pass({ kind: "refused", reason: reasonOfClose(code) });
      },
    },
  });

  function pass(event: StatusEvent): void {
    status = nextStatus(status, event);
    if (status.kind === "refused") outgoing.shut();
    listeners.tell();
  }

  const stopCompany = presence.onChange(outgoing.companyChanged);
  const stopListening = listenToOwnChanges(doc, outgoing.add);

  void outgoing.takeEarlier().then((rows) => {
    if (stopped) return;
    for (const row of rows) Y.applyUpdate(doc, row, FROM_DEVICE);
    connection.start();
  });

  return {
    doc,
    presence,
    status: () => status,
    loaded: () => loaded,
    canWrite: () => writes && status.kind !== "refused",
    pending: outgoing.pending,
    unsafe: outgoing.unsafe,
    onChange: listeners.add,
    hold: incoming.hold,
    release: incoming.release,
    flush: outgoing.flush,
    hurry: connection.hurry,
    abandonUnsent: outgoing.abandon,
    stop() {
      stopped = true;
      outgoing.flush();
      stopListening();
      stopCompany();
      incoming.stop();
      connection.stop();
      outgoing.shut();
      void shelf.then((place) => place.close());
    },
  };
}
