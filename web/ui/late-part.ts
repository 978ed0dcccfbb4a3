import { createSignal, lazy, onMount } from "solid-js";
import { API_REFUSAL_LABELS } from "../labels/api-refusals.ts";
import { announce } from "./announcer.ts";

/** So long is waited before a file that did not come is asked for again, in milliseconds. */
const AGAIN_MS = [300, 1_000, 2_500] as const;

/**
 * Brings a part of the page: a dozen files, of which a poor connection loses one now and then. What came is not asked for
 * again. Rejects when the network is gone, or after a few times.
 */
export async function bring<Part>(load: () => Promise<Part>): Promise<Part> {
  for (const wait of AGAIN_MS) {
    try {
      return await load();
    } catch (error) {
      if (!navigator.onLine) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return load();
}

/** A component that is brought when it is first drawn. */
export const lazyPart: typeof lazy = (load) => lazy(() => bring(load));

/**
 * Asks again for each style sheet that did not come, a few times, then when the network is back: the build's loader does it
 * once, and then takes it for loaded.
 */
export function bringLostStyles(): void {
  const lost = ({ target }: Event) => {
    if (!(target instanceof HTMLLinkElement) || target.rel !== "stylesheet") return;
    const count = Number(target.dataset["again"] ?? 0);
    const wait = navigator.onLine ? AGAIN_MS[count] : undefined;
    const link = document.createElement("link");
    link.rel = target.rel;
    link.href = target.href;
    link.dataset["again"] = wait === undefined ? "0" : `${count + 1}`;
    const again = () => target.replaceWith(link);
    if (wait === undefined) window.addEventListener("online", again, { once: true });
    else setTimeout(again, wait);
  };
  document.addEventListener("error", lost, true);
}

/** A part of a screen that comes when it is first asked for. */
export interface LatePart<Part> {
  /** The part; null until it is here, and for as long as it cannot be brought. Read where it changes what is drawn. */
  (): Part | null;
  /** Brings it, if it is not here or on its way. Resolves when it is here or could not be brought. */
  ask(): Promise<void>;
}

/**
 * What waits for a rare state or a gesture is not loaded with the page. Unlike `lazy`, a part that cannot be brought,
 * because the network is gone, breaks nothing: it is asked for again the next time, or when the network is back.
 */
export function createLatePart<Part>(load: () => Promise<{ readonly default: Part }>): LatePart<Part> {
  const [part, setPart] = createSignal<Part | null>(null);
  let asked: Promise<void> | null = null;
  const again = () => void ask();
  const ask = (): Promise<void> => {
    asked ??= bring(load).then(
      (loaded) => void setPart(() => loaded.default),
      () => {
        asked = null;
        window.addEventListener("online", again, { once: true });
      },
    );
    return asked;
  };
  return Object.assign(() => part(), { ask });
}

/**
 * Brings the part that a gesture opens. When it cannot be, that is said, and `forget` takes back what the gesture asked:
 * when the network is back, nobody waits for it any more.
 */
export function askToOpen(part: LatePart<unknown>, forget: () => void): void {
  void part.ask().then(() => {
    if (part() !== null) return;
    forget();
    announce(API_REFUSAL_LABELS.hors_ligne);
  });
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
