import { For, type JSX } from "solid-js";
import { goToPlace } from "./go-to-place.ts";

export interface SkipLink {
  readonly label: string;
  /** The id of where it goes; that element can take the focus (`tabindex="-1"`). */
  readonly target: string;
}

/** The first things that the keyboard meets: straight to the parts of the page. */
export function SkipLinks(props: { links: readonly SkipLink[] }): JSX.Element {
  return (
    <For each={props.links}>
      {(link) => (
        <a class="skip-link" href={`#${link.target}`} onClick={goToPlace}>
          {link.label}
        </a>
      )}
    </For>
  );
}
