import { createSignal, onMount } from "solid-js";

/** A part of a screen that comes when it is first asked for. */
export interface LatePart<Part> {
  /** The part; null until it is here, and for as long as it cannot be brought. Read where it changes what is drawn. */
  (): Part | null;
  /** Brings it, if it is not here or on its way. Resolves when it is here or could not be brought. */
  ask(): Promise<void>;
}

/**
 * What waits for a rare state or a gesture is not loaded with the page. Unlike `lazy`, a part that cannot be brought,
 * because the network is gone, breaks nothing: it is asked for again the next time.
 */
export function createLatePart<Part>(load: () => Promise<{ readonly default: Part }>): LatePart<Part> {
  const [part, setPart] = createSignal<Part | null>(null);
  let asked: Promise<void> | null = null;
  const ask = (): Promise<void> => {
    asked ??= load().then(
      (loaded) => void setPart(() => loaded.default),
      () => {
        asked = null;
      },
    );
    return asked;
  };
  return Object.assign(() => part(), { ask });
}

/**
 * A late part that is asked for as soon as the screen is shown and the browser idle, so that it is there when the network
 * is gone. Within a component.
 */
export function createIdlePart<Part>(load: () => Promise<{ readonly default: Part }>): LatePart<Part> {
  const part = createLatePart(load);
  onMount(() => whenIdle(() => void part.ask()));
  return part;
}

/** Runs when the browser has nothing better to do, a few seconds from now at the latest. */
export function whenIdle(act: () => void): void {
  // Safari has none.
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: 5_000 });
  else setTimeout(act, 1_000);
}
