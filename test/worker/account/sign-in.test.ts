import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { ENTREES_TABLE, type Offer, SignIn } from "../../../worker/account/sign-in.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let objects = 0;

function withSignIn(test: (signIn: SignIn) => void): Promise<void> {
  objects += 1;
  // An object that keeps nothing of its own lends its storage.
  return runInDurableObject(env.SEUIL.getByName(`entrees-${objects}`), (_, { storage: { sql } }) => {
    sql.exec(ENTREES_TABLE);
    test(new SignIn(sql));
  });
}

/** Asks for a mail at this time; what was offered, and kept as number `n`. */
function ask(signIn: SignIn, n: number, now: number, name = "aline"): Offer {
  const offer = signIn.offer(name, now);
  if (offer !== "rien") signIn.add(name, `lien ${n}`, offer === "lien" ? null : `code ${n}`, now);
  return offer;
}

describe("what lets in", () => {
  it("lapses after a quarter of an hour", () =>
    withSignIn((signIn) => {
      ask(signIn, 1, 0);
      expect(signIn.useCode("aline", "code 1", 15 * MINUTE)).toBe(false);
      expect(signIn.useLink("lien 1", 15 * MINUTE)).toBe(false);
      expect(signIn.useLink("lien 1", 15 * MINUTE - 1)).toBe(true);
    }));

  it("is a code five times a day, then links alone, then codes again", () =>
    withSignIn((signIn) => {
      const offers = [0, 1, 2, 3, 4, 5, 6].map((n) => ask(signIn, n, n * MINUTE));
      expect(offers).toEqual([...Array<Offer>(5).fill("lien_et_code"), "lien", "lien"]);
      expect(signIn.useLink("lien 6", 7 * MINUTE)).toBe(true);
      expect(ask(signIn, 7, 24 * HOUR + 5 * MINUTE)).toBe("lien_et_code");
    }));

  it("is tried three times, over all codes that hold: asking for more gives no more tries", () =>
    withSignIn((signIn) => {
      ask(signIn, 1, 0);
      ask(signIn, 2, MINUTE);
      for (let i = 0; i < 3; i++) expect(signIn.useCode("aline", "faux", 2 * MINUTE)).toBe(false);
      expect(signIn.useCode("aline", "code 1", 2 * MINUTE)).toBe(false);
      expect(signIn.useCode("aline", "code 2", 2 * MINUTE)).toBe(false);
      ask(signIn, 3, 3 * MINUTE);
      expect(signIn.useCode("aline", "code 3", 3 * MINUTE)).toBe(true);
    }));

  it("takes fifteen guesses a day from somebody who asks all day, and leaves its owner a link that holds", () =>
    withSignIn((signIn) => {
      let guesses = 0;
      let mails = 0;
      let latest = -1;
      for (let now = 0; now < 24 * HOUR; now += 10_000) {
        const offer = ask(signIn, mails, now);
        if (offer !== "rien") {
          latest = mails;
          mails += 1;
        }
        if (offer === "lien_et_code") {
          for (let i = 0; i < 10; i++) {
            // A guess counts where some code could still be met.
            signIn.useCode("aline", `essai ${guesses}`, now);
          }
          guesses += 3;
        }
        // Never a moment without a link that lets its owner in.
        expect(latest).toBeGreaterThanOrEqual(0);
      }
      expect(guesses).toBe(15);
      expect(mails).toBeLessThanOrEqual(10 + 24 * 4);
      expect(signIn.useLink(`lien ${latest}`, 24 * HOUR)).toBe(true);
    }));

  it("is one address's: another one's tries change nothing", () =>
    withSignIn((signIn) => {
      ask(signIn, 1, 0);
      ask(signIn, 2, 0, "bachir");
      for (let i = 0; i < 5; i++) signIn.useCode("bachir", "code 1", 1);
      expect(signIn.useCode("bachir", "code 2", 1)).toBe(false);
      expect(signIn.useCode("aline", "code 1", 1)).toBe(true);
    }));
});
