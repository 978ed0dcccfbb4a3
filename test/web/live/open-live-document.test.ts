import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../../shared/ids.ts";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import { createFakeDevice } from "./fake-device.ts";
import { openPage, settle, textOf } from "./hand-played-server.ts";

function wordsOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText("intitule").toString();
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
