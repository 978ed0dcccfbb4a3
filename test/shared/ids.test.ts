import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DocumentId, isShortId, makeId, parseId, SHORT_LENGTH, shortId } from "../../shared/ids.ts";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe("makeId", () => {
  it("makes 16 characters that are read back, whatever chance brings", () => {
    fc.assert(
      fc.property(bytes, (chance) => {
        const id = makeId<DocumentId>(() => chance);
        expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
        expect(parseId(id)).toBe(id);
        expect(isShortId(shortId(id))).toBe(true);
        expect(id.startsWith(shortId(id))).toBe(true);
      }),
    );
  });

  it("asks for 16 bytes, and gives each of the 32 characters the same share of them", () => {
    const seen = new Map<string, number>();
    for (let start = 0; start < 256; start += 16) {
      const id = makeId((length) => Uint8Array.from({ length }, (_, i) => start + i));
      for (const character of id) seen.set(character, (seen.get(character) ?? 0) + 1);
    }
    expect(seen.size).toBe(32);
    expect(new Set(seen.values())).toEqual(new Set([8]));
  });
});

describe("parseId", () => {
  it.each([
    ["nothing", ""],
    ["a short id", "k7f3qd9m"],
    ["capital letters", "K7F3QD9MK7F3QD9M"],
    ["letters that look like figures", "k7f3qd9mk7f3qdil"],
    ["one character more", "k7f3qd9mk7f3qd9mk"],
    ["a newline at the end", "k7f3qd9mk7f3qd9m\n"],
    ["a path", "../f3qd9mk7f3qd9"],
    ["letters of another alphabet", "к7f3qd9mk7f3qd9m"],
  ])("refuses %s", (_, text) => {
    expect(parseId(text)).toBeNull();
  });
});

describe("isShortId", () => {
  it("takes the first characters of an id and nothing else", () => {
    expect(isShortId("k7f3qd9m")).toBe(true);
    expect(isShortId("k7f3qd9m".slice(0, SHORT_LENGTH - 1))).toBe(false);
    expect(isShortId("k7f3qd9m\n")).toBe(false);
    expect(isShortId("K7F3QD9M")).toBe(false);
  });
});
