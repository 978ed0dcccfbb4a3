import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { DECLARATIONS_MAX } from "../../../shared/protocol/declarations.ts";
import type { KeptUpdate } from "../../../web/live/device-place.ts";
import { createOutgoing } from "../../../web/live/outgoing.ts";
import { gather } from "../../../web/live/pieces.ts";
import { createFakeClock } from "./fake-clock.ts";

/** Keys typed one after the other, each restating this many letters. */
function typed(count: number, restated: number) {
  const doc = new Y.Doc();
  const updates: { number: number; bytes: Uint8Array; declarations: ReturnType<typeof says>[] }[] = [];
  doc.on("update", (bytes: Uint8Array) => {
    const number = updates.length + 1;
    updates.push({ number, bytes, declarations: Array.from({ length: restated }, (_, index) => says(number, index)) });
  });
  for (let i = 0; i < count; i++) doc.getText("intitule").insert(0, "a");
  return updates;
}

function says(number: number, index: number) {
  return { client: 1, clock: number * 10_000 + index, length: 1, from: { client: 2, clock: index } };
}

describe("what a page restates", () => {
  it("goes with the very changes that it is of, gathered like them", () => {
    const frames = gather(typed(3, 2), 1_000);
    expect(frames.length).toBe(1);
    expect(frames[0]?.declarations).toEqual([1, 2, 3].flatMap((number) => [says(number, 0), says(number, 1)]));
  });

  it("counts in what a frame may weigh, and in how much may be said in one", () => {
    expect(gather(typed(4, 10), 600).map(({ number }) => number)).toEqual([2, 4]);
    const frames = gather(typed(3, 900), 1_000_000);
    expect(frames.map(({ declarations }) => declarations.length)).toEqual([1_800, 900]);
    expect(gather(typed(1, 2_100), 1_000_000)[0]?.declarations.length).toBe(DECLARATIONS_MAX);
  });

  it("is kept on the device with the change, and sent by the page that finds it there", async () => {
    const rows: KeptUpdate[] = [];
    const device = (client: number) => ({
      client,
      earlier: rows.filter((row) => row.client !== client),
      keep: async (seq: number, bytes: Uint8Array, declarations: KeptUpdate["declarations"] = []) => {
        rows.push({ client, seq, bytes, declarations, seal: null });
        return true;
      },
      stored: async () => {},
    });
    const sent: unknown[] = [];
    const open = (client: number) =>
      createOutgoing({
        clock: createFakeClock(),
        device: device(client),
        together: () => false,
        send: (_number, _update, declarations) => sent.push(declarations) > 0,
        changed() {},
      });
    const [change] = typed(1, 1);
    open(1).add(change?.bytes ?? new Uint8Array(), change?.declarations);
    const later = open(2);
    later.open();
    expect(sent).toEqual([[says(1, 0)]]);
  });
});
