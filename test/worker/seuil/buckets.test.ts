import { describe, expect, it } from "vitest";
import { ATTEMPTS_ALLOWED } from "../../../shared/protocol/limits.ts";
import { Buckets } from "../../../worker/seuil/buckets.ts";

const MINUTE = 60_000;

describe("the attempts of one network", () => {
  it("are allowed in a burst, then as they come back, and the refusal says when", () => {
    const buckets = new Buckets({ burst: 3, perMinute: 2 });
    expect([1, 2, 3].map(() => buckets.take("a", 0))).toEqual([0, 0, 0]);
    expect(buckets.take("a", 0)).toBe(30_000);
    expect(buckets.take("a", 20_000)).toBe(10_000);
    expect(buckets.take("a", 30_000)).toBe(0);
    expect(buckets.take("a", 30_000)).toBe(30_000);
  });

  it("are nobody else's", () => {
    const buckets = new Buckets({ burst: 1, perMinute: 1 });
    expect([buckets.take("a", 0), buckets.take("a", 0), buckets.take("b", 0)]).toEqual([0, MINUTE, 0]);
  });

  it("do not pile up while it is quiet, nor when the clock goes back", () => {
    const buckets = new Buckets({ burst: 2, perMinute: 60 });
    buckets.take("a", 10 * MINUTE);
    expect([1, 2, 3].map(() => buckets.take("a", 60 * MINUTE))).toEqual([0, 0, 1_000]);
    expect(buckets.take("a", 0)).toBe(1_000);
  });

  it("keep the object awake while somebody presses, and no longer", () => {
    const buckets = new Buckets({ burst: 4, perMinute: 1 });
    buckets.take("a", 0);
    buckets.take("a", 0);
    expect(buckets.isUnderPressure(0)).toBe(false);
    buckets.take("a", 0);
    expect(buckets.isUnderPressure(0)).toBe(true);
    expect(buckets.isUnderPressure(2 * MINUTE)).toBe(false);
  });

  it("cost a bounded memory, and the busiest lately are kept", () => {
    const buckets = new Buckets({ burst: 1, perMinute: 1 });
    for (let i = 0; i < 25_000; i++) buckets.take(`network ${i}`, 0);
    expect(buckets.take("network 24999", 0)).toBe(MINUTE);
    expect(buckets.take("network 0", 0)).toBe(0);
  });

  it("let a workshop of three hundred people in behind one address", () => {
    const buckets = new Buckets(ATTEMPTS_ALLOWED.demande);
    expect(Array.from({ length: 300 }, () => buckets.take("mairie", 0)).every((wait) => wait === 0)).toBe(true);
    expect(buckets.take("mairie", 0)).toBeGreaterThan(0);
  });
});
