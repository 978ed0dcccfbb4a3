import { describe, expect, it } from "vitest";
import { shorten } from "../../../web/labels/shorten.ts";

describe("a text that is shortened", () => {
  it("stays as it is when it is short enough", () => {
    expect(shorten("Trois ateliers par an", 21)).toBe("Trois ateliers par an");
  });

  it("keeps its beginning and its end, and cuts no word", () => {
    const text = "Des ateliers de prévention sont proposés au plus près des habitants dans chaque commune volontaire";
    const short = shorten(text, 60);
    expect(short.length).toBeLessThanOrEqual(60);
    const [head = "", tail = ""] = short.split(" […] ");
    expect(text.startsWith(`${head} `)).toBe(true);
    expect(text.endsWith(` ${tail}`)).toBe(true);
  });

  it("keeps a word that ends just where it is cut", () => {
    expect(shorten("abcd efgh ijkl mnop qrst", 19)).toBe("abcd efgh […] qrst");
  });

  it("cuts a word that is too long by itself between two characters that people see", () => {
    const short = shorten("👩‍👩‍👧‍👦".repeat(20), 40);
    for (const part of short.split(" […] ")) expect(part.replaceAll("👩‍👩‍👧‍👦", "")).toBe("");
  });
});
