import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";
import { type Selected, selectedOnPage } from "./passages.ts";

/**
 * The last words selected in a part of the version: kept when the focus goes to a button, which takes the selection away on
 * a phone. Within a component.
 */
export function followSelection(): Accessor<Selected | null> {
  const [selected, setSelected] = createSignal<Selected | null>(null);
  onMount(() => {
    const look = () => {
      const now = selectedOnPage();
      if (now !== null) setSelected(now);
    };
    document.addEventListener("selectionchange", look);
    onCleanup(() => document.removeEventListener("selectionchange", look));
  });
  return selected;
}
