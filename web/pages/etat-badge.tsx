import { type JSX, Show } from "solid-js";
import { ETAT_TONES } from "../../shared/domain/etat-tones.ts";
import type { DerniereVersion } from "../../shared/domain/fiche.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { ETAT_LABELS } from "../labels/etats.ts";
import { modifiedSince, publishedBadge, versionBadge } from "../labels/standing-badge.ts";
import { Badge } from "../ui/badge.tsx";
import { SinceApprovalLink } from "./since-approval-link.tsx";

/**
 * Where a fiche stands, in words: its last version, its draft where that says more, what everybody reads, and whether it
 * says something else than what was approved, with the way to see it.
 *
 * @param slug of its contrat; null: the last two are left to the sentences that stand beside it
 */
export function EtatBadge(props: { fiche: FicheInList; slug: string | null }): JSX.Element {
  // Behind a submitted version there is always a draft that goes on.
  const draftSays = () => props.fiche.derniere === null || props.fiche.etat !== "brouillon";
  const modified = () => (props.fiche.approuvee?.modifieeDepuis === true ? props.fiche.approuvee : null);
  return (
    <>
      <Show when={props.fiche.derniere}>{(version) => <VersionBadge version={version()} />}</Show>
      <Show when={draftSays()}>
        <Badge tone={ETAT_TONES[props.fiche.etat]}>{ETAT_LABELS[props.fiche.etat]}</Badge>
      </Show>
      <Show when={props.slug}>
        {(slug) => (
          <>
            <Show when={props.fiche.publiee}>{(now) => <Badge tone="ok">{publishedBadge(now())}</Badge>}</Show>
            <Show when={modified()}>
              {(approved) => (
                <span>
                  <Badge tone="warn">{modifiedSince(approved())}</Badge>
                  <SinceApprovalLink slug={slug()} fiche={props.fiche} named />
                </span>
              )}
            </Show>
          </>
        )}
      </Show>
    </>
  );
}

/** A version and what became of it: « Version 4 soumise ». */
export function VersionBadge(props: { version: Pick<DerniereVersion, "numero" | "etat"> }): JSX.Element {
  return <Badge tone={ETAT_TONES[props.version.etat]}>{versionBadge(props.version)}</Badge>;
}
