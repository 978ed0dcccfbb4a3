import { type Accessor, createComputed, createEffect } from "solid-js";

/**
 * What a list shows is built again after an act: the focus stays with the element of the same id, or goes to the heading
 * when that is gone. Within an owner.
 *
 * @param heading the id of something that can take the focus
 */
export function keepFocus(shown: Accessor<unknown>, heading: Accessor<string>): void {
  let had = "";
  createComputed(() => {
    shown();
    had = document.activeElement?.id ?? "";
  });
  createEffect(() => {
    shown();
    if (had === "" || document.activeElement !== document.body) return;
    (document.getElementById(had) ?? document.getElementById(heading()))?.focus();
  });
}
