import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../../shared/ids.ts";
import { type ClientFrame, decodeClientFrame } from "../../../shared/protocol/client-frames.ts";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import { encodeServerFrame, type ServerFrame } from "../../../shared/protocol/server-frames.ts";
import type { SocketEvents } from "../../../web/live/connection.ts";
import { openLiveDocument } from "../../../web/live/live-document.ts";
import { createFakeClock } from "./fake-clock.ts";
import { createFakeDevice } from "./fake-device.ts";

/** Lets promises go on, those that bring a part of the page too. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve));
}

/** A page, and a server played by hand. */
async function openPage(device = createFakeDevice(), client = 1, mayWrite = true) {
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

function wordsOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText("intitule").toString();
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

  it("is told at the door that nothing can be stored, keeps its text, and sends it once there is room", async () => {
    const { live, welcome, type, say, sockets, addresses, clock, read } = await openPage();
    welcome();
    type("Prévention");
    // A storage that refuses breaks the socket without a word.
    sockets.at(-1)?.closed(1006);
    expect(addresses.at(-1)).not.toContain("unsent");
    for (let attempt = 0; attempt < 2; attempt++) {
      clock.pass(1);
      expect(addresses.at(-1)).toMatch(/&unsent=1$/);
      sockets.at(-1)?.opened();
      sockets.at(-1)?.closed(CLOSE.storageFull);
      expect(live.status()).toEqual({ kind: "full" });
      expect([live.pending(), live.canWrite(), read()]).toEqual([1, true, "Prévention"]);
    }
    clock.pass(1);
    welcome();
    await settle();
    expect(live.status()).toEqual({ kind: "online" });
    say({ kind: "ack", number: 1 });
    expect(live.pending()).toBe(0);
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
    // What a refusal takes is loaded at the first one.
    await vi.waitFor(() => expect(device.refused.length).toBe(1));
    expect([read(), live.pending(), device.rows.length]).toEqual(["Prévention", 1, 0]);
    expect(device.refused.flatMap(({ rows }) => rows).length).toBe(1);
    sockets.at(-1)?.closed(1006);
    clock.pass(1);
    forget();
    welcome();
    clock.pass(60_000);
    expect(updates()).toEqual([]);
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
    // It was never on line and has no ticket yet: nothing goes before the server knows whose it is.
    expect(updates().length).toBe(0);
    expect(live.pending()).toBe(1);
  });

  it("shows the server the ticket of an earlier page before it sends what that page left", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 1);
    yesterday.welcome();
    yesterday.type("envoyé ");
    yesterday.say({ kind: "ack", number: 1 });
    yesterday.sockets.at(-1)?.closed(1006);
    yesterday.type("hier ");
    await settle();
    const now = await openPage(device, 2);
    now.welcome();
    await settle();
    expect(now.tickets()).toEqual([{ client: 1, seal: "sceau 1" }]);
    expect(now.heard().filter((kind) => kind === "tickets" || kind === "numbered_update")).toEqual([
      "tickets",
      "numbered_update",
    ]);
    now.say({ kind: "ack", number: 1 });
    await settle();
    expect([now.live.pending(), device.rows.length]).toEqual([0, 0]);
  });

  it("asks for the ticket of a page that never had the network, on a short socket in its name", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 7);
    yesterday.type("hier");
    await settle();
    const now = await openPage(device, 2);
    now.welcome();
    await settle();
    expect(now.addresses.at(-1)).toContain("client=7");
    const asked = now.sockets.at(-1);
    const tickets = [{ client: 7, seal: "sceau 7" }];
    asked?.message(
      encodeServerFrame({ kind: "event", event: { type: "bienvenue", writes: true, epoch: "1", tickets } }),
    );
    await settle();
    expect(now.tickets()).toEqual(tickets);
    expect(now.updates().length).toBe(1);
  });

  it("asks for another ticket when the one that was kept is refused, and gives up when that is refused too", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 7);
    yesterday.welcome();
    yesterday.sockets.at(-1)?.closed(1006);
    yesterday.type("hier");
    await settle();
    const now = await openPage(device, 2);
    now.welcome();
    await settle();
    now.say({ kind: "refusal", number: 0, code: "billet_refuse" });
    now.clock.pass(1);
    now.welcome();
    await settle();
    expect(now.addresses.at(-1)).toContain("client=7");
    const asked = now.sockets.at(-1);
    const tickets = [{ client: 7, seal: "neuf" }];
    asked?.message(
      encodeServerFrame({ kind: "event", event: { type: "bienvenue", writes: true, epoch: "1", tickets } }),
    );
    await settle();
    expect(now.tickets().at(-1)?.seal).toBe("neuf");
    now.sockets.at(-2)?.message(encodeServerFrame({ kind: "refusal", number: 0, code: "billet_refuse" }));
    await settle();
    expect(now.live.status()).toEqual({ kind: "refused", reason: "billet_refuse" });
    expect(device.refused.flatMap(({ rows }) => rows).length).toBe(1);
  });

  it("keeps the text as the server has it, and shows it before the server answers", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 1);
    yesterday.welcome(true, textOf("Prévention"));
    yesterday.clock.pass(1_000);
    yesterday.say({ kind: "update", update: Y.encodeStateAsUpdate(textOf("Lutte. ")) });
    const now = await openPage(device, 2);
    expect([now.live.loaded(), now.live.canWrite()]).toEqual([true, true]);
    expect(now.read()).toBe(yesterday.read());
    expect(now.addresses).toEqual(["wss://example.org/live?client=2&epoch=1"]);
    const reader = await openPage(device, 3, false);
    expect(reader.live.canWrite()).toBe(false);
  });

  it("never keeps as the server's what the server does not have, or refused", async () => {
    const device = createFakeDevice();
    const { welcome, clock, type, say } = await openPage(device);
    welcome(true, textOf("Prévention"));
    type("refusé ");
    clock.pass(5_000);
    expect(wordsOf(device.text)).toBe("Prévention");
    say({ kind: "refusal", number: 1, code: "hors_modele" });
    await settle();
    clock.pass(60_000);
    expect(wordsOf(device.text)).toBe("Prévention");
    expect(device.refused).toMatchObject([
      { reason: "hors_modele", passages: [{ place: "intitule", words: "refusé " }] },
    ]);
    const next = await openPage(device, 2);
    expect([next.read(), next.live.pending()]).toEqual(["Prévention", 0]);
  });

  it("sets apart what was written on a text that a backup replaced, and is opened again", async () => {
    const device = createFakeDevice();
    const { live, welcome, sockets, type, clock, outdated } = await openPage(device);
    welcome(true, textOf("Prévention"));
    clock.pass(1_000);
    sockets.at(-1)?.closed(1006);
    type("perdu ? ");
    await settle();
    clock.pass(1);
    sockets.at(-1)?.closed(CLOSE.oldEpoch);
    expect(live.status()).toEqual({ kind: "refused", reason: "epoque" });
    await settle();
    expect(outdated()).toBe(1);
    expect(device.refused).toMatchObject([{ reason: "epoque", passages: [{ words: "perdu ? " }] }]);
    expect([device.rows, device.text]).toEqual([[], []]);
    const again = await openPage(device, 2);
    expect(again.addresses).toEqual(["wss://example.org/live?client=2&epoch=null"]);
    expect(again.read()).toBe("");
  });

  it("waits a minute when too many pages were opened, and sends nothing meanwhile", async () => {
    const { live, clock, welcome, type, say, sockets, updates, forget } = await openPage();
    welcome();
    type("a");
    say({ kind: "refusal", number: 1, code: "trop_d_identifiants" });
    // What went out behind it is refused too, and is no other matter.
    say({ kind: "refusal", number: 2, code: "lacune" });
    expect(live.status()).toEqual({ kind: "held", reason: "trop_d_identifiants" });
    expect(live.canWrite()).toBe(true);
    forget();
    type("b");
    for (let second = 0; second < 59; second++) {
      clock.pass(1_000);
      // The runtime's own answer to « ping ».
      sockets.at(-1)?.message(null);
    }
    expect([updates().length, sockets.length]).toEqual([0, 1]);
    clock.pass(2_000);
    welcome();
    expect(updates().length).toBe(1);
    expect(live.status()).toEqual({ kind: "online" });
  });

  it("tells the words that lost their paragraph, and what somebody decides about them", async () => {
    const { live, welcome, say, sockets, heard } = await openPage();
    welcome();
    const author = "b" as AccountId;
    const words = { id: 4, author, at: 0, place: "freins" as const, words: "les bus", before: "", after: "" };
    say({ kind: "event", event: { type: "mots_ecartes", words: [words], untold: 0 } });
    expect(live.setAside()).toEqual([words]);
    expect(live.decide({ id: 4, fate: "remis", place: "freins", after: null })).toBe(true);
    expect(heard()).toContain("decide_set_aside");
    sockets.at(-1)?.closed(1006);
    expect(live.decide({ id: 4, fate: "ecarte", place: null, after: null })).toBe(false);
  });

  it("shows somebody who may no longer write what their device still holds, and does not send it", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 1);
    yesterday.type("hier");
    await settle();
    const { live, welcome, updates, read } = await openPage(device, 2);
    welcome(false);
    expect(live.status()).toEqual({ kind: "refused", reason: "lecture_seule" });
    await settle();
    expect([updates().length, read(), device.rows.length]).toEqual([0, "hier", 0]);
    expect(device.refused).toMatchObject([{ reason: "lecture_seule", passages: [{ words: "hier" }] }]);
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

  it("tidies nothing by itself after somebody else's bold, as the server does not: pages would differ", async () => {
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
    const local: boolean[] = [];
    doc.on("afterTransaction", (transaction: Y.Transaction) => local.push(transaction.local));
    for (const update of changes) say({ kind: "update", update });
    expect(local.length).toBeGreaterThanOrEqual(changes.length);
    expect(local).not.toContain(true);
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
