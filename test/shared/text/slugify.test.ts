import fc from "fast-check";
import { expect, it } from "vitest";
import { slugify } from "../../../shared/text/slugify.ts";
import { anyText } from "../any-text.ts";

it("keeps the words of a sentence", () => {
  expect(slugify("2.3 Prévention des aînés : « bien vieillir » à l’Île-Tudy", 60)).toBe(
    "2-3-prevention-des-aines-bien-vieillir-a-l-ile-tudy",
  );
});

it("is cut between two words", () => {
  expect(slugify("un deux trois", 12)).toBe("un-deux");
  expect(slugify("un deux trois", 13)).toBe("un-deux-trois");
  expect(slugify("anticonstitutionnellement", 10)).toBe("");
});

it("is empty when there is no word", () => {
  expect(slugify("… – !", 20)).toBe("");
  expect(slugify("東京", 20)).toBe("");
});

it("is always fit for an address", () => {
  fc.assert(
    fc.property(anyText({ maxLength: 60 }), fc.nat(40), (text, max) => {
      const slug = slugify(text, max);
      expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(slug.length).toBeLessThanOrEqual(max);
    }),
  );
});
