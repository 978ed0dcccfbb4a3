import { describe, expect, it } from "vitest";
import { acceptedEncodings } from "../../../worker/http/accept-encoding.ts";

describe("which compression a client accepts", () => {
  it("takes those a browser names", () => {
    const accepted = acceptedEncodings("gzip, deflate, br, zstd");
    expect([accepted("br"), accepted("gzip"), accepted("compress")]).toEqual([true, true, false]);
  });

  it("respects a refusal by weight, whatever the case and the spaces", () => {
    const accepted = acceptedEncodings("BR;q=0 , GZIP ; Q=0.5");
    expect([accepted("br"), accepted("gzip")]).toEqual([false, true]);
  });

  it("lets the star stand for those that are not named", () => {
    const accepted = acceptedEncodings("br;q=0, *");
    expect([accepted("br"), accepted("gzip")]).toEqual([false, true]);
  });

  it("accepts none without a header, nor with an unreadable weight", () => {
    expect(acceptedEncodings(null)("gzip")).toBe(false);
    expect(acceptedEncodings("")("gzip")).toBe(false);
    expect(acceptedEncodings("br;q=beaucoup")("br")).toBe(false);
  });
});
