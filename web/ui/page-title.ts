import { createEffect } from "solid-js";

/** Keeps the title of the window, the specific first. Within an owner. */
export function usePageTitle(title: () => string): void {
  createEffect(() => {
    document.title = title();
  });
}
