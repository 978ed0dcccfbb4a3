import { type Accessor, createComputed, createEffect, untrack } from "solid-js";

/** What had the focus before a list was built again. */
interface Had {
  /** Its id; empty: it has none. */
  readonly id: string;
  /** The ids of the parts around it that can take the focus, the nearest first. */
  readonly around: readonly string[];
  /** What had the heading's id then. */
  readonly heading: HTMLElement | null;
}

/**
 * What a list shows is built again after an act: the focus stays with the element of the same id. When that is gone, it goes
 * to the nearest part around it that can take it, else to the heading. Within an owner.
 *
 * @param heading the id of something that can take the focus
 */
export function keepFocus(shown: Accessor<unknown>, heading: Accessor<string>): void {
  let had: Had | null = null;
  createComputed(() => {
    shown();
    had = untrack(() => focused(document.getElementById(heading())));
  });
  createEffect(() => {
    shown();
    if (had === null || document.activeElement !== document.body) return;
    const last = document.getElementById(heading());
    // Else another page is here by now: its own title takes the focus.
    const isSamePage = last !== null && last === had.heading;
    const places = [had.id, ...(isSamePage ? had.around : [])].map((id) => document.getElementById(id));
    const place = places.find((element) => element !== null) ?? (isSamePage || had.id !== "" ? last : null);
    place?.focus();
  });
}

function focused(heading: HTMLElement | null): Had | null {
  const active = document.activeElement;
  if (active === null || active === document.body) return null;
  const around: string[] = [];
  // What holds the heading too is the whole page.
  for (let part = active.parentElement; part !== null && !part.contains(heading); part = part.parentElement) {
    if (part.id !== "" && part.getAttribute("tabindex") === "-1") around.push(part.id);
  }
  return { id: active.id, around, heading };
}
