import { For, type JSX } from "solid-js";

export interface SkipLink {
  readonly label: string;
  /** The id of where it goes; that element can take the focus (`tabindex="-1"`). */
  readonly target: string;
}

/** The first things that the keyboard meets: straight to the parts of the page. */
export function SkipLinks(props: { links: readonly SkipLink[] }): JSX.Element {
  const goTo = (event: MouseEvent, target: string) => {
    const element = document.getElementById(target);
    if (element === null) return;
    // The router would take it for a change of page and leave the focus behind.
    event.preventDefault();
    element.scrollIntoView();
    element.focus({ preventScroll: true });
  };
  return (
    <For each={props.links}>
      {(link) => (
        <a class="skip-link" href={`#${link.target}`} onClick={(event) => goTo(event, link.target)}>
          {link.label}
        </a>
      )}
    </For>
  );
}
