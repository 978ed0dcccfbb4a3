import { expect, it } from "vitest";
import { LongWork } from "../../../worker/durable/long-work.ts";

function* steps(name: string, count: number, said: string[]): Generator<undefined, string> {
  for (let step = 0; step < count; step++) {
    said.push(name);
    yield;
  }
  return name;
}

it("long work gives way to others, on a clock that stands still too, and is done one after another", async () => {
  const said: string[] = [];
  const work = new LongWork({ now: () => 0, pause: async () => void said.push("others") });
  const done = await Promise.all([work.do(() => steps("first", 100, said)), work.do(() => steps("second", 100, said))]);
  expect(done).toEqual(["first", "second"]);
  expect(said.lastIndexOf("first")).toBeLessThan(said.indexOf("second"));
  const turns = said
    .join(" ")
    .split("others")
    .map((turn) => turn.trim().split(" ").length);
  expect(said.filter((each) => each === "others").length).toBeGreaterThan(3);
  expect(Math.max(...turns)).toBeLessThan(90);
});

it("work that fails, or that is for nothing any more, leaves the next alone", async () => {
  const work = new LongWork({ now: () => 0, pause: () => Promise.reject(new Error("gone")) });
  const said: string[] = [];
  await expect(work.do(() => steps("long", 1_000, said))).rejects.toThrow("gone");
  expect(await work.do(() => steps("short", 1, said))).toBe("short");
});
