import { type JSX, Show } from "solid-js";
import { fichePages } from "../../../shared/protocol/fiche-paths.ts";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { FICHE } from "../../labels/fiche.ts";
import { ServerLink } from "../../ui/server-link.tsx";

/** The views of a fiche that this page makes; the server makes Lecture. */
export type FicheView = "redaction" | "historique" | "instruction";

/** The views of a fiche, each with its address. Who may not read the draft has those of its versions alone. */
export function ViewsNav(props: {
  body: FicheBody;
  view: FicheView;
  /** Whether it is the view's own page, and not one below it. */
  isPage?: boolean;
}): JSX.Element {
  const current = (view: FicheView) => {
    if (view !== props.view) return undefined;
    return props.isPage === false ? "true" : "page";
  };
  const slug = () => props.body.contrat.slug;
  return (
    <nav class="views" aria-label={FICHE.views}>
      <Show when={props.body.fiche.droits.lire.ok}>
        <a href={paths.fiche(slug(), props.body.fiche)} aria-current={current("redaction")}>
          {FICHE.redaction}
        </a>
      </Show>
      <Show when={props.body.fiche.droits.lire.ok || props.body.fiche.derniere !== null}>
        <ServerLink href={paths.lecture(slug(), props.body.fiche)}>{FICHE.lecture}</ServerLink>
      </Show>
      <a href={fichePages.historique(slug(), props.body.fiche)} aria-current={current("historique")}>
        {FICHE.historique}
      </a>
      <a href={fichePages.instruction(slug(), props.body.fiche)} aria-current={current("instruction")}>
        {FICHE.instruction}
      </a>
    </nav>
  );
}
