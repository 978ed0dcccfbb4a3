import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import {
  type ClientFrame,
  decodeClientFrame,
  encodeClientFrame,
  isWriting,
} from "../../../shared/protocol/client-frames.ts";
import { anyBytes, anyEntries, spoiled } from "./arbitraries.ts";

const anyFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({ kind: fc.constant("sync_step_1" as const), stateVector: anyBytes }),
  fc.record({ kind: fc.constant("update" as const), update: anyBytes }),
  fc.record({ kind: fc.constant("numbered_update" as const), number: fc.maxSafeNat(), update: anyBytes }),
  fc.record({
    kind: fc.constant("declared_update" as const),
    number: fc.maxSafeNat(),
    declarations: fc.array(
      fc.record({
        client: fc.nat(),
        clock: fc.nat(),
        length: fc.nat(),
        from: fc.record({ client: fc.nat(), clock: fc.nat() }),
      }),
    ),
    update: anyBytes,
  }),
  fc.record({
    kind: fc.constant("tickets" as const),
    tickets: fc.array(fc.record({ client: fc.nat(), seal: fc.string() })),
  }),
  fc.record({ kind: fc.constant("presence" as const), entries: anyEntries }),
  fc.record({ kind: fc.constant("query_presence" as const) }),
);

const bytes = (...values: number[]) => decodeClientFrame(Uint8Array.from(values));
const INVALID = { ok: false, code: "trame_invalide" };
const UNKNOWN = { ok: false, code: "trame_inconnue" };

describe("a frame of a page", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        expect(decodeClientFrame(encodeClientFrame(frame))).toEqual({ ok: true, value: frame });
      }),
    );
  });

  it("is the only message: anything behind it refuses the whole", () => {
    fc.assert(
      fc.property(anyFrame, anyFrame, (first, second) => {
        const both = Uint8Array.from([...encodeClientFrame(first), ...encodeClientFrame(second)]);
        expect(decodeClientFrame(both)).toEqual(INVALID);
      }),
    );
  });
});

describe("the frames of a stock client of Yjs", () => {
  const doc = new Y.Doc();
  doc.getText("intitule").insert(0, "Prévention");

  it("are its sync step 1", () => {
    expect(stock((encoder) => sync.writeSyncStep1(encoder, doc))).toEqual({
      ok: true,
      value: { kind: "sync_step_1", stateVector: Y.encodeStateVector(doc) },
    });
  });

  it("are its sync step 2 and its updates: both write", () => {
    const update = Y.encodeStateAsUpdate(doc);
    const expected = { ok: true, value: { kind: "update", update } };
    expect(stock((encoder) => sync.writeSyncStep2(encoder, doc))).toEqual(expected);
    expect(stock((encoder) => sync.writeUpdate(encoder, update))).toEqual(expected);
  });

  it("are its question who is here", () => {
    expect(bytes(3)).toEqual({ ok: true, value: { kind: "query_presence" } });
  });

  function stock(write: (encoder: encoding.Encoder) => void) {
    return decodeClientFrame(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        write(encoder);
      }),
    );
  }
});

describe("hostile bytes", () => {
  it("are refused, or are a frame that is written the same again; never an exception", () => {
    fc.assert(
      fc.property(spoiled(anyFrame.map(encodeClientFrame)), (hostile) => {
        const frame = decodeClientFrame(hostile);
        if (!frame.ok) {
          expect(["trame_invalide", "trame_inconnue"]).toContain(frame.code);
          return;
        }
        // As bytes: JSON reads 1e999 as an infinity, which it writes as null.
        const written = encodeClientFrame(frame.value);
        const again = decodeClientFrame(written);
        expect(again.ok && encodeClientFrame(again.value)).toEqual(written);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["no byte at all", []],
    ["a sync without its step", [0]],
    ["a step 1 without its vector", [0, 0]],
    ["an update longer than the frame", [0, 2, 5, 1]],
    ["an update of an impossible length", [0, 2, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]],
    ["a numbered update without an update", [100, 1]],
    ["presence that is not", [1, 2, 9, 9]],
    ["a question with something behind", [3, 0]],
    ["more tickets than one frame may hold", [105, 65]],
    ["more declarations than one frame may hold", [106, 1, 209, 15]],
    ["fewer declarations than it says", [106, 1, 2, 1, 1, 1, 1, 1, 0]],
  ])("invalid: %s", (_, hostile) => {
    expect(bytes(...hostile)).toEqual(INVALID);
  });

  it.each([
    ["a step that there is not", [0, 3]],
    ["y-websocket's auth, which only servers send", [2, 0, 0]],
    ["an acknowledgement, which only servers send", [101, 1]],
    ["a refusal, which only servers send", [102, 1, 0]],
    ["an event, which only servers send", [103, 0]],
    ["a type that there is not", [107]],
    ["a type far away", [255, 255, 3]],
  ])("unknown: %s", (_, hostile) => {
    expect(bytes(...hostile)).toEqual(UNKNOWN);
  });

  it("do not reach into what lies behind them in memory", () => {
    const whole = encodeClientFrame({ kind: "numbered_update", number: 1, update: new Uint8Array(20).fill(7) });
    expect(decodeClientFrame(whole.subarray(0, whole.length - 3))).toEqual(INVALID);
  });
});

describe("isWriting", () => {
  it("holds for the frames that change the text, and for those alone", () => {
    const update = new Uint8Array();
    expect(isWriting({ kind: "update", update })).toBe(true);
    expect(isWriting({ kind: "numbered_update", number: 1, update })).toBe(true);
    expect(isWriting({ kind: "declared_update", number: 1, declarations: [], update })).toBe(true);
    expect(isWriting({ kind: "tickets", tickets: [] })).toBe(true);
    expect(isWriting({ kind: "sync_step_1", stateVector: update })).toBe(false);
    expect(isWriting({ kind: "presence", entries: [] })).toBe(false);
    expect(isWriting({ kind: "query_presence" })).toBe(false);
  });
});
