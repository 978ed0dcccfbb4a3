import { onCleanup, onMount } from "solid-js";

/** Coming back makes two events at once: they are one return, in milliseconds. */
const ONE_RETURN_MS = 1_000;

/** Calls each time that somebody comes back to this page, from another tab, another window or a phone's sleep. Within a component. */
export function onReturn(back: () => void): void {
  onMount(() => {
    let last = Number.NEGATIVE_INFINITY;
    const look = () => {
      const now = Date.now();
      if (document.visibilityState !== "visible" || now - last < ONE_RETURN_MS) return;
      last = now;
      back();
    };
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    onCleanup(() => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    });
  });
}
