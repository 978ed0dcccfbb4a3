import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { run } from "../../../../worker/durable/sql.ts";
import { DELIVERIES_TABLE, Deliveries } from "../../../../worker/pages/store/deliveries.ts";
import type { PageKey } from "../../../../worker/pages/store/keys.ts";
import type { PagesStore } from "../../../../worker/pages/store/pages-store.ts";

const KEY = "plan-essai" as PageKey;
const MINUTES = 60_000;

/** A store that does what it is told to: takes, refuses, takes and says nothing, or forgets. */
class ToldStore implements PagesStore {
  readonly files = new Map<PageKey, string>();
  /** What becomes of the next writings, in order; then all are taken. */
  readonly fate: ("refused" | "taken in silence" | "forgotten" | Promise<void>)[] = [];
  puts = 0;

  get = async (key: PageKey): Promise<string | null> => this.files.get(key) ?? null;

  put = async (key: PageKey, text: string): Promise<void> => {
    this.puts += 1;
    const fate = this.fate.shift();
    if (fate === "refused") throw new Error("no room");
    if (fate instanceof Promise) await fate;
    if (fate !== "forgotten") this.files.set(key, text);
    if (fate === "taken in silence") throw new Error("the answer got lost");
  };
}

class Clock {
  now = 1_000_000;
  rings: number[] = [];

  /** The next ring, at which time it is then. */
  next(): void {
    const at = Math.min(...this.rings);
    expect(at).toBeLessThan(Number.POSITIVE_INFINITY);
    this.rings = [];
    this.now = Math.max(this.now, at);
  }
}

interface Essay {
  readonly store: ToldStore;
  readonly clock: Clock;
  /** As the object that holds the page is now; called again: as it is after the one before died. */
  readonly wake: () => Deliveries;
  /** What the page must say. */
  says: string;
}

let essays = 0;

function essay(test: (essay: Essay) => Promise<void>): Promise<void> {
  essays += 1;
  return runInDurableObject(env.ANNUAIRE.getByName(`livraison-${essays}`), async (_, { storage: { sql } }) => {
    run(sql, DELIVERIES_TABLE);
    const store = new ToldStore();
    const clock = new Clock();
    let life = 0;
    const one: Essay = {
      store,
      clock,
      says: "",
      wake: () => {
        life += 1;
        const own = life;
        const alive = <Answer>(answer: Answer): Answer => {
          if (own !== life) throw new Error("dead");
          return answer;
        };
        return new Deliveries({
          sql,
          store: () => alive(store),
          make: () => alive(`page: ${one.says}`),
          ring: (at) => alive(clock.rings.push(at)),
          now: () => alive(clock.now),
        });
      },
    };
    await test(one);
  });
}

/** The transaction that changes what the page says. */
function change(one: Essay, deliveries: Deliveries, says: string): void {
  one.says = says;
  deliveries.mustSay(KEY, says);
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

describe("a public page", () => {
  it("is sent once for what it says, and read back later", () =>
    essay(async (one) => {
      const deliveries = one.wake();
      change(one, deliveries, "un");
      await deliveries.deliver();
      expect(one.store.files.get(KEY)).toBe("page: un");
      change(one, deliveries, "un");
      await deliveries.deliver();
      expect(one.store.puts).toBe(1);
      one.clock.rings = [one.clock.now + 90_000];
      one.clock.next();
      await deliveries.deliver();
      expect(one.store.puts).toBe(1);
      // Nothing is left to do: no alarm is asked for any more.
      one.clock.rings = [];
      await deliveries.deliver();
      expect(one.clock.rings).toEqual([]);
    }));

  it("is sent again, less and less often, until the store takes it", () =>
    essay(async (one) => {
      const deliveries = one.wake();
      one.store.fate.push("refused", "refused", "refused");
      change(one, deliveries, "un");
      const began = one.clock.now;
      await deliveries.deliver();
      expect(deliveries.isSent()).toBe(false);
      for (let round = 0; round < 3; round++) {
        one.clock.next();
        await deliveries.deliver();
      }
      expect(deliveries.isSent()).toBe(true);
      expect(one.store.files.get(KEY)).toBe("page: un");
      expect(one.clock.now - began).toBeGreaterThan(2_000);
    }));

  it("says what holds when it is sent, whatever held when it was asked for", () =>
    essay(async (one) => {
      const deliveries = one.wake();
      let open: () => void = () => undefined;
      one.store.fate.push(new Promise<void>((resolve) => (open = resolve)));
      change(one, deliveries, "publiée");
      const first = deliveries.deliver();
      // While the first is under way the fiche is withdrawn: its page waits for the answer, and is the last.
      change(one, deliveries, "retirée");
      const second = deliveries.deliver();
      await Promise.resolve();
      expect(one.store.puts).toBe(1);
      open();
      await Promise.all([first, second]);
      expect(one.store.puts).toBe(2);
      expect(one.store.files.get(KEY)).toBe("page: retirée");
    }));

  it("is sent by the object that wakes after one that died before it did, and after one that died in the middle", () =>
    essay(async (one) => {
      const first = one.wake();
      change(one, first, "publiée");
      // It died: only its rows and its alarm are left.
      one.clock.next();
      const second = one.wake();
      let never: () => void = () => undefined;
      one.store.fate.push(new Promise<void>((resolve) => (never = resolve)));
      void second.deliver();
      await Promise.resolve();
      expect(one.store.puts).toBe(1);
      // It died too, and the writing that it began comes to its end long after the next one's.
      change(one, second, "retirée");
      one.clock.next();
      const third = one.wake();
      await third.deliver();
      expect(one.store.files.get(KEY)).toBe("page: retirée");
      never();
      await expect.poll(() => one.store.files.get(KEY)).not.toBe("page: retirée");
      // What was read back is not what it must be.
      one.clock.rings = [one.clock.now + 2 * MINUTES];
      one.clock.next();
      await third.deliver();
      expect(one.store.files.get(KEY)).toBe("page: retirée");
    }));

  it("is written again when the store forgot it, or took it without an answer", () =>
    essay(async (one) => {
      const deliveries = one.wake();
      one.store.fate.push("forgotten");
      change(one, deliveries, "retirée");
      await deliveries.deliver();
      expect(deliveries.isSent()).toBe(true);
      expect(one.store.files.has(KEY)).toBe(false);
      one.clock.rings = [one.clock.now + 2 * MINUTES];
      one.clock.next();
      await deliveries.deliver();
      expect(one.store.files.get(KEY)).toBe("page: retirée");

      one.store.fate.push("taken in silence");
      change(one, deliveries, "publiée");
      await deliveries.deliver();
      expect(deliveries.isSent()).toBe(false);
      one.clock.next();
      await deliveries.deliver();
      expect(deliveries.isSent()).toBe(true);
    }));
});
