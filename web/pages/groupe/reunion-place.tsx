import { type JSX, Show } from "solid-js";
import type { ReunionInGroupe } from "../../../shared/protocol/bodies/groupe.ts";
import { REUNIONS } from "../../labels/groupe.ts";

/**
 * Where a meeting is held, and the link by which one takes part from elsewhere.
 *
 * @param props.named which meeting it is, for whoever hears the link among those of others
 */
export function ReunionPlace(props: {
  readonly reunion: Pick<ReunionInGroupe, "lieu" | "lien">;
  readonly named?: JSX.Element;
}): JSX.Element {
  return (
    <>
      <p>{props.reunion.lieu ?? (props.reunion.lien === null ? REUNIONS.noPlace : null)}</p>
      <Show when={props.reunion.lien}>
        {(lien) => (
          <p>
            <a href={lien()} rel="external noreferrer" target="_blank">
              {REUNIONS.join}
              {props.named}
            </a>
          </p>
        )}
      </Show>
    </>
  );
}
