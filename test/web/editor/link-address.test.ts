import { describe, expect, it } from "vitest";
import { addressFrom } from "../../../web/editor/link-address.ts";

describe("an address that somebody types", () => {
  it("is taken as it is when it is whole", () => {
    expect(addressFrom(" https://example.org/a?b=c#d ")).toEqual({ ok: true, value: "https://example.org/a?b=c#d" });
    expect(addressFrom("tel:+33100000000")).toEqual({ ok: true, value: "tel:+33100000000" });
  });

  it("is completed when it is a name or a mailbox", () => {
    expect(addressFrom("www.example.org/sante")).toEqual({ ok: true, value: "https://www.example.org/sante" });
    expect(addressFrom("accueil@example.org")).toEqual({ ok: true, value: "mailto:accueil@example.org" });
  });

  it("is refused when it leads anywhere else", () => {
    expect(addressFrom("  ")).toEqual({ ok: false, code: "missing" });
    for (const typed of ["javascript:alert(1)", "file:///etc/passwd", "bonjour", "data:text/html,a", "a b.fr"]) {
      expect(addressFrom(typed), typed).toEqual({ ok: false, code: "refused" });
    }
  });
});
