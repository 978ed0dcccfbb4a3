import { describe, expect, it } from "vitest";
import { isBlank, isVisible } from "../../../shared/editor/blocks.ts";
import { puce, texte } from "./builders.ts";

describe("isVisible", () => {
  it.each(["a", "1", "—", "…", "👩‍⚕️", "é", "\u202fà"])("sees « %s »", (text) => {
    expect(isVisible(text)).toBe(true);
  });

  it.each([
    ["nothing", ""],
    ["spaces", " \t\n"],
    ["no-break spaces", "\u00a0\u202f"],
    ["zero-width characters", "\u200b\u200d\u2060\ufeff\u00ad"],
    ["controls", "\u0000\u001b\u007f"],
    ["directions", "\u202e\u2066"],
  ])("does not see %s", (_, text) => {
    expect(isVisible(text)).toBe(false);
  });
});

describe("isBlank", () => {
  it("holds for a paragraph without a visible letter", () => {
    expect(isBlank(texte())).toBe(true);
    expect(isBlank(puce(1, " ", "/", "\u200b"))).toBe(true);
    expect(isBlank(texte("/", "a"))).toBe(false);
  });
});
