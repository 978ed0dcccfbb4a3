import { type Accessor, createEffect, createSignal, on, onCleanup, onMount } from "solid-js";
import { useApp } from "../stores/app-context.ts";
import { isSharedComputer } from "../stores/shared-computer.ts";

/** Loaded with the first form that is kept. */
const device = () => import("../live/device-typed.ts");

/** So long after the last key what a form holds is written, in milliseconds. */
const AFTER_TYPING_MS = 300;

/** What a form holds, kept on this device from its first letter until it is sent. */
export interface KeptTyped {
  /** When it was typed, if it was found again on this device: milliseconds since 1970. */
  readonly foundFrom: Accessor<number | null>;
  /** Whether the device has all that the form holds. */
  readonly isKept: Accessor<boolean>;
  /** It was sent, or given up. */
  readonly forget: () => void;
}

/**
 * People are interrupted: what they typed is there when they come back. Never on a shared computer. What was typed before
 * the device answered stays. Within a component.
 *
 * @param options.form which form, about what: « avis/<id> »
 * @param options.read what it holds; null: nothing that one would miss
 * @param options.restore puts back what `read` once gave; what is not of that shape is to be left
 */
export function createKeptTyped(options: {
  readonly form: string;
  readonly read: () => unknown;
  readonly restore: (values: unknown) => void;
}): KeptTyped {
  const { session } = useApp();
  const state = session.state();
  const account = state.kind === "present" && !isSharedComputer() ? state.session.account.id : null;
  const [foundFrom, setFoundFrom] = createSignal<number | null>(null);
  /** What the device has, as JSON; null: nothing. */
  const [written, setWritten] = createSignal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** One after the other: what is forgotten must not come back behind. */
  let last: Promise<void> = Promise.resolve();

  function then(act: (store: Awaited<ReturnType<typeof device>>) => Promise<void>): void {
    last = last
      .then(async () => act(await device()))
      .catch(() => {
        // The part that writes could not be brought: what the device has is what it had.
      });
  }

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const values = options.read();
    if (account === null) return;
    then(async ({ forgetTyped, keepTyped }) => {
      if (values === null) await forgetTyped(account, options.form);
      else if (!(await keepTyped(account, options.form, values, Date.now()))) return;
      setWritten(values === null ? null : JSON.stringify(values));
    });
  }
  const writeNow = () => timer !== undefined && write();

  if (account !== null) {
    then(async ({ recallTyped }) => {
      const found = await recallTyped(account, options.form);
      if (found === null || options.read() !== null) return;
      options.restore(found.values);
      setWritten(JSON.stringify(options.read()));
      if (options.read() !== null) setFoundFrom(found.at);
    });
  }
  createEffect(
    on(
      options.read,
      () => {
        clearTimeout(timer);
        timer = setTimeout(write, AFTER_TYPING_MS);
      },
      { defer: true },
    ),
  );
  onMount(() => {
    const onHidden = () => document.visibilityState === "hidden" && writeNow();
    document.addEventListener("visibilitychange", onHidden);
    onCleanup(() => document.removeEventListener("visibilitychange", onHidden));
  });
  onCleanup(writeNow);

  return {
    foundFrom,
    isKept() {
      const values = options.read();
      return values !== null && JSON.stringify(values) === written();
    },
    forget() {
      clearTimeout(timer);
      timer = undefined;
      setFoundFrom(null);
      if (account === null) return;
      then(async ({ forgetTyped }) => {
        await forgetTyped(account, options.form);
        setWritten(null);
      });
    },
  };
}
