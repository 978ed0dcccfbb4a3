import { type Accessor, createMemo, createSignal, onCleanup, onMount, untrack } from "solid-js";
import type { ApiRefusal, ApiResult } from "../api/client.ts";

/** Something that comes from the server, as a screen sees it. */
export type Remote<Value> =
  | { readonly kind: "loading" }
  /** `late`: why the last attempt to refresh it failed, when it did; the value is from before. */
  | { readonly kind: "ready"; readonly value: Value; readonly late: ApiRefusal | null }
  | { readonly kind: "refused"; readonly code: ApiRefusal };

/** An answer so young is not asked for again: several parts of one page open the same thing as it appears. */
const FRESH_MS = 2_000;

/** Answers kept by key for as long as the page lives, shown at once when asked again and refreshed behind. */
export interface RemoteCache<Value> {
  /** What is known under this key now and later; asks the server unless an answer is on its way or has just come. */
  open(key: string): Accessor<Remote<Value>>;
  /** Asks the server again. */
  refresh(key: string): void;
  /** Puts in a value that came with another answer. */
  put(key: string, value: Value): void;
  /** Forgets everything: another person is here. */
  clear(): void;
}

/** A cache over one kind of request. `now` in milliseconds since 1970. */
export function createRemoteCache<Value>(
  load: (key: string) => Promise<ApiResult<Value>>,
  now: () => number = Date.now,
): RemoteCache<Value> {
  const entries = new Map<string, ReturnType<typeof createEntry<Value>>>();

  function entry(key: string) {
    const known = entries.get(key);
    if (known !== undefined) return known;
    const made = createEntry<Value>();
    entries.set(key, made);
    return made;
  }

  async function refresh(key: string): Promise<void> {
    const { read, write, turns } = entry(key);
    turns.asked += 1;
    const turn = turns.asked;
    const result = await load(key);
    // An answer to an older question than the last one would bring back the past.
    if (turn !== turns.asked) return;
    turns.answered = turn;
    turns.answeredAt = result.ok ? now() : Number.NEGATIVE_INFINITY;
    write(after(untrack(read), result));
  }

  return {
    open(key) {
      const { read, turns } = entry(key);
      const onItsWay = turns.asked !== turns.answered;
      if (!onItsWay && now() - turns.answeredAt > FRESH_MS) void refresh(key);
      return read;
    },
    refresh: (key) => void refresh(key),
    put(key, value) {
      entry(key).write({ kind: "ready", value, late: null });
    },
    clear() {
      for (const each of entries.values()) {
        each.turns.asked += 1;
        each.write({ kind: "loading" });
      }
      entries.clear();
    },
  };
}

function createEntry<Value>() {
  const [read, set] = createSignal<Remote<Value>>({ kind: "loading" });
  return {
    read,
    write: (next: Remote<Value>) => void set(() => next),
    turns: { asked: 0, answered: 0, answeredAt: Number.NEGATIVE_INFINITY },
  };
}

/** What a screen shows once an answer came: a network that fails never takes away what was there. */
function after<Value>(before: Remote<Value>, result: ApiResult<Value>): Remote<Value> {
  if (result.ok) return { kind: "ready", value: sameOr(before, result.value), late: null };
  const passing =
    result.code === "hors_ligne" || result.code === "reponse_illisible" || result.code === "erreur_interne";
  if (before.kind === "ready" && passing) return { ...before, late: result.code };
  return { kind: "refused", code: result.code };
}

/** The value that is already on the screen when nothing changed: its lists are not built again under somebody's focus. */
function sameOr<Value>(before: Remote<Value>, value: Value): Value {
  const same = before.kind === "ready" && JSON.stringify(before.value) === JSON.stringify(value);
  return same ? before.value : value;
}

/** What is known under a key that may change, in a component: asks again when the network comes back. */
export function useRemote<Value>(cache: RemoteCache<Value>, key: Accessor<string>): Accessor<Remote<Value>> {
  const current = createMemo(() => cache.open(key()));
  onMount(() => {
    const again = () => cache.refresh(key());
    window.addEventListener("online", again);
    onCleanup(() => window.removeEventListener("online", again));
  });
  return () => current()();
}
