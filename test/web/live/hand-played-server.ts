import * as Y from "yjs";
// What a page brings late is there from the beginning: a file that is slow to come would not be what a test is about.
import "../../../web/live/ask-for-ticket.ts";
import "../../../web/live/set-apart.ts";
import "../../../web/live/vouching.ts";
import { type ClientFrame, decodeClientFrame } from "../../../shared/protocol/client-frames.ts";
import { encodeServerFrame, type ServerFrame } from "../../../shared/protocol/server-frames.ts";
import type { SocketEvents } from "../../../web/live/connection.ts";
import { openLiveDocument } from "../../../web/live/open-live-document.ts";
import { createFakeClock } from "./fake-clock.ts";
import { createFakeDevice } from "./fake-device.ts";

/** Lets promises go on, those that bring a part of the page too. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve));
}

/** A page, and a server that the test plays by hand. */
export async function openPage(device = createFakeDevice(), client = 1, mayWrite = true) {
  const clock = createFakeClock();
  const doc = new Y.Doc();
  doc.clientID = client;
  const sockets: SocketEvents[] = [];
  const addresses: string[] = [];
  let outdated = 0;
  let heard: ClientFrame[] = [];
  const live = openLiveDocument({
    doc,
    device: device.place(client),
    address: (id, epoch) => `wss://example.org/live?client=${id}&epoch=${epoch}`,
    mayWrite,
    outdated() {
      outdated += 1;
    },
    clock,
    random: () => 0,
    beforeRemote() {},
    openSocket(address, events) {
      addresses.push(address);
      sockets.push(events);
      return {
        send(data) {
          if (typeof data === "string") return;
          const frame = decodeClientFrame(data);
          if (!frame.ok) throw new Error(frame.code);
          heard.push(frame.value);
        },
        close() {},
      };
    },
  });
  await settle();
  const say = (frame: ServerFrame) => sockets.at(-1)?.message(encodeServerFrame(frame));
  return {
    clock,
    doc,
    live,
    sockets,
    addresses,
    outdated: () => outdated,
    say,
    /** The server takes the page in. */
    welcome(writes = true, text = new Y.Doc(), epoch = "1") {
      sockets.at(-1)?.opened();
      const tickets = [client, 1001, 1002].map((id) => ({ client: id, seal: `sceau ${id}` }));
      say({ kind: "event", event: { type: "bienvenue", writes, epoch, tickets: writes ? tickets : [] } });
      say({ kind: "sync_step_2", update: Y.encodeStateAsUpdate(text) });
    },
    type: (letters: string) => doc.getText("intitule").insert(0, letters),
    read: () => doc.getText("intitule").toString(),
    heard: () => heard.map(({ kind }) => kind),
    tickets: () => heard.flatMap((frame) => (frame.kind === "tickets" ? frame.tickets : [])),
    updates: () => heard.filter((frame) => frame.kind === "numbered_update"),
    forget() {
      heard = [];
    },
  };
}

/** A text with this intitulé, as the server has it. */
export function textOf(words: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText("intitule").insert(0, words);
  return doc;
}
