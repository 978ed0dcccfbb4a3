import type { JSX } from "solid-js";

/** A link to a page that the server makes: the browser opens it itself (`external` tells the router to let it). */
export function ServerLink(props: { href: string; class?: string; children: JSX.Element }): JSX.Element {
  return (
    <a href={props.href} class={props.class} rel="external">
      {props.children}
    </a>
  );
}
