import type { JSX } from "solid-js";
import { BROKEN, pageTitle, SHELL } from "../labels/shell.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { usePageTitle } from "../ui/page-title.ts";

/** Instead of a page that failed: a part of it could not be loaded, or it has a defect. */
export function BrokenPage(props: { error: unknown }): JSX.Element {
  // Whoever looks for the defect finds it where browsers keep such things.
  console.error(props.error);
  usePageTitle(() => pageTitle(BROKEN.title));
  return (
    <main class="page">
      <PageHeading>{BROKEN.title}</PageHeading>
      <p class="lede">{BROKEN.text}</p>
      <button type="button" class="btn main" onClick={() => window.location.reload()}>
        {SHELL.reload}
      </button>
    </main>
  );
}
