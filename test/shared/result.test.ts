import { expect, it } from "vitest";
import { ok, refuse, unreachable } from "../../shared/result.ts";

it("tells a value from a refusal", () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(refuse("hors_du_groupe")).toEqual({ ok: false, code: "hors_du_groupe" });
});

it("says which case nobody thought of", () => {
  // What the compiler excludes can still come from outside.
  expect(() => unreachable("imprevu" as never)).toThrow('unexpected case: "imprevu"');
});
