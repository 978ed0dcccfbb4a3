import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../../shared/text/canonical-json.ts";

it("writes keys in the order of their UTF-16 units, without spaces", () => {
  expect(
    canonicalJson({ b: [1, true, null, "é"], a: { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5 } }),
  ).toBe('{"a":{"\\r":2,"1":4,"€":1,"\u{1f600}":5,"\ufb33":3},"b":[1,true,null,"é"]}');
});

it("is JSON of the same value, whatever order it was built in", () => {
  const anyValue = fc.letrec<{ value: never }>((tie) => ({
    value: fc.oneof(
      fc.string(),
      fc.maxSafeInteger().map((n) => (Object.is(n, -0) ? 0 : n)),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 3, noNullPrototype: true }),
    ) as fc.Arbitrary<never>,
  })).value;
  fc.assert(
    fc.property(anyValue, (value: never) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

it("refuses numbers whose text depends on who writes them", () => {
  for (const number of [0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    expect(() => canonicalJson(number)).toThrow();
});
