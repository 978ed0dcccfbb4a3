import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { AccountId } from "../../../shared/ids.ts";
import { migrations } from "../../../worker/document/migrations.ts";
import { migrate } from "../../../worker/durable/migrate.ts";
import { SetAside } from "../../../worker/live/set-aside.ts";
import { migrateBefore } from "../migrated.ts";

const ALINE = "alinealinealinea" as AccountId;
const MALLORY = "mallorymallorymm" as AccountId;

it("one author with very many words set aside neither hides the others' nor fills what everybody is told", () =>
  // An object that keeps nothing of its own lends its storage.
  runInDurableObject(env.DOCUMENT.getByName("words-set-aside"), (_, { storage: { sql } }) => {
    // As a document of before had them, without an order by author.
    migrateBefore(sql, migrations, "words set aside that wait for a decision");
    migrate(sql, migrations);
    const setAside = new SetAside(sql);
    const add = (author: AccountId, clock: number, words: string) =>
      setAside.add({
        author,
        at: clock,
        place: "freins",
        words,
        before: "",
        after: "",
        client: 1,
        // Never one behind the other.
        clock: clock * 100_000,
        length: words.length,
      });
    add(ALINE, 0, "le transport");
    for (let i = 1; i <= 1_200; i++) add(MALLORY, i, "a");
    const told = setAside.undecided();
    expect(told[0]?.words).toBe("le transport");
    expect(told.filter(({ author }) => author === MALLORY).map(({ at }) => at)).toEqual(
      Array.from({ length: 50 }, (_each, index) => 1_151 + index),
    );
    expect(setAside.countUndecided()).toBe(1_001);
    // Deciding about the latest shows those before.
    for (const { id, author } of told) {
      if (author === MALLORY) setAside.decide({ id, fate: "ecarte", by: ALINE, at: 2_000 });
    }
    expect(setAside.undecided().length).toBe(51);

    for (let i = 2_000; i < 2_020; i++) add(ALINE, i, "é".repeat(19_000));
    const letters = setAside.undecided().reduce((sum, { words }) => sum + words.length, 0);
    expect(letters).toBeLessThanOrEqual(100_000);
    expect(letters).toBeGreaterThan(80_000);
  }));
