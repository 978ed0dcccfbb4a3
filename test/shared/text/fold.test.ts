import fc from "fast-check";
import { expect, it } from "vitest";
import { fold } from "../../../shared/text/fold.ts";
import { anyText } from "../any-text.ts";

it("makes words equal that differ by accents, case or ligatures", () => {
  expect(fold("Prévention des AÎNÉS")).toBe("prevention des aines");
  expect(fold("Cœur, ŒUVRE, Lætitia")).toBe("coeur, oeuvre, laetitia");
  expect(fold("e\u0301te\u0301")).toBe(fold("été"));
  expect(fold("Concarneau Cornouaille à l’Île‑Tudy")).toBe("concarneau cornouaille a l’ile‑tudy");
});

it("changes nothing more the second time", () => {
  fc.assert(
    fc.property(anyText({ maxLength: 20 }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 2_000 },
  );
});
