import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heaviestChain } from "../../../shared/text/heaviest-chain.ts";
import { commonTokens } from "../../../shared/text/word-diff.ts";

/** What long work comes to. */
function whole<Found>(work: Generator<undefined, Found>): Found {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

const split = (text: string) => text.match(/\p{L}+|\p{N}+|./gu) ?? [];
/** What two sentences have in common, as text. */
function common(before: string, after: string): string[] {
  const old = split(before);
  return whole(commonTokens(old, split(after))).map((each) =>
    old.slice(each.before, each.before + each.length).join(""),
  );
}

describe("the words that two texts have in common", () => {
  it("are those around a word that was replaced", () => {
    expect(common("Ouvrir 3 ateliers par an", "Ouvrir 5 ateliers par an")).toEqual(["Ouvrir ", " ateliers par an"]);
  });

  it("leave out what remains by chance between other words", () => {
    expect(common("la prévention des chutes de plain-pied", "un atelier de cuisine")).toEqual([]);
  });

  it("are found around what each has once when the texts are long and much changed", () => {
    const filler = (word: string) => Array.from({ length: 400 }, (_, i) => `${word}${i} `).join("");
    const before = `${filler("a")}le territoire du Pays ${filler("b")}`;
    const after = `${filler("c")}le territoire du Pays ${filler("d")}`;
    expect(common(before, after).some((each) => each.includes("le territoire du Pays "))).toBe(true);
  });

  it.each([
    ["nothing in common", (place: number) => `b${place}`],
    ["all of it, in another order", (place: number) => `a${(place * 7_919) % 30_000}`],
    ["one word, again and again", () => "mot"],
  ])("are looked for in small steps, in long texts that have %s", (_, wordAt) => {
    const tokens = (word: (place: number) => string) =>
      Array.from({ length: 60_000 }, (_, index) => (index % 2 === 0 ? word(index / 2) : " "));
    let pauses = 0;
    const work = commonTokens(
      tokens((place) => `a${place}`),
      tokens(wordAt),
    );
    while (work.next().done !== true) pauses += 1;
    expect(pauses).toBeGreaterThan(100);
  });

  it("are the same tokens in the same order, whatever is compared", () => {
    const tokens = fc.array(fc.constantFrom("a", "b", "mot", " ", "¶\n", "."), { maxLength: 60 });
    fc.assert(
      fc.property(tokens, tokens, (before, after) => {
        let [old, now] = [0, 0];
        for (const each of whole(commonTokens(before, after))) {
          expect(each.before).toBeGreaterThanOrEqual(old);
          expect(each.after).toBeGreaterThanOrEqual(now);
          expect(before.slice(each.before, each.before + each.length)).toEqual(
            after.slice(each.after, each.after + each.length),
          );
          [old, now] = [each.before + each.length, each.after + each.length];
        }
      }),
    );
  });
});

describe("the heaviest chain", () => {
  it("keeps what is longest together, and leaves out what was moved", () => {
    const [moved, first, second] = [
      { before: 10, after: 0, length: 3 },
      { before: 0, after: 3, length: 2 },
      { before: 2, after: 5, length: 2 },
    ] as const;
    expect(whole(heaviestChain([second, moved, first]))).toEqual([first, second]);
    expect(whole(heaviestChain([{ ...moved, length: 5 }, first, second]))).toEqual([{ ...moved, length: 5 }]);
    expect(whole(heaviestChain([]))).toEqual([]);
  });

  it("is as heavy as the best of all choices", () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 7 });
    fc.assert(
      fc.property(
        places,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 7, maxLength: 7 }),
        (befores, weights) => {
          // Each has a place of its own in both.
          const all = befores.map((before, index) => ({
            before: before * 10,
            after: index * 10,
            length: weights[index] ?? 1,
          }));
          const weigh = (chain: typeof all) => chain.reduce((sum, { length }) => sum + length, 0);
          let best = 0;
          for (let choice = 0; choice < 2 ** all.length; choice++) {
            const chosen = all.filter((_, index) => (choice >> index) % 2 === 1);
            if (chosen.every((each, index) => index === 0 || (chosen[index - 1]?.before ?? 0) < each.before)) {
              best = Math.max(best, weigh(chosen));
            }
          }
          expect(weigh(whole(heaviestChain(all)))).toBe(best);
        },
      ),
    );
  });
});
