import { onCleanup, onMount } from "solid-js";
import { WHO_ASKED } from "../../../editor/ask-who.ts";

/** Calls when somebody asks who wrote what is selected: Shift+F8, or the toolbar of a section. Within a component. */
export function onWhoAsked(asked: () => void): void {
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F8" || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      asked();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener(WHO_ASKED, asked);
    onCleanup(() => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener(WHO_ASKED, asked);
    });
  });
}
