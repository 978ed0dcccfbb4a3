import type { JSX } from "solid-js";
import type { PersonColor } from "../../shared/protocol/presence.ts";
import { initials } from "./initials.ts";

/** Somebody's initials in their colour and pattern. Always beside their name, so it is hidden from screen readers. */
export function PersonDot(props: { name: string; color: PersonColor; small?: boolean }): JSX.Element {
  return (
    <span class="dot" classList={{ [`p${props.color}`]: true, "dot-small": props.small === true }} aria-hidden="true">
      {initials(props.name)}
    </span>
  );
}
