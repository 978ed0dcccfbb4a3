import fc from "fast-check";
import type { PresenceEntry } from "../../../shared/protocol/presence.ts";

export const anyBytes = fc.uint8Array({ maxLength: 200 });

/** Anything that JSON carries unchanged. */
const anyJson = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

const anyEntry: fc.Arbitrary<PresenceEntry> = fc.record({
  client: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  clock: fc.nat(),
  state: fc.option(anyJson),
});

export const anyEntries = fc.array(anyEntry, { maxLength: 6 });

/** Frames that begin well and end anyhow: what pure chance hardly ever finds. */
export function spoiled(frame: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  return fc.oneof(
    anyBytes,
    fc.tuple(frame, fc.nat()).map(([bytes, at]) => bytes.slice(0, at % (bytes.length + 1))),
    fc.tuple(frame, fc.nat(), fc.nat(255)).map(([bytes, at, byte]) => bytes.with(at % bytes.length, byte)),
    fc.tuple(frame, fc.uint8Array({ minLength: 1, maxLength: 5 })).map(([bytes, more]) => {
      return Uint8Array.from([...bytes, ...more]);
    }),
  );
}
