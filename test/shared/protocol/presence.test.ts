import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { decodePresence, encodePresence } from "../../../shared/protocol/presence.ts";
import { anyEntries, spoiled } from "./arbitraries.ts";

describe("presence", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(decodePresence(encodePresence(entries))).toEqual(entries);
      }),
    );
  });

  it("is what a stock client of Yjs writes", () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState({ cursor: { anchor: null, head: null }, place: "constats" });
    const entries = decodePresence(encodeAwarenessUpdate(awareness, [awareness.clientID]));
    expect(entries).toEqual([
      { client: awareness.clientID, clock: 1, state: { cursor: { anchor: null, head: null }, place: "constats" } },
    ]);
    awareness.destroy();
  });

  it("is what a stock client of Yjs reads, departures included", () => {
    const awareness = new Awareness(new Y.Doc());
    applyAwarenessUpdate(
      awareness,
      encodePresence([{ client: 7, clock: 1, state: { user: { name: "Aline" } } }]),
      null,
    );
    expect(awareness.getStates().get(7)).toEqual({ user: { name: "Aline" } });
    applyAwarenessUpdate(awareness, encodePresence([{ client: 7, clock: 2, state: null }]), null);
    expect(awareness.getStates().has(7)).toBe(false);
    awareness.destroy();
  });
});

describe("bytes that are not presence", () => {
  it("are null, never an exception, whatever they are", () => {
    fc.assert(
      fc.property(spoiled(anyEntries.map(encodePresence)), (bytes) => {
        const entries = decodePresence(bytes);
        if (entries === null) return;
        // What was taken can be written and read again. As bytes: JSON reads 1e999 as an infinity, which it writes as null.
        const written = encodePresence(entries);
        expect(encodePresence(decodePresence(written) ?? [])).toEqual(written);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["nothing", []],
    ["a count without entries", [1]],
    ["an endless count", [255, 255, 255, 255, 15]],
    ["a state that is not JSON", [1, 7, 1, 1, 0x7b]],
    ["something behind", [0, 0]],
    ["a string longer than the bytes", [1, 7, 1, 50, 0x31]],
  ])("%s", (_, bytes) => {
    expect(decodePresence(Uint8Array.from(bytes))).toBeNull();
  });

  it("do not reach into what lies behind them in memory", () => {
    const whole = encodePresence([{ client: 7, clock: 1, state: "secret" }]);
    expect(decodePresence(whole.subarray(0, whole.length - 3))).toBeNull();
  });
});
