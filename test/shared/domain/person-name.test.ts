import { describe, expect, it } from "vitest";
import { parsePersonName } from "../../../shared/domain/person-name.ts";

describe("a person's name", () => {
  it.each([
    ["  Aïssata\u00a0  Diallo ", "Aïssata Diallo"],
    ["Jean-Noël d’Arvor", "Jean-Noël d’Arvor"],
    ["Anne\u0300s", "Annès"],
    ["O'Brien Jr.", "O'Brien Jr."],
    ["Mme 2", "Mme 2"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(parsePersonName(typed)).toBe(kept);
  });

  it.each([
    "",
    "   ",
    "42",
    "x".repeat(81),
    "a\u0000b",
    "a\u202eb",
    "a\u200bb",
    "<b>",
    "a@b",
    "http://a.example",
    'a"b',
    "\ud800",
  ])("%j is none", (typed) => {
    expect(parsePersonName(typed)).toBeNull();
  });
});
