import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, editBetween, mapIndex } from "../../../web/editor/text-diff.ts";

const words = fc.string({ unit: fc.constantFrom("a", "b", "é", " ", "😀", "👩‍⚕️"), maxLength: 12 });

describe("what was typed in a field", () => {
  it("is the letter at the caret, among others that are the same", () => {
    expect(editBetween("aa", "aaa", 1)).toEqual({ index: 0, remove: 0, insert: "a" });
    expect(editBetween("aa", "aaa", 3)).toEqual({ index: 2, remove: 0, insert: "a" });
  });

  it("is nothing when nothing changed", () => {
    expect(editBetween("Prévention", "Prévention", 4)).toBeNull();
  });

  it("always makes the new text of the old one", () => {
    fc.assert(
      fc.property(words, words, fc.nat(), (before, after, caret) => {
        const edit = editBetween(before, after, caret % (after.length + 1));
        expect(edit === null ? before : applyEdit(before, edit)).toBe(after);
      }),
    );
  });

  it("never cuts a character of two units in two", () => {
    fc.assert(
      fc.property(words, words, fc.nat(), (before, after, caret) => {
        const edit = editBetween(before, after, caret % (after.length + 1));
        if (edit === null) return;
        for (const piece of [edit.insert, before.slice(edit.index, edit.index + edit.remove)]) {
          expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

describe("a caret while somebody else writes", () => {
  it("moves with what comes and goes before it", () => {
    expect(mapIndex(5, [{ insert: "abc" }])).toBe(8);
    expect(mapIndex(5, [{ retain: 1 }, { delete: 2 }])).toBe(3);
    expect(mapIndex(5, [{ retain: 3 }, { delete: 10 }])).toBe(3);
  });

  it("stays before what comes exactly there, and for all that comes behind", () => {
    expect(mapIndex(5, [{ retain: 5 }, { insert: "abc" }])).toBe(5);
    expect(mapIndex(5, [{ retain: 8 }, { insert: "abc" }])).toBe(5);
    expect(mapIndex(5, [{ retain: 5 }, { delete: 2 }])).toBe(5);
  });
});
