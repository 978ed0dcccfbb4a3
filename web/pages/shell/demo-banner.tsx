import type { JSX } from "solid-js";
import { SHELL } from "../../labels/shell.ts";
import { fr } from "../../labels/typography.ts";

/** Says on every page of a demonstration that it is one. */
export function DemoBanner(): JSX.Element {
  return (
    <aside class="demo-banner" aria-label={SHELL.demonstration}>
      <strong>{SHELL.demonstration}</strong>
      {fr(" : ")}
      {SHELL.demonstrationMeans}
    </aside>
  );
}
