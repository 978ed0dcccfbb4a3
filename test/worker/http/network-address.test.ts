import { describe, expect, it } from "vitest";
import type { Env } from "../../../worker/env.ts";
import { networkAddressOf, networkPrefixOf } from "../../../worker/http/network-address.ts";

function from(cf: object | undefined, headers: Record<string, string>, proxies?: string) {
  // What the runtime adds to a request, put there by hand.
  const request = { cf, headers: new Headers(headers) } as unknown as Request;
  return networkAddressOf(request, { TRUSTED_PROXIES: proxies } as Env);
}

describe("where a request came from", () => {
  it("is what workerd saw, whatever the client writes", () => {
    const forged = {
      "x-forwarded-for": "203.0.113.9",
      "cf-connecting-ip": "203.0.113.9",
      forwarded: "for=203.0.113.9",
    };
    expect(from({ clientIp: "192.0.2.1" }, forged)).toBe("192.0.2.1");
    expect(from({ clientIp: "192.0.2.1:5123" }, {})).toBe("192.0.2.1");
    expect(from({ clientIp: "[2001:db8::1]:5123" }, {})).toBe("2001:db8::1");
  });

  it("is what Cloudflare says on Cloudflare", () => {
    expect(from({ colo: "CDG" }, { "cf-connecting-ip": "192.0.2.1", "x-forwarded-for": "203.0.113.9" })).toBe(
      "192.0.2.1",
    );
  });

  it("is not known where nobody trustworthy says it", () => {
    expect(from(undefined, { "cf-connecting-ip": "203.0.113.9" })).toBeNull();
    expect(from({}, { "x-forwarded-for": "203.0.113.9" })).toBeNull();
  });

  it("is, behind proxies, the entry that the first of ours wrote: what stands before it is the client's own words", () => {
    const chain = { "x-forwarded-for": "203.0.113.9, 192.0.2.1, 10.0.0.2" };
    expect(from({ clientIp: "10.0.0.1" }, chain, "1")).toBe("10.0.0.2");
    expect(from({ clientIp: "10.0.0.1" }, chain, "2")).toBe("192.0.2.1");
    expect(from({ clientIp: "10.0.0.1" }, {}, "1")).toBeNull();
    expect(from({ clientIp: "10.0.0.1" }, chain, "0")).toBe("10.0.0.1");
  });
});

describe("the network of an address", () => {
  it.each([
    ["192.0.2.77", "192.0.2.0/24"],
    ["::ffff:192.0.2.77", "192.0.2.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["2001:0DB8:0001::9", "2001:db8:1::/48"],
    ["2001:db8::9", "2001:db8:0::/48"],
    ["::1", "0:0:0::/48"],
    ["fe80::1%eth0", "fe80:0:0::/48"],
    ["quelque chose", "?"],
    ["", "?"],
  ])("of %s is %s", (address, prefix) => {
    expect(networkPrefixOf(address)).toBe(prefix);
  });

  it("of nowhere is one of its own", () => {
    expect(networkPrefixOf(null)).toBe("?");
  });
});
