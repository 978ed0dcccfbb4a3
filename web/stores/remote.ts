import { type Accessor, createMemo, createSignal, onCleanup, onMount, untrack } from "solid-js";
import type { Result } from "../../shared/result.ts";
import { type ApiRefusal, isPassing } from "../api/client.ts";
import type { KeptOfKind } from "./kept-answers.ts";

/** Something that comes from the server, as a screen sees it. */
export type Remote<Value, Code extends string = ApiRefusal> =
  | { readonly kind: "loading" }
  /** `late`: why the last attempt to refresh it failed, when it did; the value is from before. */
  | { readonly kind: "ready"; readonly value: Value; readonly late: ApiRefusal | null }
  | { readonly kind: "refused"; readonly code: Code | ApiRefusal };

/** An answer so young is not asked for again: several parts of one page open the same thing as it appears. */
const FRESH_MS = 2_000;

/** An answer that takes longer is waited for behind what the device kept, in milliseconds. */
export const PATIENCE_MS = 2_000;

/** Answers kept by key for as long as the page lives, shown at once when asked again and refreshed behind. */
export interface RemoteCache<Value, Code extends string = ApiRefusal> {
  /** What is known under this key now and later; asks the server unless an answer is on its way or has just come. */
  open(key: string): Accessor<Remote<Value, Code>>;
  /** Asks the server again. */
  refresh(key: string): void;
  /** Puts in a value that came with another answer. */
  put(key: string, value: Value): void;
  /** Forgets everything: another person is here. */
  clear(): void;
}

/**
 * A cache over one kind of request.
 *
 * @param now milliseconds since 1970
 * @param kept where the device keeps the last answers: shown when the server does not answer
 */
export function createRemoteCache<Value, Code extends string = ApiRefusal>(
  load: (key: string) => Promise<Result<Value, Code | ApiRefusal>>,
  now: () => number = Date.now,
  kept: KeptOfKind | null = null,
): RemoteCache<Value, Code> {
  const entries = new Map<string, ReturnType<typeof createEntry<Value, Code>>>();

  function entry(key: string) {
    const known = entries.get(key);
    if (known !== undefined) return known;
    const made = createEntry<Value, Code>();
    entries.set(key, made);
    return made;
  }

  async function refresh(key: string): Promise<void> {
    const { read, write, turns } = entry(key);
    turns.asked += 1;
    const turn = turns.asked;
    const recallLater = setTimeout(() => void recall(key, turn), PATIENCE_MS);
    const result = await load(key);
    clearTimeout(recallLater);
    // An answer to an older question than the last one would bring back the past.
    if (turn !== turns.asked) return;
    turns.answered = turn;
    turns.answeredAt = result.ok ? now() : Number.NEGATIVE_INFINITY;
    if (result.ok) kept?.remember(key, result.value);
    else if (result.code === "introuvable" || result.code === "acces_retire") kept?.forget(key);
    else if (isPassing(result.code) && (await recall(key, turn))) return;
    if (turn === turns.asked) write(after(untrack(read), result));
  }

  /** Whether what the device kept is shown now, in the place of nothing. */
  async function recall(key: string, turn: number): Promise<boolean> {
    const { read, write, turns } = entry(key);
    if (kept === null || untrack(read).kind === "ready") return false;
    // Kept by `remember` under the same kind and key: of the same shape.
    const value = (await kept.recall(key)) as Value | undefined;
    if (value === undefined || turn !== turns.asked || untrack(read).kind === "ready") return false;
    write({ kind: "ready", value, late: "hors_ligne" });
    return true;
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
      kept?.remember(key, value);
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

function createEntry<Value, Code extends string>() {
  const [read, set] = createSignal<Remote<Value, Code>>({ kind: "loading" });
  return {
    read,
    write: (next: Remote<Value, Code>) => void set(() => next),
    turns: { asked: 0, answered: 0, answeredAt: Number.NEGATIVE_INFINITY },
  };
}

/** What a screen shows once an answer came: a network that fails never takes away what was there. */
function after<Value, Code extends string>(
  before: Remote<Value, Code>,
  result: Result<Value, Code | ApiRefusal>,
): Remote<Value, Code> {
  if (result.ok) return { kind: "ready", value: sameOr(before, result.value), late: null };
  if (before.kind === "ready" && isPassing(result.code)) return { ...before, late: result.code };
  return { kind: "refused", code: result.code };
}

/** The value that is already on the screen when nothing changed: its lists are not built again under somebody's focus. */
function sameOr<Value, Code extends string>(before: Remote<Value, Code>, value: Value): Value {
  const same = before.kind === "ready" && JSON.stringify(before.value) === JSON.stringify(value);
  return same ? before.value : value;
}

/** What is known under a key that may change, in a component: asks again when the network comes back. */
export function useRemote<Value, Code extends string = ApiRefusal>(
  cache: RemoteCache<Value, Code>,
  key: Accessor<string>,
): Accessor<Remote<Value, Code>> {
  const current = createMemo(() => cache.open(key()));
  onMount(() => {
    const again = () => cache.refresh(key());
    window.addEventListener("online", again);
    onCleanup(() => window.removeEventListener("online", again));
  });
  return () => current()();
}
