import type { JSX } from "solid-js";

/** A state in words. The mark before it only helps. */
export function Badge(props: { tone: "draft" | "accent" | "ok" | "warn"; children: JSX.Element }): JSX.Element {
  return <span class={`etat ${props.tone}`}>{props.children}</span>;
}
