import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import { GATHER_ALONE_MS, GATHER_TOGETHER_MS } from "../../shared/protocol/limits.ts";
import type { SetAsideWords } from "../../shared/protocol/set-aside.ts";
import type { Clock } from "./clock.ts";
import { createConnection, type OpenSocket } from "./connection.ts";
import type { DevicePlace } from "./device-place.ts";
import { createIncoming } from "./incoming.ts";
import { createListeners } from "./listeners.ts";
import type { LiveDocument } from "./live-document.ts";
import { createOutgoing } from "./outgoing.ts";
import { listenToOwnChanges } from "./own-changes.ts";
import { createPresence } from "./presence.ts";
import type { SetApart } from "./set-apart.ts";
import {
  isLasting,
  type LiveStatus,
  nextStatus,
  type RefusalReason,
  reasonOfClose,
  type StatusEvent,
  WITHOUT_NUMBER,
} from "./status.ts";
import { keepText } from "./text-keeping.ts";
import type { Vouching } from "./vouching.ts";

/** The origin of what this device had kept. */
const FROM_DEVICE = Symbol("from device");

/**
 * Opens a document. The text that the device kept, and what earlier pages of the same person left on it, are taken
 * first, then the socket is opened.
 *
 * @param options.doc a new document: its Yjs id is the device's for this page
 * @param options.address of the socket for a client id, and the epoch when one is known
 * @param options.mayWrite what was last known of the right to write, for as long as the server has not answered
 * @param options.outdated called when the text was brought back from a backup and nothing here is lost by opening it
 *   again: this document is of no more use
 */
export function openLiveDocument(options: {
  readonly doc: Y.Doc;
  readonly device: DevicePlace;
  readonly address: (client: number, epoch: string | null) => string;
  readonly mayWrite: boolean;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: () => number;
  /** Called before others' changes enter the document. */
  readonly beforeRemote: () => void;
  readonly outdated: () => void;
}): LiveDocument {
  const { doc, clock, device } = options;
  const listeners = createListeners<void>();
  let status: LiveStatus = { kind: "connecting" };
  let loaded = device.text.length > 0;
  let synchronised = false;
  let writes = options.mayWrite;
  let setAside: readonly SetAsideWords[] = [];
  let untold = 0;
  let acts = 0;
  let refusalTools: Promise<SetApart | null> | null = null;
  let vouching: Vouching | null = null;
  /** How many sockets were left. */
  let turn = 0;

  const outgoing = createOutgoing({
    clock,
    device,
    together: () => presence.together(),
    send(number, update, declarations) {
      // Its last byte says that an update deletes nothing: then it cannot be taken for moving words.
      const says = declarations.length > 0 || update.at(-1) !== 0;
      const kind = says ? "declared_update" : "numbered_update";
      return connection.send(encodeClientFrame({ kind, number, declarations, update }));
    },
    changed() {
      keeping.plan();
      listeners.tell();
    },
  });
  const presence = createPresence({
    client: doc.clientID,
    clock,
    interval: (together) => (together ? GATHER_TOGETHER_MS : GATHER_ALONE_MS),
    send: (entries) => connection.send(encodeClientFrame({ kind: "presence", entries })),
  });
  const keeping = keepText({
    doc,
    clock,
    device,
    // What the server refused or does not have yet is no part of its text.
    isServers: () => synchronised && outgoing.pending() === 0 && status.kind !== "refused",
  });
  const incoming = createIncoming({
    doc,
    clock,
    presence,
    beforeRemote: options.beforeRemote,
    events: {
      welcome(event) {
        writes = event.writes;
        device.welcomed(event.epoch, event.tickets);
        // A refusal belongs to the page, not to the socket: nothing goes out any more.
        if (status.kind === "refused") return;
        if (writes) openOutgoing();
        else if (outgoing.pending() > 0) giveUp("lecture_seule");
        presence.connected();
        listeners.tell();
      },
      setAside(words, more) {
        setAside = words;
        untold = more;
        listeners.tell();
      },
      acted() {
        acts += 1;
        listeners.tell();
      },
      changed: device.received,
      synchronised() {
        loaded = true;
        synchronised = true;
        pass({ kind: "synchronised" });
        if (status.kind === "refused" && isLasting(status.reason)) void setApart(status.reason);
        keeping.plan();
      },
      acknowledged: outgoing.acknowledged,
      refused(number, code) {
        if (status.kind === "held" || status.kind === "refused") return;
        if (code === "billet_refuse" && vouching?.tryOtherwise() === true) {
          connection.renew();
          return;
        }
        // 0: not an update of ours, or one that the server did not read as far as its number.
        if (number === 0 && !WITHOUT_NUMBER.has(code)) return;
        const verdict = outgoing.refused(code);
        switch (verdict.kind) {
          case "synchronise_again":
            connection.renew();
            break;
          case "come_back":
            outgoing.shut();
            pass({ kind: "held", reason: verdict.reason });
            clock.after(verdict.after, () => {
              if (status.kind === "held") connection.renew();
            });
            break;
          case "give_up":
            giveUp(code);
            break;
        }
      },
    },
  });
  const connection = createConnection({
    // Whoever has something unsent is told at the door when nothing can be stored: what breaks later breaks without a word.
    address: () => `${options.address(doc.clientID, device.epoch)}${outgoing.pending() > 0 ? "&unsent=1" : ""}`,
    openSocket: options.openSocket,
    clock,
    random: options.random,
    events: {
      opened() {
        pass({ kind: "opened" });
        connection.send(encodeClientFrame({ kind: "sync_step_1", stateVector: Y.encodeStateVector(doc) }));
      },
      frame: incoming.frame,
      lost(code) {
        leaveSocket();
        pass({ kind: code === CLOSE.storageFull ? "full" : "lost" });
      },
      refused(code) {
        leaveSocket();
        const reason = reasonOfClose(code);
        giveUp(reason);
        if (reason === "epoque") void startAgain();
      },
    },
  });

  function leaveSocket(): void {
    outgoing.shut();
    vouching?.stop();
    turn += 1;
    presence.disconnected();
  }

  function pass(event: StatusEvent): void {
    status = nextStatus(status, event);
    if (status.kind === "refused") outgoing.shut();
    listeners.tell();
  }

  function giveUp(reason: RefusalReason): void {
    pass({ kind: "refused", reason });
    // Before the text is here nobody could say where the words stand.
    if (loaded && isLasting(reason)) void setApart(reason);
  }

  /** Almost no page meets a refusal: what it takes is loaded then. Whether the device has what was refused. */
  async function setApart(reason: RefusalReason): Promise<boolean> {
    const tools = await refusals();
    return tools === null ? false : tools.take(reason);
  }

  function refusals(): Promise<SetApart | null> {
    refusalTools ??= import("./set-apart.ts").then(
      ({ createSetApart }) => createSetApart({ doc, device, unacknowledged: outgoing.unacknowledged }),
      () => {
        refusalTools = null;
        return null;
      },
    );
    return refusalTools;
  }

  /** Changes go out now; before those of other pages, what shows that they are the same person's. */
  function openOutgoing(): void {
    if (device.earlier.length === 0) {
      outgoing.open();
      return;
    }
    const mine = turn;
    import("./vouching.ts").then(
      ({ createVouching }) => {
        if (mine !== turn || status.kind === "refused") return;
        vouching ??= createVouching({
          device,
          openSocket: options.openSocket,
          clock,
          address: (client) => options.address(client, device.epoch),
          unacknowledged: outgoing.unacknowledged,
          send: (tickets) => connection.send(encodeClientFrame({ kind: "tickets", tickets })),
        });
        vouching.vouch(outgoing.open, () => giveUp("identifiant_etranger"));
      },
      // The site has another build by now, or the network went: on the next socket.
      () => clock.after(ANOTHER_TRY_MS, connection.renew),
    );
  }

  async function startAgain(): Promise<void> {
    const isKept = outgoing.pending() === 0 || (await setApart("epoque"));
    await device.forgetText();
    if (isKept) options.outdated();
  }

  const stopCompany = presence.onChange(outgoing.companyChanged);
  for (const update of [...device.text, ...device.earlier.map(({ bytes }) => bytes)]) {
    Y.applyUpdate(doc, update, FROM_DEVICE);
  }
  const stopListening = listenToOwnChanges(doc, (update, declarations) => {
    outgoing.add(update, declarations);
    // A last letter, typed while the refusal was on its way.
    if (status.kind === "refused" && isLasting(status.reason)) void setApart(status.reason);
  });
  if (device.outdated.length > 0) void refusals().then((tools) => tools?.takeOutdated());
  connection.start();

  return {
    doc,
    presence,
    status: () => status,
    loaded: () => loaded,
    canWrite: () => loaded && writes && status.kind !== "refused",
    pending: outgoing.pending,
    unsafe: outgoing.unsafe,
    setAside: () => setAside,
    untold: () => untold,
    acts: () => acts,
    decide: (decision) => connection.send(encodeClientFrame({ kind: "decide_set_aside", decision })),
    onChange: listeners.add,
    hold: incoming.hold,
    release: incoming.release,
    flush() {
      outgoing.flush();
      keeping.now();
    },
    hurry: connection.hurry,
    async abandonUnsent() {
      const dropped = outgoing.abandon();
      await (await refusals())?.forget();
      await device.drop(dropped);
    },
    async stop() {
      outgoing.flush();
      keeping.now();
      stopListening();
      stopCompany();
      keeping.stop();
      incoming.stop();
      connection.stop();
      leaveSocket();
      await device.close();
    },
  };
}

/** How long after a part of the page could not be brought it is tried again, in milliseconds. */
const ANOTHER_TRY_MS = 10_000;
