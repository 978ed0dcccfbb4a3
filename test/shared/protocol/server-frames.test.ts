import fc from "fast-check";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { LIVE_REFUSALS } from "../../../shared/protocol/refusals.ts";
import { decodeServerFrame, encodeServerFrame, type ServerFrame } from "../../../shared/protocol/server-frames.ts";
import { anyBytes, anyEntries } from "./arbitraries.ts";

const anyFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc.record({ kind: fc.constant("sync_step_1" as const), stateVector: anyBytes }),
  fc.record({ kind: fc.constant("sync_step_2" as const), update: anyBytes }),
  fc.record({ kind: fc.constant("update" as const), update: anyBytes }),
  fc.record({ kind: fc.constant("presence" as const), entries: anyEntries }),
  fc.record({ kind: fc.constant("ack" as const), number: fc.maxSafeNat() }),
  fc.record({
    kind: fc.constant("refusal" as const),
    number: fc.maxSafeNat(),
    code: fc.constantFrom(...LIVE_REFUSALS),
  }),
  fc.record({
    kind: fc.constant("event" as const),
    event: fc.record({
      type: fc.constant("bienvenue" as const),
      writes: fc.boolean(),
      epoch: fc.string(),
      tickets: fc.array(fc.record({ client: fc.nat(), seal: fc.string() })),
    }),
  }),
);

it("a frame of a document is read as it was written", () => {
  fc.assert(
    fc.property(anyFrame, (frame) => {
      expect(decodeServerFrame(encodeServerFrame(frame))).toEqual(frame);
    }),
  );
});

it("a frame that a newer server may send is left alone", () => {
  expect(decodeServerFrame(Uint8Array.of(104, 1, 2, 3))).toBeNull();
  expect(decodeServerFrame(Uint8Array.of(0, 3, 0))).toBeNull();
});

describe("a stock client of Yjs", () => {
  it("takes the text from step 2 and from updates, and answers step 1", () => {
    const server = new Y.Doc();
    server.getText("intitule").insert(0, "Prévention");
    const stock = new Y.Doc();
    receive(stock, { kind: "sync_step_2", update: Y.encodeStateAsUpdate(server) });
    expect(stock.getText("intitule").toString()).toBe("Prévention");

    const before = Y.encodeStateVector(server);
    server.getText("intitule").insert(10, " pour tous");
    receive(stock, { kind: "update", update: Y.encodeStateAsUpdate(server, before) });
    expect(stock.getText("intitule").toString()).toBe("Prévention pour tous");

    const answer = receive(stock, { kind: "sync_step_1", stateVector: Y.encodeStateVector(new Y.Doc()) });
    expect(answer.length).toBeGreaterThan(0);
  });

  /** What `y-websocket` does with a sync frame; gives its answer. */
  function receive(doc: Y.Doc, frame: ServerFrame): Uint8Array {
    const decoder = decoding.createDecoder(encodeServerFrame(frame));
    expect(decoding.readVarUint(decoder)).toBe(0);
    const encoder = encoding.createEncoder();
    sync.readSyncMessage(decoder, encoder, doc, null);
    return encoding.toUint8Array(encoder);
  }
});
