import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReprises, type LetterRun, pairUp, slice } from "../../../worker/live/reprises.ts";

const A = 1;
const C = 3;

function run(text: string, client: number, clock = 0): LetterRun {
  return { text, ids: [{ client, clock, length: text.length }] };
}

/** What the reprises restate of a text, letters that are new as dots. */
function restated(inserted: string, deleted: readonly string[], gone: readonly string[] = []): string {
  const sources = [...deleted, ...gone].map((text, index) => run(text, A, index * 1000));
  const found = findReprises(sources.slice(0, deleted.length), sources.slice(deleted.length), [run(inserted, C)]);
  const letters = Array.from(inserted, () => ".");
  for (const { clock, length, from } of found) {
    const source = [...deleted, ...gone][Math.floor(from.clock / 1000)] ?? "";
    for (let i = 0; i < length; i++) {
      const letter = source[(from.clock % 1000) + i] ?? "?";
      expect(letter).toBe(inserted[clock + i]);
      letters[clock + i] = letter;
    }
  }
  return letters.join("");
}

describe("what an update moved", () => {
  it("is found whole when a paragraph is split or joined", () => {
    expect(restated("chaque commune accueille un atelier", ["chaque commune accueille un atelier"])).toBe(
      "chaque commune accueille un atelier",
    );
  });

  it("is found where it is now, when more was written with it", () => {
    expect(restated("Ainsi, chaque commune participe", ["chaque commune"])).toBe(".......chaque commune..........");
  });

  it("is found when two paragraphs became one", () => {
    expect(restated("un atelier deux ateliers", ["un atelier", "deux ateliers"])).toBe("un atelier.deux ateliers");
  });

  it("is not found in letters that are no word", () => {
    expect(restated(" , ", [" , "])).toBe("...");
    expect(restated("vill", ["commune"])).toBe("....");
  });

  it("uses each deleted letter once", () => {
    expect(restated("atelier atelier", ["atelier"])).toBe("atelier........");
  });

  it("is found in letters that somebody else had removed before", () => {
    expect(restated("au plus près", [], ["au plus près"])).toBe("au plus près");
  });
});

describe("letters paired one to one", () => {
  it("cover the whole, in order, whatever the ranges on both sides", () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lengths, lengths, (to, from) => {
        const ranges = (sizes: number[], client: number) => {
          let clock = 0;
          return sizes.map((length) => {
            // A gap between ranges, so that they do not run into each other.
            clock += 100;
            return { client, clock, length };
          });
        };
        const total = Math.min(sum(to), sum(from));
        const pairs = pairUp(slice(ranges(to, C), 0, total), slice(ranges(from, A), 0, total));
        expect(sum(pairs.map(({ length }) => length))).toBe(total);
      }),
    );
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
