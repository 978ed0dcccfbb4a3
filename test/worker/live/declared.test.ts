import { describe, expect, it } from "vitest";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import type { DecodedUpdate, Range } from "../../../worker/live/bounded-decoder.ts";
import { believe } from "../../../worker/live/declared.ts";

const ALINE = 1;
const BACHIR = 2;

/** An update of Bachir's with these letters from his clock 10 on, one run after the other. */
function bringing(...texts: readonly string[]): DecodedUpdate {
  let clock = 10;
  const structs = texts.map((text) => {
    const struct = {
      kind: "item" as const,
      client: BACHIR,
      clock,
      length: text.length,
      origin: null,
      rightOrigin: null,
      parent: null,
      parentSub: null,
      content: { kind: "string" as const, text },
    };
    clock += text.length;
    return struct;
  });
  return { structs, deletes: [] };
}

/** What was written and shows no more: Aline's « chaque commune », and what the update itself brings. */
function former(update: DecodedUpdate) {
  return ({ client, clock, length }: Range): string | null => {
    const all = client === ALINE ? "chaque commune" : `${" ".repeat(10)}${wordsOf(update)}`;
    return clock + length <= all.length ? all.slice(clock, clock + length) : null;
  };
}

function wordsOf({ structs }: DecodedUpdate): string {
  return structs.map((s) => (s.kind === "item" && s.content.kind === "string" ? s.content.text : "")).join("");
}

function says(clock: number, length: number, client: number, from: number): Declaration {
  return { client: BACHIR, clock, length, from: { client, clock: from } };
}

function judge(update: DecodedUpdate, ...declarations: readonly Declaration[]) {
  return believe(declarations, update, former(update));
}

describe("what a page says it restates", () => {
  it("is believed when the same letters were written there", () => {
    const { claims, doubted } = judge(bringing("commune"), says(10, 7, ALINE, 7));
    expect(claims).toEqual([{ ...says(10, 7, ALINE, 7), declared: true }]);
    expect(doubted).toEqual([]);
  });

  it("is passed over when other letters were, and what else is said stands", () => {
    const { claims, doubted } = judge(bringing("commune", "chaque"), says(10, 7, ALINE, 0), says(17, 6, ALINE, 0));
    expect(claims).toEqual([{ ...says(17, 6, ALINE, 0), declared: true }]);
    expect(doubted).toEqual([{ client: BACHIR, clock: 10, length: 7 }]);
  });

  it("is passed over when nobody knows those letters, or they still stand", () => {
    expect(judge(bringing("commune"), says(10, 7, ALINE, 30)).claims).toEqual([]);
  });

  it("is of letters that the update brings, and of no others", () => {
    const { claims, doubted } = judge(bringing("commune"), says(3, 7, ALINE, 0), says(40, 7, ALINE, 7));
    expect([claims, doubted]).toEqual([[], []]);
    // Of a longer range, what the update brings.
    expect(judge(bringing("commune"), says(3, 14, ALINE, 0)).claims).toEqual([
      { client: BACHIR, clock: 10, length: 7, from: { client: ALINE, clock: 7 }, declared: true },
    ]);
  });

  it("gives a letter one source: who says two is believed the first", () => {
    const { claims } = judge(bringing("commune"), says(10, 7, ALINE, 7), says(10, 7, ALINE, 7));
    expect(claims.length).toBe(1);
  });

  it("leads straight to the first letters, when it restates what this very update restated and took back", () => {
    const { claims } = judge(bringing("commune", "commune"), says(17, 7, BACHIR, 10), says(10, 7, ALINE, 7));
    expect(claims.map(({ clock, from }) => [clock, from.client, from.clock])).toEqual([
      [10, ALINE, 7],
      [17, ALINE, 7],
    ]);
  });

  it("leads there too when what it restates was only in part known before", () => {
    // « une » from the middle of one word of the update and « mm » … : the source begins before the update.
    const update = bringing("mune", " commune");
    const all = `${" ".repeat(7)}com${wordsOf(update)}`;
    const { claims } = believe([says(10, 4, ALINE, 10), says(15, 7, BACHIR, 7)], update, ({ client, clock, length }) =>
      (client === ALINE ? "chaque commune" : all).slice(clock, clock + length),
    );
    expect(claims).toEqual([
      { ...says(10, 4, ALINE, 10), declared: true },
      { ...says(15, 3, BACHIR, 7), declared: true },
      { ...says(18, 4, ALINE, 10), declared: true },
    ]);
  });

  it("cannot turn in a ring", () => {
    const { claims } = judge(
      bringing("aaaa"),
      says(10, 1, BACHIR, 11),
      says(11, 1, BACHIR, 12),
      says(12, 1, BACHIR, 10),
    );
    for (const { clock, from } of claims) {
      expect(claims.find((other) => other.clock === from.clock)).toBeUndefined();
      expect(from.clock).not.toBe(clock);
    }
    expect(judge(bringing("aaaa"), says(10, 4, BACHIR, 10), says(10, 3, BACHIR, 11)).claims).toEqual([]);
  });
});
