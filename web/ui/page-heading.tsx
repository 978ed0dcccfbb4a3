import { type JSX, onMount } from "solid-js";
import { arriveAt } from "./page-focus.ts";

/** The one `h1` of a page. Focus comes to it after a change of page, so that a screen reader says where one is. */
export function PageHeading(props: { children: JSX.Element; class?: string }): JSX.Element {
  let heading!: HTMLHeadingElement;
  // Once in the document: a heading that is being built cannot take the focus.
  onMount(() => queueMicrotask(() => arriveAt(heading)));
  return (
    <h1 ref={heading} tabindex="-1" class={props.class}>
      {props.children}
    </h1>
  );
}
