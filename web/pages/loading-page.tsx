import type { JSX } from "solid-js";
import { pageTitle } from "../labels/shell.ts";
import { usePageTitle } from "../ui/page-title.ts";
import { Skeleton } from "../ui/skeleton.tsx";

/** A page whose content is on its way. Its heading is not the page's own, and does not take the focus. */
export function LoadingPage(props: { label: string }): JSX.Element {
  usePageTitle(() => pageTitle(props.label));
  return (
    <main class="page">
      <h1 class="visually-hidden">{props.label}</h1>
      <Skeleton label={props.label} lines={8} />
    </main>
  );
}
