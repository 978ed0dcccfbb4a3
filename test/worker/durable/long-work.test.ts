import { describe, expect, it } from "vitest";
import { ok, refuse } from "../../../shared/result.ts";
import { LongWork, type Wanted } from "../../../worker/durable/long-work.ts";

function* steps(name: string, count: number, said: string[]): Generator<undefined, string> {
  for (let step = 0; step < count; step++) {
    said.push(name);
    yield;
  }
  return name;
}

/** Something is done, for nobody. */
const DONE: Wanted = { by: null, question: null };

const asks = (by: string, question: string): Wanted => ({ by, question });

/** Work that ends when it is told to. */
function held(): {
  readonly work: () => Generator<unknown, string>;
  readonly end: () => void;
  readonly begun: () => number;
} {
  let over = false;
  let begun = 0;
  return {
    work: function* () {
      begun += 1;
      while (!over) yield;
      return "held";
    },
    end: () => (over = true),
    begun: () => begun,
  };
}

const later = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

it("is quiet when all that waits is done, what failed included", async () => {
  const work = new LongWork({ now: () => 0, pause: later });
  expect(work.isQuiet()).toBe(true);
  await work.quiet();
  const [first, second] = [held(), held()];
  const asked = [work.do(DONE, first.work), work.do(DONE, second.work)];
  const failed = work.do(DONE, function* () {
    yield;
    throw new Error("no");
  });
  const refused = expect(failed).rejects.toThrow("no");
  let isQuiet = false;
  const quiet = work.quiet().then(() => (isQuiet = true));
  first.end();
  await asked[0];
  await later();
  expect([work.isQuiet(), isQuiet]).toEqual([false, false]);
  second.end();
  await Promise.all([quiet, ...asked, refused]);
  expect(work.isQuiet()).toBe(true);
});

it("long work gives way to others, on a clock that stands still too, and is done one after another", async () => {
  const said: string[] = [];
  const work = new LongWork({ now: () => 0, pause: async () => void said.push("others") });
  const done = await Promise.all([
    work.do(DONE, () => steps("first", 100, said)),
    work.do(DONE, () => steps("second", 100, said)),
  ]);
  expect(done).toEqual([ok("first"), ok("second")]);
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
  await expect(work.do(DONE, () => steps("long", 1_000, said))).rejects.toThrow("gone");
  expect(await work.do(DONE, () => steps("short", 1, said))).toEqual(ok("short"));
});

describe("when much is asked at once", () => {
  it("the same question is worked out once, for all who ask it before it is answered", async () => {
    const work = new LongWork({ now: () => 0, pause: later });
    const said: string[] = [];
    const [first, same, other] = await Promise.all([
      work.do(asks("aline", "v1 v2"), () => steps("v1 v2", 100, said)),
      work.do(asks("bachir", "v1 v2"), () => steps("again", 100, said)),
      work.do(asks("aline", "v2 v3"), () => steps("v2 v3", 1, said)),
    ]);
    expect([first, same, other]).toEqual([ok("v1 v2"), ok("v1 v2"), ok("v2 v3")]);
    expect(said).not.toContain("again");
    // Asked again later, it is worked out again.
    expect(await work.do(asks("aline", "v1 v2"), () => steps("later", 1, said))).toEqual(ok("later"));
  });

  it("what fails fails for all who asked it, and for nobody else", async () => {
    const work = new LongWork({ now: () => 0, pause: later });
    const asked = ["aline", "bachir"].map((by) =>
      work.do(asks(by, "v1 v2"), function* () {
        yield;
        throw new Error("broken");
      }),
    );
    const other = work.do(asks("cecile", "v2 v3"), () => steps("v2 v3", 1, []));
    for (const each of asked) await expect(each).rejects.toThrow("broken");
    expect(await other).toEqual(ok("v2 v3"));
  });

  it("so much waits and no more: who comes then is told so at once, and may come again", async () => {
    const work = new LongWork({ now: () => 0, pause: later });
    const { work: long, end } = held();
    const running = work.do(DONE, long);
    const waiting = Array.from({ length: 20 }, (_, index) =>
      work.do(asks(`p${index}`, `q${index}`), () => steps("q", 1, [])),
    );
    const said: string[] = [];
    expect(await work.do(asks("late", "another"), () => steps("late", 1, said))).toEqual(refuse("trop_de_demandes"));
    expect(await work.do(DONE, () => steps("late", 1, said))).toEqual(refuse("trop_de_demandes"));
    expect(said).toEqual([]);
    // A question that waits already asks for no more.
    const same = work.do(asks("late", "q3"), () => steps("late", 1, said));
    end();
    expect(await running).toEqual(ok("held"));
    expect(await Promise.all([...waiting, same])).toEqual(Array.from({ length: 21 }, () => ok("q")));
    expect(await work.do(asks("late", "another"), () => steps("late", 1, said))).toEqual(ok("late"));
  });

  it("who does many things at once is refused the next, and takes nobody else's place", async () => {
    const work = new LongWork({ now: () => 0, pause: later });
    const { work: long, end } = held();
    const said: string[] = [];
    const act = (by: string, name: string) => work.do({ by, question: null }, () => steps(name, 1, said));
    const running = work.do({ by: "aline", question: null }, long);
    const acts = Array.from({ length: 25 }, (_, index) => act("aline", `act ${index}`));
    const others = [act("bachir", "another"), work.do(asks("bachir", "q"), () => steps("q", 1, said))];
    // Nor is a question of one's own in the way.
    const own = work.do(asks("aline", "own"), () => steps("own", 1, said));
    end();
    await running;
    const done = await Promise.all(acts);
    expect(done.slice(0, 3)).toEqual([ok("act 0"), ok("act 1"), ok("act 2")]);
    for (const refused of done.slice(3)) expect(refused).toEqual(refuse("trop_de_demandes"));
    expect(await Promise.all([...others, own])).toEqual([ok("another"), ok("q"), ok("own")]);
    // Once some of it is done, there is room again.
    expect(await act("aline", "later")).toEqual(ok("later"));
  });

  it("who goes on to other things is taken to have left the oldest, which is not worked out for nobody", async () => {
    const work = new LongWork({ now: () => 0, pause: later });
    const { work: long, end } = held();
    const running = work.do(DONE, long);
    const said: string[] = [];
    const act = work.do({ by: "aline", question: null }, () => steps("act", 1, said));
    const asked = ["q1", "q2", "q3", "q4", "q5"].map((question) =>
      work.do(asks("aline", question), () => steps(question, 1, said)),
    );
    const shared = work.do(asks("bachir", "q3"), () => steps("again", 1, said));
    const last = work.do(asks("aline", "q6"), () => steps("q6", 1, said));
    end();
    await running;
    expect(await Promise.all(asked)).toEqual([
      refuse("trop_de_demandes"),
      refuse("trop_de_demandes"),
      refuse("trop_de_demandes"),
      ok("q4"),
      ok("q5"),
    ]);
    // What somebody else waits for too is worked out, and what somebody does is done.
    expect(await shared).toEqual(ok("q3"));
    expect(await Promise.all([act, last])).toEqual([ok("act"), ok("q6")]);
    expect(said).toEqual(["act", "q3", "q4", "q5", "q6"]);
  });
});
