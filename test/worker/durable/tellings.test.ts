import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { rows, run } from "../../../worker/durable/sql.ts";
import { TELLINGS_TABLE, Tellings } from "../../../worker/durable/tellings.ts";

let names = 0;

interface Told {
  readonly tellings: Tellings<string, string>;
  /** What is still owed, by target. */
  readonly owed: () => string[];
  /** After how long it asked to be called again, each time. */
  readonly delays: number[];
}

function onTellings(tell: (target: string) => Promise<void>, test: (told: Told) => Promise<void>): Promise<void> {
  names += 1;
  return runInDurableObject(env.ANNUAIRE.getByName(`essai-${names}`), async (_, { storage: { sql } }) => {
    run(sql, TELLINGS_TABLE);
    const delays: number[] = [];
    const tellings = new Tellings<string, string>(
      sql,
      ({ target }) => tell(target),
      (delay) => delays.push(delay),
    );
    const owed = () => rows<{ target: string }>(sql, "SELECT target FROM tellings").map(({ target }) => target);
    await test({ tellings, owed, delays });
  });
}

const never = () => new Promise<void>(() => undefined);

describe("what others must hear", () => {
  it("is told to all of two hundred at once, whatever one of them does", async () => {
    const heard: string[] = [];
    let underway = 0;
    let most = 0;
    const tell = async (target: string) => {
      underway += 1;
      most = Math.max(most, underway);
      if (target === "7") await never();
      await Promise.resolve();
      underway -= 1;
      heard.push(target);
    };
    await onTellings(tell, async ({ tellings, owed }) => {
      for (let i = 0; i < 200; i++) tellings.owe(String(i), "somebody", 1);
      await tellings.tellAll();
      expect(most).toBe(200);
      expect(heard).toHaveLength(199);
      expect(owed()).toEqual(["7"]);
    });
  });

  it("is told again to who did not answer, soon, then less and less often, and then it is over", async () => {
    let answers = false;
    const tell = async () => {
      if (!answers) throw new Error("not just now");
    };
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await onTellings(tell, async ({ tellings, owed, delays }) => {
      tellings.owe("7", "somebody", 1);
      for (let i = 0; i < 9; i++) await tellings.tellAll();
      // The first was asked for when it was owed: an object that dies before it tells is called too.
      expect(delays).toEqual([1, 1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1_000));
      answers = true;
      await tellings.tellAll();
      expect(owed()).toEqual([]);
      expect(delays).toHaveLength(10);
      tellings.owe("7", "somebody", 2);
      expect(delays.at(-1)).toBe(1_000);
    });
  });

  it("is over with an answer that came too late to be waited for", async () => {
    let answer: () => void = () => undefined;
    const tell = () => new Promise<void>((resolve) => (answer = resolve));
    await onTellings(tell, async ({ tellings, owed }) => {
      tellings.owe("7", "somebody", 1);
      await tellings.tellAll();
      expect(owed()).toEqual(["7"]);
      answer();
      await vi.waitFor(() => expect(owed()).toEqual([]));
    });
  });

  it("that changed meanwhile is still owed", async () => {
    let answer: () => void = () => undefined;
    const tell = () => new Promise<void>((resolve) => (answer = resolve));
    await onTellings(tell, async ({ tellings, owed }) => {
      tellings.owe("7", "somebody", 1);
      const telling = tellings.tellAll();
      tellings.owe("7", "somebody", 2);
      answer();
      await telling;
      expect(owed()).toEqual(["7"]);
    });
  });
});
