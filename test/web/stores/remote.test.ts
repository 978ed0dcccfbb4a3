import { describe, expect, it } from "vitest";
import type { ApiResult } from "../../../web/api/client.ts";
import { createRemoteCache } from "../../../web/stores/remote.ts";

/** A cache whose answers are given by hand, in any order. */
function byHand() {
  const answers: ((result: ApiResult<readonly string[]>) => void)[] = [];
  let now = 0;
  const cache = createRemoteCache<readonly string[]>(
    () => new Promise((resolve) => answers.push(resolve)),
    () => now,
  );
  return {
    cache,
    asked: () => answers.length,
    async answer(index: number, result: ApiResult<readonly string[]>) {
      answers[index]?.(result);
      await new Promise((resolve) => setTimeout(resolve));
    },
    later: () => {
      now += 60_000;
    },
  };
}

const good = (value: readonly string[]): ApiResult<readonly string[]> => ({ ok: true, value });
const bad = (code: "hors_ligne" | "introuvable"): ApiResult<readonly string[]> => ({ ok: false, code });

describe("what comes from the server", () => {
  it("is loading, then ready; opened by several parts of a page it is asked for once", async () => {
    const { cache, asked, answer } = byHand();
    const first = cache.open("a");
    cache.open("a");
    expect(first()).toEqual({ kind: "loading" });
    await answer(0, good(["x"]));
    cache.open("a");
    expect(first()).toEqual({ kind: "ready", value: ["x"], late: null });
    expect(asked()).toBe(1);
  });

  it("is shown again at once, and asked for again behind", async () => {
    const { cache, asked, answer, later } = byHand();
    cache.open("a");
    await answer(0, good(["x"]));
    later();
    const again = cache.open("a");
    expect(again()).toEqual({ kind: "ready", value: ["x"], late: null });
    expect(asked()).toBe(2);
    await answer(1, good(["x", "y"]));
    expect(again()).toEqual({ kind: "ready", value: ["x", "y"], late: null });
  });

  it("stays the same object when nothing changed, so that nothing is built again under the focus", async () => {
    const { cache, answer } = byHand();
    const state = cache.open("a");
    await answer(0, good(["x"]));
    const before = state();
    cache.refresh("a");
    await answer(1, good(["x"]));
    const after = state();
    expect(after.kind === "ready" && before.kind === "ready" && after.value === before.value).toBe(true);
  });

  it("stays when the network fails, and says that it is late", async () => {
    const { cache, answer } = byHand();
    const state = cache.open("a");
    await answer(0, good(["x"]));
    cache.refresh("a");
    await answer(1, bad("hors_ligne"));
    expect(state()).toEqual({ kind: "ready", value: ["x"], late: "hors_ligne" });
  });

  it("goes when the server says that it is no longer there", async () => {
    const { cache, answer } = byHand();
    const state = cache.open("a");
    await answer(0, good(["x"]));
    cache.refresh("a");
    await answer(1, bad("introuvable"));
    expect(state()).toEqual({ kind: "refused", code: "introuvable" });
  });

  it("is asked for again at once after a failure", async () => {
    const { cache, asked, answer } = byHand();
    cache.open("a");
    await answer(0, bad("hors_ligne"));
    cache.open("a");
    expect(asked()).toBe(2);
  });

  it("is never replaced by an older answer that comes late", async () => {
    const { cache, answer } = byHand();
    const state = cache.open("a");
    cache.refresh("a");
    await answer(1, good(["new"]));
    await answer(0, good(["old"]));
    expect(state()).toEqual({ kind: "ready", value: ["new"], late: null });
  });

  it("is forgotten when another person comes, answers on their way included", async () => {
    const { cache, answer } = byHand();
    const state = cache.open("a");
    cache.clear();
    await answer(0, good(["of somebody else"]));
    expect(state()).toEqual({ kind: "loading" });
    expect(cache.open("a")()).toEqual({ kind: "loading" });
  });
});
