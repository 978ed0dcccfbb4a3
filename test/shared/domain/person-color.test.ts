import fc from "fast-check";
import { expect, it } from "vitest";
import { colorOf } from "../../../shared/domain/person-color.ts";
import { type AccountId, makeId } from "../../../shared/ids.ts";

const anyAccount = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((chance) => makeId<AccountId>(() => chance));

it("is one of the eight that the style sheet has", () => {
  fc.assert(
    fc.property(anyAccount, (account) => {
      expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(colorOf(account));
    }),
  );
});

it("stays the same for ever", () => {
  expect(colorOf(account("k7f3qd9mk7f3qd9m"))).toBe(4);
  expect(colorOf(account("0000000000000000"))).toBe(6);
});

it("spreads people over all eight", () => {
  const counts = new Map<number, number>();
  let seed = 7;
  for (let i = 0; i < 800; i++) {
    const id = makeId<AccountId>((length) =>
      Uint8Array.from({ length }, () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
        return seed >> 16;
      }),
    );
    counts.set(colorOf(id), (counts.get(colorOf(id)) ?? 0) + 1);
  }
  expect(counts.size).toBe(8);
  // A hundred each on average: no colour is rare, none is everybody's.
  for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(50);
});

function account(id: string): AccountId {
  return id as AccountId;
}
