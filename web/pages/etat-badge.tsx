import { type JSX, Show } from "solid-js";
import { ETAT_TONES } from "../../shared/domain/etat-tones.ts";
import type { DerniereVersion } from "../../shared/domain/fiche.ts";
import { ETAT_LABELS } from "../labels/etats.ts";
import { modifiedSince, publishedBadge, type Standing, versionBadge } from "../labels/standing-badge.ts";
import { Badge } from "../ui/badge.tsx";

/**
 * Where a fiche stands, in words: its last version, its draft where that says more, what everybody reads, and whether it
 * says something else than what was approved; the last two are left to the sentences that stand beside it, if there are.
 */
export function EtatBadge(props: { fiche: Standing; besideSentences?: boolean }): JSX.Element {
  // Behind a submitted version there is always a draft that goes on.
  const draftSays = () => props.fiche.derniere === null || props.fiche.etat !== "brouillon";
  const modified = () => props.besideSentences !== true && props.fiche.approuvee?.modifieeDepuis === true;
  const published = () => (props.besideSentences === true ? null : props.fiche.publiee);
  return (
    <>
      <Show when={props.fiche.derniere}>{(version) => <VersionBadge version={version()} />}</Show>
      <Show when={draftSays()}>
        <Badge tone={ETAT_TONES[props.fiche.etat]}>{ETAT_LABELS[props.fiche.etat]}</Badge>
      </Show>
      <Show when={published()}>{(now) => <Badge tone="ok">{publishedBadge(now())}</Badge>}</Show>
      <Show when={modified() && props.fiche.approuvee}>
        {(approved) => <Badge tone="warn">{modifiedSince(approved())}</Badge>}
      </Show>
    </>
  );
}

/** A version and what became of it: « Version 4 soumise ». */
export function VersionBadge(props: { version: Pick<DerniereVersion, "numero" | "etat"> }): JSX.Element {
  return <Badge tone={ETAT_TONES[props.version.etat]}>{versionBadge(props.version)}</Badge>;
}
