import { type JSX, Show } from "solid-js";
import { fichePages } from "../../../../shared/protocol/fiche-paths.ts";
import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import { paperSentence, STANDING, standingSentence } from "../../../labels/standing.ts";
import { modifiedSince } from "../../../labels/standing-badge.ts";
import { EtatBadge } from "../../etat-badge.tsx";

/** Where a fiche stands, in sentences; what was changed since it was approved, with the way to see it. */
export function StandingWords(props: { body: FicheBody }): JSX.Element {
  const modified = () => (props.body.fiche.approuvee?.modifieeDepuis === true ? props.body.fiche.approuvee : null);
  return (
    <>
      <p class="facts">
        <EtatBadge fiche={props.body.fiche} withoutModified />
        <span>{standingSentence(props.body.fiche)}</span>
      </p>
      <Show when={modified()}>
        {(approved) => (
          <p class="facts">
            <strong>{modifiedSince(approved())}</strong>
            <a href={fichePages.sinceApproval(props.body.contrat.slug, props.body.fiche)}>{STANDING.seeChanges}</a>
          </p>
        )}
      </Show>
      <p class="print-only">{paperSentence(props.body.fiche)}</p>
    </>
  );
}
