import { env } from "cloudflare:workers";
import { afterAll, describe, expect, it } from "vitest";
import { parseAdresse } from "../../../shared/domain/adresse.ts";
import { ATTEMPTS_ALLOWED } from "../../../shared/protocol/limits.ts";
import { findOrCreateAccount } from "../../../worker/adresse/find-or-create.ts";
import { networkPrefixOf } from "../../../worker/http/network-address.ts";
import { keyedHash } from "../../../worker/keys.ts";
import { Browser, mailsTo, quiet } from "../browser.ts";

// In these tests a request comes from nowhere that anybody vouches for.
const prefix = keyedHash(env.SESSION_KEY, "seuil", networkPrefixOf(null));
const seuil = () => env.SEUIL.getByName(prefix.slice(0, 1));

describe("a network that asks too much", () => {
  // The network of these tests is one: what is used up here must not be missing in another file.
  afterAll(() => quiet());

  it("is told when to come back, before any account is looked at; another network is not", async () => {
    const adresse = parseAdresse("aline.seuil@sante.example");
    if (adresse === null) throw new Error("not an address");
    await findOrCreateAccount(env, adresse, "Aline");
    for (let i = 0; i < ATTEMPTS_ALLOWED.demande.burst + ATTEMPTS_ALLOWED.demande.perMinute; i++)
      await seuil().count("demande", prefix);
    const browser = new Browser();
    const response = await browser.ask("POST", "/api/connexion", { adresse });
    expect([response.status, await response.json()]).toEqual([429, { refus: "trop_d_essais" }]);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    await quiet();
    expect(await mailsTo(adresse)).toEqual([]);
    // Trying a code is counted apart, and so is every other network.
    expect(await browser.outcome("POST", "/api/connexion/code", { adresse, code: "00000000" })).toBe("403 code_refuse");
    expect(await seuil().count("demande", keyedHash(env.SESSION_KEY, "seuil", "192.0.2.0/24"))).toBe(0);
  });
});
