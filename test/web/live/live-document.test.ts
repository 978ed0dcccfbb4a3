import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../../shared/ids.ts";
import { type ClientFrame, decodeClientFrame } from "../../../shared/protocol/client-frames.ts";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import { encodeServerFrame, type ServerFrame } from "../../../shared/protocol/server-frames.ts";
import type { SocketEvents } from "../../../web/live/connection.ts";
import { openLiveDocument } from "../../../web/live/live-document.ts";
import { createFakeClock } from "./fake-clock.ts";
import { createFakeDevice } from "./fake-shelf.ts";

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A page, and a server played by hand. */
async function openPage(device = createFakeDevice(), client = 1) {
  const clock = createFakeClock();
  const doc = new Y.Doc();
  doc.clientID = client;
  const sockets: SocketEvents[] = [];
  let heard: ClientFrame[] = [];
  const live = openLiveDocument({
    doc,
    url: "wss://example.org/live",
    shelf: Promise.resolve(device.shelf(client)),
    clock,
    random: () => 0,
    beforeRemote() {},
    openSocket(_url, events) {
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
    say,
    /** The server takes the page in. */
    welcome(writes = true, text = new Y.Doc()) {
      sockets.at(-1)?.opened();
      say({ kind: "event", event: { type: "bienvenue", writes } });
      say({ kind: "sync_step_2", update: Y.encodeStateAsUpdate(text) });
    },
    type: (letters: string) => doc.getText("intitule").insert(0, letters),
    read: () => doc.getText("intitule").toString(),
    updates: () => heard.filter((frame) => frame.kind === "numbered_update"),
    forget() {
      heard = [];
    },
  };
}

function textOf(words: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText("intitule").insert(0, words);
  return doc;
}

describe("an open document", () => {
  it("is loaded and writable once the server has taken the page in", async () => {
    const { live, welcome, read } = await openPage();
    expect([live.loaded(), live.canWrite()]).toEqual([false, false]);
    welcome(true, textOf("Prévention"));
    expect([live.loaded(), live.canWrite()]).toEqual([true, true]);
    expect(read()).toBe("Prévention");
    expect(live.status()).toEqual({ kind: "online" });
  });

  it("says that a change waits until the server has acknowledged it", async () => {
    const { live, welcome, type, say, updates } = await openPage();
    welcome();
    type("Prévention");
    expect(live.pending()).toBe(1);
    expect(updates().map(({ number }) => number)).toEqual([1]);
    say({ kind: "ack", number: 1 });
    expect(live.pending()).toBe(0);
  });

  it("keeps writing through a cut, and sends the rest on the next socket", async () => {
    const { live, clock, welcome, type, say, sockets, updates, forget } = await openPage();
    welcome();
    sockets.at(-1)?.closed(1006);
    type("Prévention");
    expect(live.canWrite()).toBe(true);
    clock.pass(1);
    forget();
    welcome();
    expect(updates().length).toBe(1);
    say({ kind: "ack", number: 1 });
    expect(live.pending()).toBe(0);
  });

  it("becomes read-only at a refusal; the text stays on the screen and on the device, and is not sent again", async () => {
    const device = createFakeDevice();
    const { live, clock, welcome, type, say, sockets, updates, forget, read } = await openPage(device);
    welcome();
    type("Prévention");
    await settle();
    say({ kind: "refusal", number: 1, code: "lecture_seule" });
    expect(live.status()).toEqual({ kind: "refused", reason: "lecture_seule" });
    expect(live.canWrite()).toBe(false);
    expect([read(), live.pending(), device.rows.length]).toEqual(["Prévention", 1, 1]);
    sockets.at(-1)?.closed(1006);
    clock.pass(1);
    forget();
    welcome();
    clock.pass(60_000);
    expect(updates()).toEqual([]);
    expect(device.rows.length).toBe(1);
  });

  it("goes on showing what others write after a refusal", async () => {
    const { welcome, type, say, read } = await openPage();
    welcome();
    type("a");
    say({ kind: "refusal", number: 1, code: "hors_modele" });
    say({ kind: "update", update: Y.encodeStateAsUpdate(textOf("Prévention")) });
    expect(read()).toContain("Prévention");
  });

  it("opens another socket and sends everything again when the server misses something", async () => {
    const { live, clock, welcome, type, say, sockets, updates, forget } = await openPage();
    welcome();
    type("a");
    type("b");
    forget();
    say({ kind: "refusal", number: 2, code: "lacune" });
    clock.pass(1);
    expect(sockets.length).toBe(2);
    welcome();
    const server = new Y.Doc();
    for (const { update } of updates()) Y.applyUpdate(server, update);
    expect(server.getText("intitule").toString()).toBe("ba");
    expect(live.status()).toEqual({ kind: "online" });
  });

  it("does not mind a refused presence", async () => {
    const { live, welcome, say } = await openPage();
    welcome();
    say({ kind: "refusal", number: 0, code: "trame_invalide" });
    expect(live.status()).toEqual({ kind: "online" });
  });

  it("says so when what was typed is larger than the server reads", async () => {
    const { live, welcome, type, say } = await openPage();
    welcome();
    type("x");
    say({ kind: "refusal", number: 0, code: "trame_trop_grande" });
    expect(live.status()).toEqual({ kind: "refused", reason: "trame_trop_grande" });
  });

  it("stops at a final close, with its reason", async () => {
    const { live, clock, sockets, welcome } = await openPage();
    welcome();
    sockets.at(-1)?.closed(CLOSE.oldSchema);
    clock.pass(3_600_000);
    expect(sockets.length).toBe(1);
    expect(live.status()).toEqual({ kind: "refused", reason: "schema" });
  });

  it("sends what an earlier page left on the device before anything else", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 1);
    yesterday.type("hier");
    await settle();
    const { live, welcome, updates, read } = await openPage(device, 2);
    expect(read()).toBe("hier");
    welcome();
    expect(updates().length).toBe(1);
    expect(live.pending()).toBe(1);
  });

  it("shows somebody who may no longer write what their device still holds, and does not send it", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 1);
    yesterday.type("hier");
    await settle();
    const { live, welcome, updates, read } = await openPage(device, 2);
    welcome(false);
    expect(live.status()).toEqual({ kind: "refused", reason: "lecture_seule" });
    expect([updates().length, read(), device.rows.length]).toEqual([0, "hier", 1]);
  });

  it("forgets what was refused when its writer says so", async () => {
    const device = createFakeDevice();
    const { live, welcome, type, say } = await openPage(device);
    welcome();
    type("a");
    await settle();
    say({ kind: "refusal", number: 1, code: "lecture_seule" });
    await live.abandonUnsent();
    expect([live.pending(), device.rows.length]).toEqual([0, 0]);
  });

  it("holds others' changes while a letter is composed, 3 s at most", async () => {
    const { live, clock, welcome, say, read } = await openPage();
    welcome();
    live.hold();
    say({ kind: "update", update: Y.encodeStateAsUpdate(textOf("un")) });
    expect(read()).toBe("");
    live.release();
    expect(read()).toBe("un");
    live.hold();
    say({ kind: "update", update: Y.encodeStateAsUpdate(textOf("deux")) });
    clock.pass(3_000);
    expect(read()).toContain("deux");
  });

  it("sends nothing of the tidying that Yjs does after somebody else's bold", async () => {
    const { live, doc, welcome, say, updates } = await openPage();
    const other = new Y.Doc();
    const paragraph = new Y.XmlElement("paragraph");
    const words = new Y.XmlText();
    paragraph.insert(0, [words]);
    other.getXmlFragment("freins").insert(0, [paragraph]);
    words.insert(0, "les aînés");
    welcome(true, other);
    const changes: Uint8Array[] = [];
    other.on("update", (update: Uint8Array) => changes.push(update));
    words.format(0, 3, { strong: {} });
    words.format(0, 9, { strong: {} });
    words.format(0, 9, { strong: null });
    const tidied: boolean[] = [];
    doc.on("afterTransaction", (transaction: Y.Transaction) => tidied.push(transaction.local));
    for (const update of changes) say({ kind: "update", update });
    expect(tidied).toContain(true);
    expect(live.pending()).toBe(0);
    expect(updates()).toEqual([]);
  });

  it("knows who is here from what the server says, and nobody after a cut", async () => {
    const { live, say, welcome, sockets } = await openPage();
    welcome();
    // A fictional account.
    const user = { id: "b" as AccountId, name: "Bachir", color: 2, writes: true };
    say({ kind: "presence", entries: [{ client: 9, clock: 1, state: { user, place: "freins" } }] });
    expect(live.presence.states().get(9)?.user.name).toBe("Bachir");
    sockets.at(-1)?.closed(1006);
    expect(live.presence.states().size).toBe(0);
  });
});
