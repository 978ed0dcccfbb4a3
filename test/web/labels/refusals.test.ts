import { describe, expect, it } from "vitest";
import { POLICY_REFUSALS } from "../../../shared/policy/refusals.ts";
import { HTTP_REFUSALS, LIVE_REFUSALS } from "../../../shared/protocol/refusals.ts";
import { API_REFUSAL_LABELS } from "../../../web/labels/api-refusals.ts";
import { LIVE_REFUSAL_LABELS, shortWriteRefusal, WRITE_REFUSAL_LABELS } from "../../../web/labels/refusals.ts";
import { pageTitle } from "../../../web/labels/shell.ts";
import { unsentSentence } from "../../../web/labels/unsent.ts";

describe("every refusal", () => {
  it("is a whole sentence, and no code reaches anyone", () => {
    const sentences = [
      ...Object.values(API_REFUSAL_LABELS),
      ...Object.values(LIVE_REFUSAL_LABELS),
      ...Object.values(WRITE_REFUSAL_LABELS),
    ];
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}[^_]*\.$/u);
  });

  it("has its sentence, the network's own included", () => {
    expect(Object.keys(API_REFUSAL_LABELS).sort()).toEqual(
      [...Object.keys(HTTP_REFUSALS), "hors_ligne", "reponse_illisible"].sort(),
    );
    expect(Object.keys(LIVE_REFUSAL_LABELS).sort()).toEqual([...LIVE_REFUSALS].sort());
    for (const code of POLICY_REFUSALS) expect(shortWriteRefusal(code)).not.toBe("");
  });
});

describe("what is unsent", () => {
  it("is counted in a sentence", () => {
    expect(unsentSentence(1)).toBe("1\u00a0modification n’a pas encore été envoyée.");
    expect(unsentSentence(3)).toBe("3\u00a0modifications n’ont pas encore été envoyées.");
  });
});

describe("the title of a page", () => {
  it("puts the specific first and the product last", () => {
    expect(pageTitle("2.1 Prévention", "Challans")).toBe("2.1 Prévention – Challans – Coaction");
    expect(pageTitle("")).toBe("Coaction");
  });
});
