import { describe, expect, it } from "vitest";
import { returnAddress, signInAddress } from "../../../web/api/return-address.ts";
import { isServerPage } from "../../../web/api/server-pages.ts";

const comeBackTo = (address: string) => returnAddress(new URL(signInAddress(address), "https://x.test").search);

describe("signing in comes back", () => {
  it("to the page that was asked for, with its search and its section", () => {
    expect(comeBackTo("/contrats/pays-de-redon/fiches/1-1-k7f3qd9m?a=1&b=é#freins")).toBe(
      "/contrats/pays-de-redon/fiches/1-1-k7f3qd9m?a=1&b=%C3%A9#freins",
    );
  });

  it("to one's account, to administration, and to an invitation with its secret", () => {
    for (const address of ["/compte/connexions", "/administration", "/invitation/pays-de-redon#abc", "/atelier/x"]) {
      expect(comeBackTo(address)).toBe(address);
    }
  });

  it("to « Ce qui m’attend » without saying so in the address", () => {
    expect(signInAddress("/contrats")).toBe("/connexion");
    expect(returnAddress("")).toBeNull();
  });

  it.each([
    "https://ailleurs.example/contrats/x",
    "//ailleurs.example/contrats/x",
    "/\\ailleurs.example/contrats/x",
    "\t//ailleurs.example/contrats/x",
    "javascript:alert(1)",
    "/contrats/../../api/session",
    "/contratsx",
    "/comptes",
    "/connexion",
    "contrats\\..\\..\\x",
    "http://[",
  ])("never to %j", (wanted) => {
    expect(returnAddress(`?retour=${encodeURIComponent(wanted)}`)).toBeNull();
  });
});

describe("the reading view", () => {
  it("is opened by the browser, and the page of writing by the router", () => {
    expect(isServerPage("/contrats/c/fiches/1-1-k7f3qd9m/lecture")).toBe(true);
    expect(isServerPage("/contrats/c/fiches/1-1-k7f3qd9m/lecture#freins")).toBe(true);
    expect(isServerPage("/contrats/c/fiches/1-1-lecture-k7f3qd9m")).toBe(false);
  });
});
