import { describe, expect, it } from "vitest";
import { firstAccessDigest, readFirstAccess, writeFirstAccess } from "../../../shared/protocol/first-access.ts";
import { readMachineState, writeMachineState } from "../../../shared/protocol/machine-state.ts";

describe("the one-time address of an empty instance", () => {
  it("is told to the Worker by its digest and its end alone", () => {
    const access = { until: 1_700_000_000_000, digest: firstAccessDigest("un secret") };
    expect(readFirstAccess(writeFirstAccess(access))).toEqual(access);
    expect(writeFirstAccess(access)).not.toContain("secret");
    expect(firstAccessDigest("un secret.")).not.toBe(access.digest);
  });

  it.each([undefined, null, "", "1700000000000", `x.${"a".repeat(64)}`, `1.${"a".repeat(63)}`, `1.${"A".repeat(64)}`])(
    "is not there when it says %s",
    (text) => {
      expect(readFirstAccess(text)).toBeNull();
    },
  );
});

describe("the state of the machine", () => {
  it("takes the same place whatever it is, so that a full disk can be said on that disk", () => {
    const lengths = (["suffisant", "presque_plein", "plein"] as const).map((disque) => {
      const text = writeMachineState({ disque, le: 1_700_000_000_000 });
      expect(readMachineState(text)).toEqual({ disque, le: 1_700_000_000_000 });
      return text.length;
    });
    expect(new Set(lengths).size).toBe(1);
  });

  it.each(["", "{", "null", "[]", '{"disque":"vide","le":1}', '{"disque":"plein"}'])("is unknown from %j", (text) => {
    expect(readMachineState(text)).toBeNull();
  });
});
