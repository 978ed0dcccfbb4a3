import fc from "fast-check";
import { expect, it } from "vitest";
import { SENTENCES, TEXT_SECTIONS } from "../../../shared/editor/sections.ts";
import { decodeDeed, encodeDeed, joinDeeds } from "../../../worker/live/deed.ts";

const number = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const range = fc.record({ client: number, clock: number, length: fc.integer({ min: 1, max: 1_000_000 }) });
const place = fc.constantFrom(null, ...TEXT_SECTIONS, ...SENTENCES);
const deed = fc.record({
  inserted: fc.array(
    fc.tuple(range, place).map(([span, where]) => ({ ...span, place: where })),
    { maxLength: 5 },
  ),
  deleted: fc.array(range, { maxLength: 5 }),
  reprises: fc.array(
    fc
      .tuple(range, fc.record({ client: number, clock: number }), fc.boolean(), number)
      .map(([span, from, declared, piece]) => ({ ...span, from, declared, piece })),
    { maxLength: 5 },
  ),
});

it("a deed is read as it was written", () => {
  fc.assert(
    fc.property(deed, (made) => {
      expect(decodeDeed(encodeDeed(made))).toEqual(made);
    }),
  );
});

it("deeds of one author in a row are one: what follows is joined, nothing else changes", () => {
  const typed = (clock: number) => ({
    inserted: [{ client: 7, clock, length: 1, place: "freins" as const }],
    deleted: [],
    reprises: [],
  });
  expect(joinDeeds([typed(4), typed(5), typed(6)]).inserted).toEqual([
    { client: 7, clock: 4, length: 3, place: "freins" },
  ]);
  expect(joinDeeds([typed(4), typed(6)]).inserted).toHaveLength(2);
});
