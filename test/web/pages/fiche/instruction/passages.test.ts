import { describe, expect, it } from "vitest";
import { citationIn, sentencesOf } from "../../../../../web/pages/fiche/instruction/passages.ts";

const WORDS =
  "Chaque commune accueille une réunion. Qui tient le calendrier ?\n\nUn minibus, partagé.\nUn minibus, partagé.";

describe("the passages that a réserve may quote", () => {
  it("are the sentences of each paragraph, each once", () => {
    expect(sentencesOf(WORDS)).toEqual([
      "Chaque commune accueille une réunion.",
      "Qui tient le calendrier ?",
      "Un minibus, partagé.",
    ]);
  });

  it("are words of the version: each is found in it again", () => {
    for (const sentence of sentencesOf(WORDS)) expect(citationIn(WORDS, sentence)).toBe(sentence);
  });

  it("hold words that were selected, without the space around, however their accents are written", () => {
    expect(citationIn(WORDS, "  accueille une re\u0301union ")).toBe("accueille une réunion");
  });

  it("hold neither words across two paragraphs, nor words of another text, nor nothing", () => {
    expect(citationIn(WORDS, "calendrier ?Un minibus")).toBeNull();
    expect(citationIn(WORDS, "une fête")).toBeNull();
    expect(citationIn(WORDS, "   ")).toBeNull();
  });

  it("are no longer than the server takes", () => {
    expect(sentencesOf("a".repeat(1_001))).toEqual([]);
    expect(citationIn("a".repeat(2_000), "a".repeat(1_001))).toBeNull();
  });
});
