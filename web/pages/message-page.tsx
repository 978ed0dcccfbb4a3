import type { JSX } from "solid-js";
import { pageTitle } from "../labels/shell.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { usePageTitle } from "../ui/page-title.ts";

/** A page that has one thing to say, and what can be done about it. */
export function MessagePage(props: { title: string; text: string; act: JSX.Element }): JSX.Element {
  usePageTitle(() => pageTitle(props.title));
  return (
    <main class="page">
      <PageHeading>{props.title}</PageHeading>
      <p class="lede">{props.text}</p>
      {props.act}
    </main>
  );
}
