import { expect, it } from "vitest";
import type { AccountId } from "../../../shared/ids.ts";
import type { Deed } from "../../../worker/live/deed.ts";
import { History } from "../../../worker/live/history.ts";
import { atOnce, inPieces } from "../../../worker/live/in-pieces.ts";

const ALINE = "alinealinealinea" as AccountId;
const BACHIR = "bachirbachirbach" as AccountId;

function row(author: AccountId, at: number, deed: Partial<Deed>) {
  return { author, at, bytes: new Uint8Array(), deed: { inserted: [], deleted: [], reprises: [], ...deed } };
}

/** Aline writes ten letters; Bachir moves the first four and removes the last two; then he removes two of the four. */
const rows = [
  row(ALINE, 1, { inserted: [{ client: 1, clock: 0, length: 10, place: "freins" }] }),
  row(BACHIR, 2, {
    inserted: [{ client: 2, clock: 5, length: 4, place: "freins" }],
    deleted: [
      { client: 1, clock: 0, length: 4 },
      { client: 1, clock: 8, length: 2 },
    ],
    reprises: [{ client: 2, clock: 5, length: 4, from: { client: 1, clock: 0 }, declared: true, piece: 5 }],
  }),
  row(BACHIR, 3, { deleted: [{ client: 2, clock: 7, length: 2 }] }),
];

it("a log says whose each letter is, and who removed it, moved or not", () => {
  const history = atOnce(History.read(rows));
  expect(history.owner(2)).toBe(BACHIR);
  expect(history.owner(3)).toBeNull();
  expect(history.of({ client: 2, clock: 5, length: 4 })).toEqual([
    { client: 2, clock: 5, length: 4, first: { client: 1, clock: 0 }, piece: 5 },
  ]);
  expect(history.removals({ client: 1, clock: 0, length: 10 })).toEqual([
    { client: 1, clock: 0, length: 4, by: BACHIR, at: 2, row: 1, moved: true },
    { client: 1, clock: 8, length: 2, by: BACHIR, at: 2, row: 1, moved: false },
  ]);
  expect(history.removals({ client: 2, clock: 5, length: 4 })).toEqual([
    { client: 2, clock: 7, length: 2, by: BACHIR, at: 3, row: 2, moved: false },
  ]);
});

it("long work goes on after every pause, and pauses every 10 ms", async () => {
  let now = 0;
  let pauses = 0;
  function* work(): Generator<undefined, string> {
    for (let i = 0; i < 100; i++) {
      now += 1;
      yield;
    }
    return "done";
  }
  const done = await inPieces(
    work(),
    async () => {
      pauses += 1;
    },
    () => now,
  );
  expect([done, pauses]).toEqual(["done", 10]);
});
