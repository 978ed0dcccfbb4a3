import "../styles/since-approval.css";
import { type JSX, Show } from "solid-js";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { SEE_CHANGES } from "../labels/standing-badge.ts";
import { ficheName } from "./fiche-name.ts";

export interface SinceApprovalLinkProps {
  readonly slug: string;
  readonly fiche: FicheInList;
  /** In a list: whoever hears the link alone hears of which fiche. */
  readonly named?: boolean;
}

/** The way to what was changed since a fiche was approved; nothing for who may read no later words. */
export function SinceApprovalLink(props: SinceApprovalLinkProps): JSX.Element {
  const reads = () => {
    const { droits, derniere, approuvee } = props.fiche;
    return droits.lire.ok || (derniere !== null && approuvee !== null && derniere.numero > approuvee.version);
  };
  return (
    <Show when={reads()}>
      {" "}
      <a class="changes" href={fichePages.sinceApproval(props.slug, props.fiche)}>
        {SEE_CHANGES}
        <Show when={props.named}>
          <span class="visually-hidden"> {ficheName(props.fiche)}</span>
        </Show>
      </a>
    </Show>
  );
}
