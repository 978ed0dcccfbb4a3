import type { JSX } from "solid-js";
import { fichePages } from "../../../../shared/protocol/fiche-paths.ts";
import { MOMENT } from "../../../labels/historique.ts";
import { useFiche } from "../use-fiche.ts";

/** Instead of a moment that is not there, or not for this person: that it is not, and the way to those that are. */
export function MissingMoment(props: { sentence: string }): JSX.Element {
  const { slug, body } = useFiche();
  return (
    <div class="empty">
      <p role="status">{props.sentence}</p>
      <p>
        <a href={fichePages.historique(slug, body().fiche)}>{MOMENT.toHistory}</a>
      </p>
    </div>
  );
}
