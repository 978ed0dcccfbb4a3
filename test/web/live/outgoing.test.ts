import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { GATHER_ALONE_MS, GATHER_TOGETHER_MS } from "../../../shared/protocol/limits.ts";
import { createOutgoing } from "../../../web/live/outgoing.ts";
import { createFakeClock } from "./fake-clock.ts";
import { createFakeDevice, noPlace } from "./fake-device.ts";

/** Lets promises that are ready go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

function page(client: number, device = createFakeDevice(), together = { value: false }) {
  const clock = createFakeClock();
  const frames: { readonly number: number; readonly update: Uint8Array }[] = [];
  const wire = { open: true };
  const doc = new Y.Doc();
  doc.clientID = client;
  const place = device.place(client);
  const outgoing = createOutgoing({
    clock,
    device: place,
    together: () => together.value,
    send(number, update) {
      if (wire.open) frames.push({ number, update });
      return wire.open;
    },
    changed() {},
  });
  doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) outgoing.add(update);
  });
  const earlier = place.earlier.map(({ bytes }) => bytes);
  return {
    clock,
    frames,
    wire,
    doc,
    outgoing,
    earlier,
    type: (text: string) => doc.getText("intitule").insert(0, text),
  };
}

describe("changes on their way", () => {
  it("go at once, then once a second while their writer is alone", () => {
    const { clock, frames, outgoing, type } = page(1);
    outgoing.open();
    for (const letter of "bonjour") {
      type(letter);
      clock.pass(100);
    }
    expect(frames.length).toBe(1);
    clock.pass(GATHER_ALONE_MS);
    expect(frames.map(({ number }) => number)).toEqual([1, 7]);
  });

  it("go four times a second while somebody else is in the section", () => {
    const { clock, frames, outgoing, type } = page(1, createFakeDevice(), { value: true });
    outgoing.open();
    for (let i = 0; i < 20; i++) {
      type("a");
      clock.pass(50);
    }
    clock.pass(GATHER_TOGETHER_MS);
    expect(frames.length).toBe(5);
    expect(frames.at(-1)?.number).toBe(20);
  });

  it("do not wait for the rest of the second when somebody comes into the section", () => {
    const together = { value: false };
    const { clock, frames, outgoing, type } = page(1, createFakeDevice(), together);
    outgoing.open();
    type("a");
    type("b");
    clock.pass(GATHER_TOGETHER_MS);
    expect(frames.length).toBe(1);
    together.value = true;
    outgoing.companyChanged();
    expect(frames.length).toBe(2);
  });

  it("all go at once when the page may be about to go", () => {
    const { frames, outgoing, type } = page(1);
    outgoing.open();
    type("a");
    type("b");
    outgoing.flush();
    expect(frames.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("count until they are acknowledged, each and every one", () => {
    const { outgoing, type } = page(1);
    outgoing.open();
    for (const letter of "abc") type(letter);
    expect(outgoing.pending()).toBe(3);
    outgoing.acknowledged(2);
    expect(outgoing.pending()).toBe(1);
    outgoing.acknowledged(3);
    expect(outgoing.pending()).toBe(0);
  });

  it("are on the device until they are acknowledged, and no longer", async () => {
    const device = createFakeDevice();
    const { outgoing, type } = page(1, device);
    outgoing.open();
    for (const letter of "abc") type(letter);
    await settle();
    expect(device.rows.length).toBe(3);
    expect(outgoing.unsafe()).toBe(0);
    outgoing.acknowledged(2);
    await settle();
    expect(device.rows.map(({ seq }) => seq)).toEqual([3]);
  });

  it("are counted as unsafe where nothing can be kept", async () => {
    const outgoing = createOutgoing({
      clock: createFakeClock(),
      device: noPlace,
      together: () => false,
      send: () => true,
      changed() {},
    });
    outgoing.add(new Uint8Array([0, 0]));
    await settle();
    expect(outgoing.unsafe()).toBe(1);
    outgoing.acknowledged(1);
    expect(outgoing.unsafe()).toBe(0);
  });

  it("all go again, in few frames, on a new socket", () => {
    const { clock, frames, wire, doc, outgoing, type } = page(1);
    outgoing.open();
    wire.open = false;
    outgoing.shut();
    for (let i = 0; i < 500; i++) type("a");
    clock.pass(60_000);
    expect(frames.length).toBe(0);
    wire.open = true;
    outgoing.open();
    expect(frames.length).toBe(1);
    const server = new Y.Doc();
    for (const { update } of frames) Y.applyUpdate(server, update);
    expect(server.getText("intitule").toString()).toBe(doc.getText("intitule").toString());
  });

  it("are cut between changes, so that no frame is larger than the server takes", () => {
    const { frames, doc, outgoing, type } = page(1);
    for (let i = 0; i < 12; i++) type("x".repeat(50_000));
    outgoing.open();
    expect(frames.length).toBeGreaterThan(2);
    for (const { update } of frames) expect(update.length).toBeLessThan(256 * 1024);
    const server = new Y.Doc();
    for (const { update } of frames) Y.applyUpdate(server, update);
    expect(server.getText("intitule").length).toBe(doc.getText("intitule").length);
  });

  it("of earlier pages go first, and leave the device when they are acknowledged", async () => {
    const device = createFakeDevice();
    const before = page(1, device);
    before.type("hier ");
    await settle();

    const now = page(2, device);
    now.type("aujourd'hui ");
    for (const row of now.earlier) Y.applyUpdate(now.doc, row);
    expect(now.outgoing.pending()).toBe(2);
    now.outgoing.open();
    const server = new Y.Doc();
    for (const { update } of now.frames) Y.applyUpdate(server, update);
    expect(server.getText("intitule").toString()).toBe(now.doc.getText("intitule").toString());
    now.outgoing.acknowledged(now.frames.at(-1)?.number ?? 0);
    await settle();
    expect(device.rows).toEqual([]);
  });

  it("with a gap are tried again from the beginning, but not for ever", () => {
    const { outgoing } = page(1);
    const verdicts = [1, 2, 3, 4].map(() => outgoing.refused("lacune").kind);
    expect(verdicts).toEqual(["synchronise_again", "synchronise_again", "synchronise_again", "give_up"]);
    expect(outgoing.refused("hors_modele")).toEqual({ kind: "give_up" });
  });

  it("wait and go more slowly when the server was sent too much, until all is acknowledged", () => {
    const { clock, frames, outgoing, type } = page(1);
    for (let i = 0; i < 6; i++) type("x".repeat(20_000));
    outgoing.open();
    expect(frames.length).toBe(1);
    expect(outgoing.refused("debit_depasse")).toMatchObject({ kind: "come_back", reason: "debit_depasse" });
    outgoing.shut();
    frames.length = 0;
    outgoing.open();
    expect(frames.length).toBe(1);
    clock.pass(GATHER_ALONE_MS * 2);
    expect(frames.length).toBe(3);
    clock.pass(GATHER_ALONE_MS * 10);
    for (const { update } of frames) expect(update.length).toBeLessThan(32 * 1024);
    outgoing.acknowledged(frames.at(-1)?.number ?? 0);
    expect(outgoing.pending()).toBe(0);
  });

  it("of too many pages in an hour wait a minute", () => {
    expect(page(1).outgoing.refused("trop_d_identifiants")).toMatchObject({ kind: "come_back", after: 60_000 });
  });

  it("end up on the server or on the device, whatever is cut, lost or closed", async () => {
    const gesture = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant("type" as const), letter: fc.constantFrom("a", "b", "é") }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant("time" as const), ms: fc.integer({ min: 1, max: 1_500 }) }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant("deliver" as const), ackLost: fc.boolean() }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constantFrom("cut" as const, "open" as const, "closePage" as const) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(gesture, { maxLength: 80, size: "max" }), async (gestures) => {
        const device = createFakeDevice();
        const server = new Y.Doc();
        let client = 1;
        let typed = 0;
        let delivered = 0;
        let here = page(client, device);

        async function openPage(): Promise<void> {
          client += 1;
          here = page(client, device);
          delivered = 0;
          Y.applyUpdate(here.doc, Y.encodeStateAsUpdate(server));
          for (const row of here.earlier) Y.applyUpdate(here.doc, row);
        }
        function deliver(ackLost: boolean): void {
          const frame = here.frames[delivered];
          if (frame === undefined) return;
          delivered += 1;
          Y.applyUpdate(server, frame.update);
          if (!ackLost) here.outgoing.acknowledged(frame.number);
        }
        function cut(): void {
          here.wire.open = false;
          here.outgoing.shut();
          here.frames.length = 0;
          delivered = 0;
        }

        for (const each of gestures) {
          switch (each.kind) {
            case "type":
              here.type(each.letter);
              typed += 1;
              break;
            case "time":
              here.clock.pass(each.ms);
              break;
            case "deliver":
              deliver(each.ackLost);
              break;
            case "cut":
              cut();
              break;
            case "open":
              cut();
              here.wire.open = true;
              here.outgoing.open();
              break;
            case "closePage":
              await settle();
              await openPage();
              break;
          }
          await settle();
          // At any moment: a new page would find the rest on the device.
          const found = new Y.Doc();
          Y.applyUpdate(found, Y.encodeStateAsUpdate(server));
          for (const row of device.rows) Y.applyUpdate(found, row.bytes);
          expect(found.getText("intitule").length).toBe(typed);
        }

        await openPage();
        here.outgoing.open();
        while (delivered < here.frames.length) deliver(false);
        await settle();
        expect(server.getText("intitule").length).toBe(typed);
        expect(server.getText("intitule").toString()).toBe(here.doc.getText("intitule").toString());
        expect(here.outgoing.pending()).toBe(0);
        expect(device.rows).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
