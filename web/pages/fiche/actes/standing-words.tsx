import { type JSX, Show } from "solid-js";
import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../../shared/protocol/paths.ts";
import { paperSentence, publishedSentence, STANDING, standingSentence } from "../../../labels/standing.ts";
import { modifiedSince } from "../../../labels/standing-badge.ts";
import { ServerLink } from "../../../ui/server-link.tsx";
import { EtatBadge } from "../../etat-badge.tsx";
import { SinceApprovalLink } from "../../since-approval-link.tsx";

/** Where a fiche stands, in sentences; what was changed since it was approved, with the way to see it. */
export function StandingWords(props: { body: FicheBody }): JSX.Element {
  // Without words: the page puts those that were published, and a draft's are nobody's business there.
  const publicPage = () => {
    const { contrat, fiche } = props.body;
    return paths.publicFiche(contrat.slug, { id: fiche.id, numero: "", intitule: "" });
  };
  return (
    <>
      <p class="facts">
        <EtatBadge fiche={props.body.fiche} slug={null} />
        <span>{standingSentence(props.body.fiche)}</span>
      </p>
      <Show when={props.body.fiche.publiee}>
        {(published) => (
          <p class="facts">
            <strong>{publishedSentence(published())}</strong>
            <ServerLink href={publicPage()}>{STANDING.seePublic}</ServerLink>
          </p>
        )}
      </Show>
      <ModifiedSince body={props.body} words={modifiedSince} />
      <p class="print-only">{paperSentence(props.body.fiche)}</p>
    </>
  );
}

/**
 * That the fiche says something else than what was approved, with the way to see it; nothing when it does not.
 *
 * @param words of what is shown: the fiche itself, or a part of its past
 */
export function ModifiedSince(props: { body: FicheBody; words: typeof modifiedSince }): JSX.Element {
  const modified = () => (props.body.fiche.approuvee?.modifieeDepuis === true ? props.body.fiche.approuvee : null);
  return (
    <Show when={modified()}>
      {(approved) => (
        <p class="facts">
          <span>
            <strong>{props.words(approved())}</strong>
            <SinceApprovalLink slug={props.body.contrat.slug} fiche={props.body.fiche} />
          </span>
        </p>
      )}
    </Show>
  );
}
