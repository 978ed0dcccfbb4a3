import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { type AccountId, makeId } from "../../../shared/ids.ts";
import { Administration } from "../../../worker/annuaire/administration.ts";
import { migrations } from "../../../worker/annuaire/migrations.ts";
import { migrate } from "../../../worker/durable/migrate.ts";

const [aline, bachir] = [1, 2].map((seed) => makeId<AccountId>((length) => new Uint8Array(length).fill(seed)));
const NOW = 1_700_000_000_000;
let names = 0;

/** On a storage that nothing else writes. */
function onAnnuaire(test: (administration: Administration) => void): Promise<void> {
  names += 1;
  return runInDurableObject(env.ANNUAIRE.getByName(`essai-${names}`), (_, { storage }) => {
    storage.transactionSync(() => migrate(storage.sql, migrations));
    test(new Administration(storage.sql));
  });
}

describe("the first access", () => {
  it("is Aline's, who came first; Bachir, at the same moment or later, is refused", () =>
    onAnnuaire((administration) => {
      expect(administration.beginFirst("d", "aline", NOW).ok).toBe(true);
      expect(administration.beginFirst("d", "bachir", NOW)).toEqual({ ok: false, code: "premier_acces_utilise" });
      expect(administration.endFirst("d", "bachir", must(bachir), NOW)).toBe(false);
      expect(administration.endFirst("d", "aline", must(aline), NOW)).toBe(true);
      expect(administration.list()).toEqual([{ account: aline, depuis: NOW }]);
      expect(administration.beginFirst("d", "bachir", NOW + 60_000).ok).toBe(false);
      expect(administration.beginFirst("of another start", "bachir", NOW + 60_000).ok).toBe(false);
    }));

  it("is Bachir's when nothing more was heard of Aline, who cannot come back to it", () =>
    onAnnuaire((administration) => {
      administration.beginFirst("d", "aline", NOW);
      expect(administration.beginFirst("d", "bachir", NOW + 29_000).ok).toBe(false);
      expect(administration.beginFirst("d", "bachir", NOW + 31_000).ok).toBe(true);
      expect(administration.endFirst("d", "aline", must(aline), NOW + 31_000)).toBe(false);
      expect(administration.isEmpty()).toBe(true);
      expect(administration.endFirst("d", "bachir", must(bachir), NOW + 31_000)).toBe(true);
      expect(administration.has(must(bachir))).toBe(true);
    }));

  it("is open again at once when Aline's account could not be made", () =>
    onAnnuaire((administration) => {
      administration.beginFirst("d", "aline", NOW);
      administration.giveUpFirst("aline");
      expect(administration.beginFirst("d", "bachir", NOW).ok).toBe(true);
    }));

  it("is not opened by the address of before, should nobody administer any more", () =>
    onAnnuaire((administration) => {
      administration.beginFirst("d", "aline", NOW);
      administration.endFirst("d", "aline", must(aline), NOW);
      administration.forget(must(aline));
      expect(administration.isEmpty()).toBe(true);
      expect(administration.beginFirst("d", "bachir", NOW + 60_000).ok).toBe(false);
      expect(administration.beginFirst("of another start", "bachir", NOW + 60_000).ok).toBe(true);
    }));
});

describe("whoever administers", () => {
  it("names others; the last one cannot leave", () =>
    onAnnuaire((administration) => {
      administration.name(must(aline), NOW);
      expect(administration.dismiss(must(aline))).toEqual({ ok: false, code: "derniere_administration" });
      administration.name(must(bachir), NOW + 1);
      administration.name(must(bachir), NOW + 2);
      expect(administration.list().map(({ account }) => account)).toEqual([aline, bachir]);
      expect(administration.dismiss(must(aline)).ok).toBe(true);
      expect(administration.dismiss(must(aline)).ok).toBe(true);
      expect(administration.list().map(({ account }) => account)).toEqual([bachir]);
    }));
});

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("nobody");
  return value;
}
