import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import { createFakeDevice } from "./fake-device.ts";
import { openPage, settle, textOf } from "./hand-played-server.ts";

describe("a page of which something is refused", () => {
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
});
